"""A council's own questions, what it lets others take, and a short survey: made with the product's own services."""

from datetime import timedelta
from typing import Any

from leavingwell.content.services.topics import columns
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import read
from leavingwell.platform.people.models import Person
from leavingwell.questionnaires.models import Indicator, Survey
from leavingwell.questionnaires.own_question import OwnChoice, OwnQuestion
from leavingwell.questionnaires.services.bank import share
from leavingwell.questionnaires.services.conditions import set_condition
from leavingwell.questionnaires.services.own_questions import add_question
from leavingwell.questionnaires.services.surveys import save_survey, send_survey

Own = dict[str, Indicator]  # by the key that the data calls it


def add_own_questions(slug: str, editor: Person) -> Own:
    """In the council's scope, before it publishes."""
    return {row["key"]: own_question(row, editor) for row in read(slug, "own_questions")["questions"]}


def own_question(row: dict[str, Any], editor: Person) -> Indicator:
    choices = tuple(OwnChoice(labels) for labels in row["choices"])
    question = OwnQuestion(row["answer_type"], row["words"], level=row["level"], choices=choices)
    indicator = add_question(row["domain"], question, editor)
    if "show_when" in row:
        set_condition(indicator, row["show_when"], editor)
    return indicator


def share_own_questions(slug: str, own: Own, editor: Person) -> None:
    for row in read(slug, "own_questions")["questions"]:
        if row.get("share"):
            share(own[row["key"]], editor)


def send_short_survey(slug: str, own: Own, clock: Clock, editor: Person) -> Survey:
    """To everybody, once there is somebody."""
    row = read(slug, "own_questions")["survey"]
    codes = [own[key].code if key in own else key for key in row["questions"]]
    survey = Survey(
        question_codes=codes,
        closes_on=clock.today + timedelta(days=row["closes_in"]),
        **columns(title=row["title"], intro=row["intro"]),
    )
    return send_survey(save_survey(survey, by=editor), by=editor)
