from dataclasses import dataclass
from enum import Enum

from leavingwell.platform.problems import Message


class Severity(Enum):
    """An error would be wrong before young people: it cannot be approved. A warning is for the translator to judge."""

    ERROR = "error"
    WARNING = "warning"


class Code(Enum):
    PLACEHOLDERS = "placeholders"
    LINKS = "links"
    NUMBERS = "numbers"
    MARKUP = "markup"
    LENGTH = "length"
    UNTRANSLATED = "untranslated"
    SPACES = "spaces"
    DIRECTION = "direction"
    SIGNS = "signs"


@dataclass(frozen=True)
class Finding:
    """What a check found: a code for programs, a sentence for translators, and how bad it is."""

    code: Code
    message: Message
    severity: Severity


def error(code: Code, message: Message) -> Finding:
    return Finding(code, message, Severity.ERROR)


def warning(code: Code, message: Message) -> Finding:
    return Finding(code, message, Severity.WARNING)
