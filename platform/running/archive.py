"""The file in which a council's configuration travels: a zip.

manifest.json                {"format": "leavingwell-configuration", "version": 1, "exported_at": …, "council": …}
parts/look.json              what each part says
media.json                   what is known about each file
media/5e….png                the pictures and documents, named by the SHA-256 of what is in them
"""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

FORMAT, VERSION = "leavingwell-configuration", 1
MANIFEST, MEDIA = "manifest.json", "media.json"
PART, FILE = "parts/{}.json", "media/{}"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same configuration makes the same bytes


@dataclass(frozen=True)
class Origin:
    slug: str
    name: str


@dataclass(frozen=True)
class Archive:
    """`parts` maps a part's name to what it says, `files` the name of a file to its bytes."""

    origin: Origin
    exported_at: str
    parts: Mapping[str, Any]
    about: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def manifest(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "exported_at": self.exported_at,
            "council": {"short_name": self.origin.slug, "name": self.origin.name},
        }


def as_text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def written(archive: Archive) -> bytes:
    entries = {MANIFEST: as_text(archive.manifest), MEDIA: as_text(archive.about)}
    entries |= {PART.format(name): as_text(part) for name, part in archive.parts.items()}
    entries |= {FILE.format(name): data for name, data in archive.files.items()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in sorted(entries.items()):
            file.writestr(zipfile.ZipInfo(name, LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
