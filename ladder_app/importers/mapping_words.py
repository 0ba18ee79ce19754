"""What keys of YAML and JSON may mean. Data, for `mappings`."""

from __future__ import annotations

from ladder_app.domain.role import Kind
from ladder_app.importers.meaning_words import Topic


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEVELS = _words(
    "levels ladder rungs milestones career_levels job_levels positions roles stages grades level_descriptions "
    "leveldescriptions niveaux stufen level_beschreibungen niveles níveis niveis livelli niveaus poziomy nivåer "
    "niveauer tasot уровни рівні レベル 等級 级别 等级 레벨 seviyeler"
)
GROUPS = _words(
    "competencies skills areas categories themes tracks topics dimensions attributes pillars capabilities values "
    "criteria expectations behaviours behaviors signals items entries content points bullets statements "
    "desc subcategories groups sections domains framework matrix rubric progression rows ladders kompetenzen bereiche"
    " fähigkeiten kriterien compétences domaines critères "
    "competencias áreas habilidades criterios competências critérios competenze aree criteri competenties "
    "vaardigheden kompetencje kompetenser компетенции навыки スキル 能力 技能 역량"
)
"""Keys that hold criteria or what they are grouped by, and say no more."""
NAMES = _words(
    "title name displayname display_name label role job_title titel titre nom título titulo nombre nome titolo naam "
    "nazwa namn navn nimi название имя 名前 名称 タイトル 이름 ba\u015fl\u0131k"
)
TITLES = frozenset(
    (
        "ladder", "job", "position", "discipline", "profession", "family", "job_family", "jobfamily", "function",
        "department", "career_ladder", "careerladder", "track", "framework", "matrix",
    )
)  # fmt: skip
"""Keys at the root whose text is what the role is called, where nothing else names it."""
THEMES = ("area", "category", "theme", "group", "pillar", "domain", "dimension", "bereich", "kategorie", "categoria")
"""Keys that say what the competency beside them is a part of."""
COMPETENCIES = (
    "skill",
    "competency",
    "competence",
    "capability",
    "attribute",
    "trait",
    "topic",
    "kompetenz",
    "compétence",
)
"""Keys whose text is the name of a competency, where it has no other."""
SORTS = ("kind", "type", "tag", "sort", "criterion_type", "art", "tipo", "soort")
"""Keys whose text may say what kind of criteria stand beside it."""
CODES = ("level", "code", "id", "key", "rank", "number")
TEXTS = _words(
    "text summary description criterion expectation statement definition overview detail details beschreibung "
    "erwartung zusammenfassung résumé attente descripción descripcion resumen descrição descricao resumo "
    "descrizione sommario beschrijving samenvatting opis beskrivning beskrivelse "
    "описание 説明 概要 詳細 描述 설명 a\u00e7\u0131klama"
)
SILENT = _words(
    "id key slug order color colour icon weight version url path code rank uuid height width image img avatar thumbnail"
)
OTHERS = frozenset(
    ("$schema", "$defs", "openapi", "swagger", "apiVersion", "jobs", "services", "dependencies", "scripts", "hosts")
)
"""Keys at the root of files that are something else."""
RIGHTS = frozenset(("permissions", "permission", "scopes", "grants", "acl", "access", "privileges", "rights"))
"""Keys that say what somebody may do in a program or a project; nobody is rated by that."""
KEY_TOPICS = {
    "must": Topic.REQUIREMENT,
    "musts": Topic.REQUIREMENT,
    "required": Topic.REQUIREMENT,
    "needs": Topic.REQUIREMENT,
    "nice": Topic.PLUS,
    "optional": Topic.PLUS,
    "does": Topic.RESPONSIBILITY,
    "duty": Topic.RESPONSIBILITY,
}
"""Keys of one word that say what kind of criteria they hold."""
KINDS = {
    Topic.RESPONSIBILITY: Kind.RESPONSIBILITY,
    Topic.REQUIREMENT: Kind.REQUIREMENT,
    Topic.PLUS: Kind.REQUIREMENT,
}
