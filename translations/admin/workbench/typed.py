"""What a translator sent: read once, kept whatever happens to it."""

from dataclasses import dataclass
from typing import Any

from leavingwell.translations.admin.workbench import rich_editor
from leavingwell.translations.models import Kind, TranslationUnit
from leavingwell.translations.registry import Words
from leavingwell.translations.workbench import rich

LARGEST = 9_999_999
LONGEST = 10  # digits: more of them are more than LARGEST, and Python refuses thousands


@dataclass(frozen=True)
class Typed:
    """`words` as they were written, `version` that of the row which was on the screen (0: there was none)."""

    words: Words
    version: int
    do: str
    comment: str
    why: str
    note: str
    use: str

    def tidied(self, unit: TranslationUnit) -> Words:
        """Ready to be kept. Raises INVALID for broken formatting."""
        if unit.kind == Kind.RICH and isinstance(self.words, str) and self.words.strip():
            return rich.tidy(self.words, unit.source)
        return self.words


def typed(posted: Any, unit: TranslationUnit) -> Typed:
    def one(name: str) -> str:
        return unix(posted.get(name, ""))

    return Typed(
        words=words_in(posted, unit),
        version=version_in(one("version")),
        do="use" if one("use") else one("do"),
        comment=one("comment"),
        why=one("why"),
        note=one("note"),
        use=one("use"),
    )


def words_in(posted: Any, unit: TranslationUnit) -> Words:
    """Raises BadRequest for what the editor of rich text never sends."""
    if unit.kind == Kind.PLURAL:
        return [unix(form) for form in posted.getlist("form")]
    written = rich_editor.sent(posted) if unit.kind == Kind.RICH else None
    return unix(posted.get("text", "") if written is None else written)


def unix(text: str) -> str:
    return text.replace("\r\n", "\n")


def version_in(given: str) -> int:
    """What is no number was never on a screen: it fits no row."""
    return min(int(given[:LONGEST]), LARGEST) if given.isascii() and given.isdigit() else LARGEST
