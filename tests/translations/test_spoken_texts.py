"""What the services say to people has its Arabic, wherever in these folders it stands."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import polib
from django.db.models import Model
from django.utils.translation import override

import leavingwell.translations
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.plans.history import label_of
from leavingwell.platform.plans.models import Action, Goal, Notice
from leavingwell.platform.plans.services import actions, goals
from tests.factories import Household
from tests.portal.pages import tell

ROOT = Path(leavingwell.translations.__file__).parents[1]
FOLDERS = ("platform/access", "platform/insight", "platform/people", "platform/plans", "questionnaires/services")
CATALOGUES = ("translations", "themes/portal", "platform/documents")
CALLS = ("gettext", "gettext_lazy", "ngettext:1,2", "ngettext_lazy:1,2", "pgettext:1c,2", "pgettext_lazy:1c,2")
CALLED = re.compile(r"\bgettext(?:_lazy)? as (\w+)")
LEFT_OUT = {
    "platform/access/admin": "The admin is in English and Welsh alone.",
    "platform/access/doing.py": "The first page of the admin.",
    "platform/people/models": "Names of fields and choices, as the admin says them.",
    "platform/people/roles.py": "As the admin says them: the portal has words of its own.",
    "platform/people/sign_in/setting_rules.py": "The council's administrator sets them in the admin.",
    "platform/plans/admin": "The admin.",
    "platform/plans/configuration.py": "What an administrator may bring in from a file.",
    "platform/plans/models": "Names of fields and choices. What the portal shows of them, the last test proves.",
    "questionnaires/services/arranging.py": "Editors of questions are told, in the admin, as by all below.",
    "questionnaires/services/bank.py": "Questions of other councils.",
    "questionnaires/services/conditions.py": "When a question is asked.",
    "questionnaires/services/exchanging": "Questions in files.",
    "questionnaires/services/media.py": "Pictures and recordings of questions.",
    "questionnaires/services/own_questions.py": "Questions of the council.",
    "questionnaires/services/own_words.py": "Their words.",
    "questionnaires/services/publishing": "From a draft to what is asked.",
    "questionnaires/services/rules.py": "Who has to look at a draft, and where a phase begins.",
    "questionnaires/services/surveys.py": "Making a survey; `survey_answers` speaks to young people.",
}
ARABIC = re.compile(r"[\u0620-\u064a]")
Text = tuple[str | None, str]  # its context, and itself


def is_read(file: Path) -> bool:
    return not any(file.is_relative_to(ROOT / place) for place in LEFT_OUT)


def collected(files: Iterable[Path]) -> set[Text]:
    """By whatever name a file calls the marking of its texts."""
    names = {name for file in files for name in CALLED.findall(file.read_text(encoding="utf-8"))}
    marks = [f"-k{name}" for name in ("", *CALLS, *sorted(names))]
    command = ["xgettext", "-LPython", "--from-code=UTF-8", "-o-", *marks, *map(str, files)]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {(entry.msgctxt, entry.msgid) for entry in polib.pofile(found)}


def arabic() -> set[Text]:
    sources = [ROOT / folder / "locale/ar/LC_MESSAGES/django.po" for folder in CATALOGUES]
    entries = [entry for source in sources for entry in polib.pofile(str(source)).translated_entries()]
    return {(entry.msgctxt, entry.msgid) for entry in entries}


def test_no_text_of_a_service_lacks_its_arabic() -> None:
    assert all((ROOT / place).exists() for place in LEFT_OUT)
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.py")) if is_read(file)]
    texts = collected(files)
    assert len(texts) > 300  # they are still found
    assert not sorted(text for _, text in texts - arabic())


def names_in_history(thing: Model, fields: Iterable[str]) -> list[str]:
    """What its history calls these fields, and what can be chosen in them."""
    found = [(name, thing._meta.get_field(name)) for name in fields]
    choices = [str(words) for _, field in found for _, words in getattr(field, "choices", None) or ()]
    return [*(label_of(field, name) for name, field in found), *choices]


def test_nor_do_the_kinds_of_notices_and_what_histories_name(north: Household) -> None:
    tell(north)
    with scope(north.council):
        action, goal = Action.objects.earliest("added_at"), Goal.objects.earliest("added_at")
        fields = [(action, actions.state_of(action)), (goal, goals.state_of(goal))]
    with override("ar"):
        kinds = [str(label) for label in Notice.Kind.labels]
        named = [name for thing, names in fields for name in names_in_history(thing, names)]
    assert len(named) > 20
    assert not [text for text in (*kinds, *named) if not ARABIC.search(text)]
