"""The documents beside the templates: the example that front-end developers read."""

import re

from graphql import parse, validate

from leavingwell.graphql.limits.numbers import CHARACTERS
from leavingwell.graphql.schema import schema
from leavingwell.themes.portal.api import DOCUMENTS

FILES = sorted(DOCUMENTS.glob("*.graphql"))


def test_each_is_valid_says_whom_it_is_for_and_holds_one_operation() -> None:
    assert len(FILES) > 25
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert text.startswith("# "), file
        assert len(text) < CHARACTERS
        document = parse(text)
        assert not validate(schema._schema, document), file
        assert sum(one.kind == "operation_definition" for one in document.definitions) == 1, file


def test_a_row_of_the_list_is_the_same_in_every_document() -> None:
    """Each document stands by itself, as those do that front ends send; what the page draws is one thing."""
    rows = [
        re.findall(r"^fragment OnTheList on Action \{.*?^\}", file.read_text(encoding="utf-8"), re.M | re.S)
        for file in FILES
    ]
    found = [row for rows_of_one in rows for row in rows_of_one]
    assert len(found) == 2
    assert len(set(found)) == 1


def test_each_is_used_and_none_is_missing() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS.parent.rglob("*.py"))
    for file in FILES:
        assert f'"{file.stem}"' in code, file
    for name in re.findall(r"\bask\(\s*[^,()]*(?:\([^()]*\))?[^,()]*,\s*\"([a-z-]+)\"", code):
        assert DOCUMENTS / f"{name}.graphql" in FILES, name


def test_mutations_ask_for_their_problems() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        if re.search(r"^mutation ", text, re.MULTILINE):
            assert re.search(r"\.\.\. on Problems \{ problems \{ code field message (theirs )?\} \}", text), file
