"""Headings that say a kind of criteria in the words that adverts and handbooks use, in several languages."""

import pytest

from ladder_app.importers.meaning_words import Topic
from ladder_app.importers.meanings import meaning


@pytest.mark.parametrize(
    "heading",
    [
        "Your mission", "Tasks", "Key tasks", "Main activities", "Job functions", "A typical day", "KRAs",
        "What the job involves", "Scope of work", "Atividades", "Principais responsabilidades", "Qué harás",
        "Deine Aufgaben", "Tes missions", "業務内容", "期待すること", "役割と責任", "Зона ответственности", "岗位职责",
    ],
)  # fmt: skip
def test_that_duties_are_told_by_their_heading(heading: str) -> None:
    assert meaning(heading).topic is Topic.RESPONSIBILITY


@pytest.mark.parametrize(
    "heading",
    [
        "Eligibility", "Certifications", "Ideal profile", "Pre-requisites", "Pré-requisitos", "Requisitos mínimos",
        "Formação", "Ihr Profil", "Profil recherché", "Perfil requerido", "Das bringst du mit", "求める人物像",
        "必須スキル", "スキルセット", "Должен уметь", "任职资格",
    ],
)  # fmt: skip
def test_that_what_is_required_is_told_by_its_heading(heading: str) -> None:
    assert meaning(heading).topic is Topic.REQUIREMENT


@pytest.mark.parametrize("heading", ["Activities", "Mission", "Functions", "Profile of the bakery"])
def test_that_a_heading_that_may_be_about_anything_says_no_kind(heading: str) -> None:
    assert meaning(heading).topic is Topic.NAME
