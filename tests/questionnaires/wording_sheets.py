"""Wording sheets as an editor exports, edits and brings them back, for tests."""

from io import BytesIO

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.freezing import content_of
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import Indicator, Questionnaire, Wording
from tests.admin.asking import text_of

EXPORT, IMPORT = "/admin/exchange-questions/wording/", "/admin/exchange-questions/wording/import/"


def reword(house, code="HOME-03", variant=Variant.STANDARD, **texts):
    with scope(house.council):
        row, _new = Wording.objects.update_or_create(
            council=house.council, indicator=Indicator.objects.get(code=code), variant=variant, defaults=texts
        )
    return row


def own(house, code="HOME-03", variant=Variant.STANDARD):
    with scope(house.council):
        return Wording.objects.filter(council=house.council, indicator__code=code, variant=variant).first()


def draft(house):
    with scope(house.council):
        return content_of(Questionnaire.objects.get(code="outcomes"))


class Sheet:
    """A sheet as an editor has it open."""

    def __init__(self, client, language="en"):
        answer = client.get(EXPORT, {"questionnaire": "outcomes", "language": language})
        assert answer.status_code == 200, answer
        self.book = load_workbook(BytesIO(answer.content))
        self.sheet, self.language = self.book.active, language
        self.names = [cell.value for cell in self.sheet[1]]

    def column(self, name):
        return next(at for at, known in enumerate(self.names, start=1) if known.partition(" (")[0] == name)

    def rows(self):
        return range(2, self.sheet.max_row + 1)

    def row(self, code="HOME-03", part="Question", variant="Standard"):
        wanted = (code, variant, part)
        columns = [self.column(name) for name in ("Code", "Variant", "Part")]
        return next(at for at in self.rows() if tuple(self.sheet.cell(at, one).value for one in columns) == wanted)

    def cell(self, name, *place, **named):
        return self.sheet.cell(self.row(*place, **named), self.column(name))

    def write(self, text, *place, **named):
        self.cell("Ours", *place, **named).value = text
        return self

    def saved(self):
        stored = BytesIO()
        self.book.save(stored)
        return stored.getvalue()


def upload(client, sheet):
    data = sheet if isinstance(sheet, bytes) else sheet.saved()
    return client.post(IMPORT, {"file": SimpleUploadedFile("words.xlsx", data)})


def form_of(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return {one["name"]: one["value"] for one in page.select(".exchange-decide input[type=hidden]")}


def ticks(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return [one["value"] for one in page.select("input[name=overwrite]")]


def carry_out(client, sheet, **more):
    return client.post(IMPORT, {**form_of(upload(client, sheet)), "do": "1", **more}, follow=True)


def faults(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 200
    assert not page.select(".exchange-decide")
    return [one.get_text(" ", strip=True) for one in page.select(".exchange-faults li")]


def changes_nothing(client, house, sheet):
    before = draft(house)
    page = text_of(answer := upload(client, sheet))
    assert "there is nothing to do" in page, page
    client.post(IMPORT, {**form_of(answer), "do": "1"})
    return draft(house) == before
