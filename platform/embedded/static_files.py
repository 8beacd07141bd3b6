"""Whether the static files must be collected again."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
FOLDERS = ("platform", "content", "questionnaires", "graphql", "translations", "themes")


class CollectedMark:
    """Remembers beside the collected files what they were made of."""

    def __init__(self, data_dir: Path) -> None:
        self._mark = data_dir / "static.fingerprint"
        self._manifest = data_dir / "static" / "staticfiles.json"

    def stands(self) -> bool:
        return self._manifest.exists() and self._mark.exists() and self._mark.read_text() == fingerprint()

    def remove(self) -> None:
        """Before collecting: files collected by half must not pass for whole."""
        self._mark.unlink(missing_ok=True)

    def write(self) -> None:
        self._mark.write_text(fingerprint())


def fingerprint(top: Path = TOP) -> str:
    """Changes with every static file of ours, with the settings, and with the version of any installed package."""
    digest = hashlib.sha256("\n".join(sorted(f"{d.name} {d.version}" for d in distributions())).encode())
    for path in sorted(_sources(top)):
        digest.update(f"\n{path.relative_to(top)}\n".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources(top: Path) -> Iterator[Path]:
    yield from (top / "platform" / "settings").glob("*.py")
    for folder in FOLDERS:
        yield from (path for path in (top / folder).glob("**/static/**/*") if path.is_file())
