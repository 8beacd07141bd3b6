"""The committed schema, and promises kept to front ends."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from leavingwell.graphql.sdl import breaking_changes, sdl, unlisted

BEFORE = "type Query { a: Int b: Kind } enum Kind { X Y }"
FEWER = "type Query { a: Int } enum Kind { X }"
MORE = "type Query { a: Int b: Kind c(d: Int): Int } enum Kind { X Y Z }"


def test_what_is_gone_breaks_front_ends() -> None:
    changes = breaking_changes(BEFORE, FEWER)
    assert len(changes) == 2
    assert all(isinstance(change, str) for change in changes)
    assert [change for change in changes if "Query.b" in change]


def test_what_is_new_breaks_nothing() -> None:
    assert breaking_changes(BEFORE, MORE) == []


def test_a_listed_change_is_allowed() -> None:
    first, second = breaking_changes(BEFORE, FEWER)
    assert unlisted([first, second], f"# Changes\n- {first}\n") == [second]


@pytest.fixture
def committed(tmp_path: Path) -> Path:
    path = tmp_path / "schema.graphql"
    path.write_text(sdl())
    return path


def check(committed: Path, *more: str) -> str:
    output = StringIO()
    call_command("check_schema", "--file", str(committed), *more, stdout=output)
    return output.getvalue()


def test_the_printed_schema_is_the_committed_one(committed: Path) -> None:
    output = StringIO()
    call_command("print_schema", stdout=output)
    assert output.getvalue() == committed.read_text()
    assert "as committed" in check(committed)


def test_a_schema_out_of_date(committed: Path) -> None:
    committed.write_text(BEFORE)
    with pytest.raises(CommandError, match="out of date"):
        check(committed)


def test_no_schema(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        check(tmp_path / "none.graphql")


def test_a_broken_promise_needs_a_line_in_the_changelog(committed: Path, tmp_path: Path) -> None:
    base, changelog = tmp_path / "base.graphql", tmp_path / "CHANGELOG.md"
    base.write_text(sdl().replace("type Query {", "type Query {\n  gone: Int", 1))
    changelog.write_text("# Changes\n")
    asked = ("--base", str(base), "--changelog", str(changelog))
    with pytest.raises(CommandError, match=r"Query\.gone"):
        check(committed, *asked)
    changelog.write_text(f"- {breaking_changes(base.read_text(), sdl())[0]}\n")
    assert "as committed" in check(committed, *asked)
