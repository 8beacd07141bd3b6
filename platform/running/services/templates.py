"""What a new council can start from: nothing but the nation's, an example, or another council's configuration."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Message, invalid
from leavingwell.platform.running.archive import Archive, Origin
from leavingwell.platform.running.services.moving import Plan, bring_in, packed

EXAMPLES = Path(__file__).parents[1] / "data" / "examples"
PLAIN, EXAMPLE, COUNCIL = "plain", "example:", "council:"
# What the operator chooses for the new council, and what a council decides for itself.
NOT_COPIED = frozenset({"languages", "signing_in"})


@dataclass(frozen=True)
class Source:
    code: str
    label: Message


@cache
def example(name: str) -> Archive:
    """A file as an export makes it, unpacked."""
    folder = EXAMPLES / name
    about = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    parts = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted((folder / "parts").iterdir())}
    return Archive(Origin(name, about["council"]["name"]), about["exported_at"], parts)


def examples() -> list[str]:
    return sorted(folder.name for folder in EXAMPLES.iterdir() if (folder / "manifest.json").exists())


def sources() -> Iterator[Source]:
    yield Source(PLAIN, _("Plain: national texts, a plain look, an empty local offer"))
    for name in examples():
        yield Source(f"{EXAMPLE}{name}", _now("Example: %s") % example(name).origin.name)
    for council in Council.objects.all():
        yield Source(f"{COUNCIL}{council.slug}", _now("A copy of %s") % council.name)


def label_of(code: str) -> Message:
    return next((source.label for source in sources() if source.code == code), code)


def check(code: str) -> None:
    """Raises INVALID."""
    if code not in {source.code for source in sources()}:
        raise invalid(_("Choose one of these."), "template")


def archive_of(code: str, *, into: Council, by: Person | None) -> Archive | None:
    if code == PLAIN:
        return None
    if code.startswith(EXAMPLE):
        return example(code.removeprefix(EXAMPLE))
    source = Council.objects.get(slug=code.removeprefix(COUNCIL))
    with scope(source):
        record("configuration.copied", source, by=by, changes={"to": [None, into.slug]})
        return packed(for_another=True, without=NOT_COPIED)


def furnish(council: Council, code: str, *, by: Person | None) -> Plan | None:
    """Brings the template into the new council. On record in both."""
    archive = archive_of(code, into=council, by=by)
    if archive is None:
        return None
    with scope(council):
        return bring_in(archive, None, by=by)
