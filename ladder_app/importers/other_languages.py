"""The words of ladders in other languages than English. Data, for `words` and `meaning_words`."""

from __future__ import annotations

import re

RANKS = (
    "pleno plena júnior sênior sénior estagiário estagiária trainee especialista becario practicante aprendiz"
    " semisenior"
    " débutant confirmé confirmée stagiaire apprenti expérimenté praktikant werkstudent berufseinsteiger medior"
    " stagiair"
    " stagista apprendista młodszy starszy stażysta nybörjare erfaren младший средний старший ведущий главный стажёр"
    " молодший середній старший \u00e7\u0131rak k\u0131demli uzman"
)
"""Words that say how far up."""
TITLES = (
    "técnico técnica auxiliar assistente supervisora operador operadora consultor consultora arquiteto arquiteta"
    " estagiário engenheiro engenheira desenvolvedor desenvolvedora analista gerente coordenador coordenadora diretor"
    " diretora líder"
    " ingeniero ingeniera desarrollador desarrolladora jefe jefa ingénieur ingénieure développeur développeuse"
    " directeur directrice responsable entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin"
    " ontwikkelaar ingegnere sviluppatore sviluppatrice dirigente inżynier programista programistka kierownik"
    " utvecklare"
    " udvikler kehittäjä разработчик инженер руководитель менеджер программист розробник інженер керівник mühendis"
    " geliştirici yönetici"
)
"""Words for people who do a job."""
UNPARTED = re.compile(
    "シニア|ジュニア|ミドル|エンジニア|マネージャ|マネジャ|リーダ|デザイナ|ディレクタ|スペシャリスト|プリンシパル"
    "|見習い|初級|中級|上級|新人|主任"
    "|[一二三四五六七八九十0-9]+(?:級|级|等級|等级)|初级|中级|高级|资深|工程师|經理|经理|架构师|专家|主管"
    "|주니어|시니어|미들|엔지니어|매니저|리드|개발자|[0-9]+급"
)
"""Parts of names in scripts that do not part words."""
CODES = "nível|poziom|nivå|niveau|niveaus|taso|livello|уровень|рівень|レベル|ランク|グレード|級别|级别|等级|레벨|seviye"
"""What the number of a level stands behind."""

