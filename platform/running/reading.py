"""Reading a zip that somebody brings: nothing of it is trusted. Every refusal says in words what is wrong."""

import hashlib
import re
import zipfile
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from leavingwell.platform.problems import ProblemCode, Problems, invalid, refuse
from leavingwell.platform.running.archive import FORMAT, MANIFEST, MEDIA, VERSION, Archive, Origin
from leavingwell.platform.untrusted_json import all_storable, loads, parts_in
from leavingwell.platform.untrusted_zip import UNREADABLE

MEGABYTE = 1024 * 1024
LARGEST, LARGEST_UNPACKED = 30 * MEGABYTE, 120 * MEGABYTE
MOST_ENTRIES = 2_000
MOST_PARTS = 600_000  # lists, objects and their members in one text: more would fill the memory
ENTRY = re.compile(r"parts/[a-z_]{1,40}\.json|media/[0-9a-f]{64}(\.[a-z0-9]{1,5})?")
ENCRYPTED = 0x1


def not_ours() -> Problems:
    return invalid(_("This is not a configuration that was exported here or at another council."))


def too_large() -> Problems:
    return refuse(ProblemCode.TOO_LARGE, _("This file unpacks to more than %d MB.") % (LARGEST_UNPACKED // MEGABYTE))


def opened(data: bytes) -> zipfile.ZipFile:
    if len(data) > LARGEST:
        raise refuse(ProblemCode.TOO_LARGE, _("This file is larger than %d MB.") % (LARGEST // MEGABYTE))
    try:
        return zipfile.ZipFile(BytesIO(data))
    except UNREADABLE:
        raise not_ours() from None


def check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Raises for a bomb, and for a path that would climb out of its folder or is not one of ours."""
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
        raise too_large()
    if len(set(names)) < len(names):
        raise invalid(_("This file holds something twice. Export it again."))
    for entry in entries:
        if entry.filename not in (MANIFEST, MEDIA) and not ENTRY.fullmatch(entry.filename):
            raise invalid(_("This file holds something that does not belong there: %s.") % entry.filename[:80])
        if entry.flag_bits & ENCRYPTED:
            raise invalid(_("This file is locked with a password."))


def unpacked(file: zipfile.ZipFile) -> dict[str, bytes]:
    """What an entry says of its own size is not believed."""
    found: dict[str, bytes] = {}
    left = LARGEST_UNPACKED
    for entry in file.infolist():
        try:
            with file.open(entry) as part:
                data = part.read(left + 1)
        except UNREADABLE:
            raise invalid(_("This file is damaged. Export it again.")) from None
        left -= len(data)
        if left < 0:
            raise too_large()
        found[entry.filename] = data
    return found


def parsed(name: str, data: bytes) -> Any:
    if parts_in(data) > MOST_PARTS:
        raise refuse(ProblemCode.TOO_LARGE, _("%s has too many parts.") % name)
    try:
        value = loads(data)
    except (ValueError, RecursionError):
        raise invalid(_("%s is not JSON, or it is damaged. Export it again, and do not edit it.") % name) from None
    if not all_storable(value):
        raise invalid(_("%s holds characters that cannot be kept.") % name)
    return value


def check_manifest(manifest: Any) -> dict[str, Any]:
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise not_ours()
    version, council = manifest.get("version"), manifest.get("council")
    if type(version) is not int or version > VERSION:
        raise invalid(_("This file was written by a newer version of the platform. Bring this one up to date first."))
    told = isinstance(council, dict) and all(isinstance(council.get(key), str) for key in ("short_name", "name"))
    if version < 1 or not told or not isinstance(manifest.get("exported_at"), str):
        raise not_ours()
    return manifest


def checked_files(entries: dict[str, bytes]) -> dict[str, bytes]:
    found = {name.removeprefix("media/"): data for name, data in entries.items() if name.startswith("media/")}
    for name, data in found.items():
        if hashlib.sha256(data).hexdigest() != name.partition(".")[0]:
            raise invalid(_("%s… was changed after it was exported: its hash is not right.") % name[:8])
    return found


def read(data: bytes) -> Archive:
    """The archive, right in itself; what its parts say is judged by the parts. Raises TOO_LARGE or INVALID."""
    with opened(data) as file:
        check_entries(file.infolist())
        entries = unpacked(file)
    if MANIFEST not in entries:
        raise not_ours()
    manifest = check_manifest(parsed(MANIFEST, entries[MANIFEST]))
    about = parsed(MEDIA, entries.get(MEDIA, b"{}"))
    if not isinstance(about, dict):
        raise invalid(_("%s is not JSON, or it is damaged. Export it again, and do not edit it.") % MEDIA)
    texts = {name: text for name, text in entries.items() if name.startswith("parts/")}
    parts = {name.removeprefix("parts/").removesuffix(".json"): parsed(name, text) for name, text in texts.items()}
    council = manifest["council"]
    origin = Origin(council["short_name"], council["name"])
    return Archive(origin, manifest["exported_at"], parts, about, checked_files(entries))
