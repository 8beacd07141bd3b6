"""Looking at the questionnaire editor, and pressing its buttons."""

from bs4 import BeautifulSoup
from django.urls import reverse

from leavingwell.platform.councils.scope import national_scope, scope
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.models import Indicator, Questionnaire, Wording
from tests.admin.asking import send

EDITOR = "/admin/questionnaire/"
CORE, OPTIONAL = "HOME-01", "HOME-04"


def page(client, address=EDITOR):
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def row(client, code, address=EDITOR):
    return page(client, address).find(id=code)


def codes(client, address=EDITOR):
    return [found["id"] for found in page(client, address).select(".editor-row")]


def words(tag):
    return " ".join(tag.get_text(" ").split())


def press(client, button, address=EDITOR, **more):
    """Presses the button that is on the screen, and gives the screen after it."""
    shown = page(client, address).find("button", value=button)
    assert shown is not None, button
    assert not shown.has_attr("disabled"), button
    return client.post(address, {"do": button, **more}, follow=True)


def notice(answer):
    found = BeautifulSoup(answer.content, "html.parser").find(id="editor-notice")
    return words(found) if found else ""


def content(council):
    with scope(council):
        return content_of(Questionnaire.objects.get(code="outcomes"))


def optional_codes():
    with national_scope("look for a test"):
        rows = Indicator.objects.filter(council=None, domain__code="HOME", is_core=False)
        return list(rows.values_list("code", flat=True))


def national_wording(code=CORE):
    with national_scope("look for a test"):
        return Wording.objects.get(council=None, indicator__code=code, variant="standard")


def reword(client, code=CORE, **texts):
    return send(
        client, reverse("wagtailsnippets_questionnaires_wording:reword", args=[national_wording(code).pk]), **texts
    )
