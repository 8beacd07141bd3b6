"""PO, gettext's format. The context of each message is the text's id: the same English can stand in many places."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import polib
from django.utils.translation import gettext as _

from leavingwell.platform.problems import invalid
from leavingwell.translations.exchange.decoding import decoded
from leavingwell.translations.exchange.entries import Entry, Incoming, Line, portable
from leavingwell.translations.exchange.refusals import at_line, damaged, too_many
from leavingwell.translations.plural_forms import rule

MARK = "Mark: "
AT_LINE = re.compile(r"\(line (\d+)\)")
FUZZY = "fuzzy"
MOST_LINES_OF_ONE, LONGEST_OF_ONE = 2000, 300_000  # of a message, its notes with it: three times the longest text


def written(entries: Sequence[Entry], language: str) -> bytes:
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": rule(language),
    }
    file.extend(message(entry) for entry in entries)
    return str(file).encode()


def message(entry: Entry) -> Any:
    forms = [portable(form) for form in entry.forms]
    told = polib.POEntry(
        msgctxt=entry.id,
        msgid=portable(entry.source),
        comment="\n".join([entry.about, *entry.notes, f"{MARK}{entry.mark}"]),
        occurrences=[(entry.key.replace(" ", "_"), "")],
    )
    if entry.is_plural:
        told.msgid_plural, told.msgstr_plural = portable(entry.source_plural), dict(enumerate(forms))
    else:
        told.msgstr = forms[0]
    if any(forms) and not entry.is_ready:
        told.flags.append(FUZZY)
    return told


def read(data: bytes) -> Incoming:
    """Raises INVALID with the line."""
    text = decoded(data) + "\n"  # a line break at its end is in no file's name: the library could take it for one
    refuse_endless(text)
    try:
        file = polib.pofile(text)
    except (OSError, ValueError, IndexError, UnicodeError) as error:
        found = AT_LINE.search(str(error))
        why = _("A quotation mark or a keyword is missing, or there is one too many.")
        raise damaged("PO", int(found[1]) if found else 1, why) from None
    language = file.metadata.get("Language", "").strip()
    if not language:
        raise invalid(at_line(1, _("The file does not say into which language it is translated.")))
    return Incoming(language, [line for entry in file if not entry.obsolete for line in lines_of(entry)])


def refuse_endless(text: str) -> None:
    """Raises TOO_LARGE. The library needs far too long for a message of very many lines: it puts one to the other."""
    lines = long = 0
    for line in text.splitlines():
        is_new = line.strip().removeprefix("#~ ").startswith("msg")
        lines, long = (1, len(line)) if is_new else (lines + 1, long + len(line))
        if lines > MOST_LINES_OF_ONE or (lines > 1 and long > LONGEST_OF_ONE):
            raise too_many()


def lines_of(entry: Any) -> Iterator[Line]:
    marks = [one[len(MARK) :] for one in entry.comment.splitlines() if one.startswith(MARK)]
    forms = {str(number): text for number, text in sorted(entry.msgstr_plural.items())} or {"": entry.msgstr}
    for form, text in forms.items():
        yield Line(
            entry.linenum,
            entry.msgctxt or "",
            form,
            text,
            marks[0] if marks else "",
            entry.msgid_plural if form not in ("", "0") else entry.msgid,
            is_ready=FUZZY not in entry.flags,
        )
