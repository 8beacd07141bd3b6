"""Filling in the publish screen."""

from bs4 import BeautifulSoup

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Indicator, QuestionnaireVersion, Wording

PUBLISH = "/admin/publish-questions/"
MINIMAL = {"questionnaire": "outcomes"}
GONE, NEW, OTHER_NEW = "HOME-07", "NM-HOME-01", "NM-HOME-02"  # an optional yes or no; the council's own


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def own_question(code, text):
    area = Indicator.objects.get(code=GONE).domain
    own = Indicator.objects.create(domain=area, code=code, order=9, answer_type="3PT", is_core=False, level=2)
    Wording.objects.create(indicator=own, text_en=text)


def post(client, **fields):
    return client.post(PUBLISH, {**MINIMAL, **fields})


def latest(household):
    with scope(household.council):
        return QuestionnaireVersion.objects.filter(council=household.council).first()
