"""No sentence of the interface lacks its Arabic."""

import re
import subprocess
from gettext import GNUTranslations
from pathlib import Path

import pytest

import leavingwell.themes.portal
import leavingwell.translations

PORTAL = Path(leavingwell.themes.portal.__file__).parent
TRANSLATIONS = Path(leavingwell.translations.__file__).parent
ROOT = PORTAL.parents[1]
TAGGED = re.compile(r"{%\s*translate\s+\"((?:[^\"\\]|\\.)*)\"(?:\s+context\s+\"([^\"]*)\")?")
BLOCK = re.compile(r"{%\s*blocktranslate(.*?)%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)
VARIABLE = re.compile(r"{{\s*(\w+)\s*}}")
MARKED = ("-k_", "-kgettext", "-kgettext_lazy", "-kngettext:1,2", "-kpgettext_lazy:1c,2")
# What the API and the services say to people; what the other services say, only editors read, in English.
TO_YOUNG_PEOPLE = ("answering", "checks", "value_checks", "check_ins", "remarks", "survey_answers")
SPEAKING = (
    *("platform/problems.py", "platform/outages.py", "platform/plans/attention.py", "platform/documents/problems.py"),
    *(
        "platform/people/services.py",
        "platform/people/adapter.py",
        "platform/plans/services",
        *(f"questionnaires/services/{name}.py" for name in TO_YOUNG_PEOPLE),
    ),
    "platform/access/services",
    "platform/access/why_not.py",
    "platform/plans/notices.py",
    "platform/people/joining.py",
)


def arabic(folder: Path) -> dict[object, str]:
    with (folder / "locale/ar/LC_MESSAGES/django.mo").open("rb") as file:
        catalogue: dict[object, str] = GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return catalogue


def known(catalogue: dict[object, str], text: str) -> bool:
    return text in catalogue or (text, 0) in catalogue


def of_templates() -> set[str]:
    found = set()
    for template in PORTAL.rglob("*.html"):
        source = template.read_text(encoding="utf-8")
        found |= {f"{context}\x04{text}" if context else text for text, context in TAGGED.findall(source)}
        for options, body in BLOCK.findall(source):
            singular = re.split(r"{%\s*plural\s*%}", body)[0]
            context = re.search(r"context \"([^\"]*)\"", options)
            text = VARIABLE.sub(r"%(\1)s", singular.replace("%", "%%"))
            found.add(f"{context.group(1)}\x04{text}" if context else text)
    return found


def of_python(*places: str) -> set[str]:
    files = [str(path) for place in places for path in python_files(ROOT / place)]
    command = ["xgettext", "-LPython", "--from-code=UTF-8", "--no-wrap", "-o-", *MARKED, *files]
    catalogue = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    messages = re.findall(r"^(?:msgctxt \"(.*)\"\n)?msgid \"(.+)\"$", catalogue, re.MULTILINE)
    return {f"{context}\x04{text}" if context else text for context, text in messages}


def python_files(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]


def test_templates_and_code_of_the_portal() -> None:
    catalogue = arabic(PORTAL)
    texts = of_templates() | of_python("themes/portal")
    assert len(texts) > 400  # the patterns still find them
    assert not sorted(text for text in texts if not known(catalogue, text))


def test_what_the_services_say() -> None:
    catalogue = arabic(TRANSLATIONS)
    texts = of_python(*SPEAKING)
    assert len(texts) > 50
    assert not sorted(text for text in texts if not known(catalogue, text))


@pytest.mark.parametrize("folder", [PORTAL, TRANSLATIONS])
def test_the_compiled_catalogue_is_that_of_the_source(folder: Path, tmp_path: Path) -> None:
    source = folder / "locale/ar/LC_MESSAGES/django.po"
    fresh = tmp_path / "django.mo"
    subprocess.run(["msgfmt", "--check-format", "-o", str(fresh), str(source)], check=True)
    assert fresh.read_bytes() == source.with_suffix(".mo").read_bytes()
    assert "#, fuzzy" not in source.read_text(encoding="utf-8")