_AND = r"(?: ?[,&/] ?| (?:y|e|et|und|en|i|och|og|и|ve) )"
_MORE = (
    r"(?: (?:requerid[oa]s?|necesari[oa]s?|técnic[oa]s?|requises?|nécessaires?|erforderlich\w*|necessári[oa]s?"
    r"|richiest[aei]|principal(?:es)?|principais|principaux"
    r"|mínim[oa]s))?"
)
_BRACKETS = r"(?: ?\([^()]*\))?"
_RESPONSIBILITY = (
    r"responsabilités?|missions|tâches|attentes|comportements? attendus?|comportements?"
    r"|aufgaben(?:bereich)?|verantwortlichkeit(?:en)?|verantwortung|tätigkeiten|erwartungen|verhalten(?:sweisen)?"
    r"|responsabilidades?|funciones|tareas|comportamientos?|expectativas|deveres|tarefas|comportamentos?|atribuições"
    r"|responsabilità|compiti|comportamenti|aspettative|verantwoordelijkheden|taken|verwachtingen|gedrag(?:ingen)?"
    r"|obowiązki|zadania|odpowiedzialności|oczekiwania|ansvar(?:sområden)?|arbetsuppgifter|ansvarsområder"
    r"|tehtävät|vastuut"
    r"|обязанности|ответственность|задачи|ожидания|обов'язки|責任|職責|役割|期待(?:される)?(?:行動|役割)?|行動"
    r"|业务|职责|(?:工作|岗位)职责|工作内容|岗位内容"
    r"|activités|actividades|qu[eé] harás|tu misión|atividades|funções|o que (?:você )?(?:faz|fará|vai fazer)"
    r"|o que esperamos|was du (?:machst|tust)|das erwartet dich|(?:業務|仕事|職務)(?:内容)?|主な(?:業務|仕事|役割)"
    r"|やること|責務|役割と責任|求められ(?:る)?(?:こと|行動|役割)|期待(?:すること|値)|что (?:нужно )?делать|функции"
    r"|зона ответственности"
    r"|任务|行为|책임|업무|역할|기대|sorumluluklar|görevler"
)
_YOURS = (
    r"(?:(?:deine?|ihre?|unsere?|tus?|sus|seus?|suas?|vos|votre|tes|ton|les?|la|los|las|os|as"
    r"|princip(?:ais|ales|aux)) )?"
)
RESPONSIBILITY = rf"{_YOURS}(?:{_RESPONSIBILITY}){_MORE}(?:{_AND}(?:{_RESPONSIBILITY}){_MORE})*{_BRACKETS}"
_REQUIREMENT = (
    r"exigences|compétences(?: requises)?|prérequis|qualifications requises|connaissances|savoir-faire|savoir-être"
    r"|anforderungen|qualifikation(?:en)?|kenntnisse|fähigkeiten|kompetenzen|voraussetzungen|erfahrung(?:en)?"
    r"|requisitos|conocimientos|habilidades|competencias|aptitudes|experiencia|conhecimentos|competências|experiência"
    r"|requisiti|competenze|conoscenze|abilità|esperienza|vereisten|eisen|vaardigheden|competenties|kennis|ervaring"
    r"|wymagania|umiejętności|kompetencje|doświadczenie|krav|kompetens(?:er)?|kompetencer|färdigheter|vaatimukset"
    r"|osaaminen"
    r"|требования|навыки|знания|компетенции|опыт|вимоги|навички|要件|応募資格|必要(?:な)?(?:スキル|経験)|スキル"
    r"|知識|能力|要求"
    r"|profil(?: recherché)?|formation|perfil(?: requerid[oa]| deseado)?|formación|educación"
    r"|pr[eé]-?requisitos|formação|escolaridade|qualificações|o que (?:buscamos|procuramos)|das bringst du mit"
    r"|was du mitbringst"
    r"|(?:必須|必要|応募|前提)(?:な)?(?:の)?(?:スキル|要件|条件|経験|知識|能力)"
    r"|求め(?:る|られる)(?:人物像|スキル|能力|経験|知識|要件)|スキルセット|前提条件"
    r"|(?:должен|должна|нужно) (?:знать|уметь)|умения|знания и умения|任职资格|岗位要求|任职条件"
    r"|任职要求|技能|知识|经验|자격(?: ?요건)?|요구 ?사항|필요 ?역량|역량|gereksinimler|yetkinlikler|beceriler"
)
REQUIREMENT = rf"{_YOURS}(?:{_REQUIREMENT}){_MORE}(?:{_AND}(?:{_REQUIREMENT}){_MORE})*{_BRACKETS}"
PLUS = (
    r"von vorteil|wünschenswert|un plus|les plus|deseables?|desejáve(?:l|is)|diferencia(?:l|is)|gradito|pluspunten"
    r"|mile widziane|meriterande|будет плюсом|желательно|歓迎(?:要件|スキル)|加分项|우대 ?사항"
)
NOTE = (
    r"glossar|begriffe|glossaire|lexique|définitions|glosario|definiciones|glossário|definições|glossario|definizioni"
    r"|begrippen(?:lijst)?|słowniczek|ordlista|sanasto|глоссарий|термины|глосарій|用語(?:集|説明)?|术语(?:表)?"
    r"|词汇表|용어(?: ?집)?|sözlük"
    r"|einleitung|einführung|introduction|introducción|introdução|introduzione|inleiding|wstęp|введение|はじめに"
    r"|前言|介绍|소개"
    r"|hinweise|anmerkungen|remarques|notas|observações|note|opmerkingen|備考|参考(?:文献|資料)?|备注|비고"
    r"|quellen|sources|références|fuentes|referencias|fontes|referências|fonti|bronnen|źródła|источники"
    r"|unsere werte|nos valeurs|nuestros valores|nossos valores|i nostri valori|onze waarden|warum .*|pourquoi .*"
    r"|por qu[eé] .*"
)
