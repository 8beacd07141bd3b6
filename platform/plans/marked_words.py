"""Where marked words stand in a text: at every place, as long as the text is the one in which they were marked.

In a text that was changed since, nobody has looked for them: then it is left out whole until somebody has.
"""

import re
from collections.abc import Iterable, Sequence
from hashlib import sha256

from leavingwell.platform.plans.models import Redaction

SHORT = 4  # words so short are looked for as whole words alone


def fingerprint(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def is_outdated(redaction: Redaction, text: str) -> bool:
    """Whether the text has changed since somebody marked words in it."""
    return redaction.sha256 != fingerprint(text)


def pattern(words: str) -> re.Pattern[str]:
    """The same words in small or capital letters, and broken over lines in another way."""
    found = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){found}(?!\w)" if len(words) < SHORT else found, re.IGNORECASE)


def places(text: str, redaction: Redaction) -> Iterable[tuple[int, int]]:
    """From and to which characters the text is left out because of one mark."""
    if is_outdated(redaction, text):
        return [(0, len(text))]
    others = (match.span() for match in pattern(redaction.words).finditer(text)) if redaction.words.split() else ()
    return {(redaction.start, redaction.end), *others}


def parts_of(text: str, redactions: Sequence[Redaction]) -> list[Redaction]:
    """Each place as a mark of its own, which is not stored."""
    return [
        Redaction(start=start, end=end, reason=redaction.reason)
        for redaction in redactions
        for start, end in places(text, redaction)
    ]
