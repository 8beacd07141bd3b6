"""Words that nobody has approved yet, laid over one page for the one translator who asks for it.

They hold while that page is drawn, in the context that draws it. Nothing of them is kept anywhere.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from leavingwell.translations.languages import SOURCE
from leavingwell.translations.registry import Words
from leavingwell.translations.sources import streams

BEGIN, END = "\ufdd0", "\ufdd1"  # round the words that are looked at: no text holds these signs, no browser gets them
WITHOUT_MARKS = str.maketrans("", "", BEGIN + END)
Row = tuple[str, str, str]  # model, primary key, field


@dataclass(frozen=True)
class Trial:
    """`interface` by gettext's key, `rows` the texts of fields, `bodies` those of streams of blocks by their paths."""

    language: str
    interface: Mapping[str, Words] = field(default_factory=dict)
    rows: Mapping[Row, str] = field(default_factory=dict)
    bodies: Mapping[Row, Mapping[streams.Path, str]] = field(default_factory=dict)


_trial: ContextVar[Trial | None] = ContextVar("trial", default=None)
NOTHING: Mapping[str, Words] = {}


@contextmanager
def trying(trial: Trial) -> Iterator[None]:
    token = _trial.set(trial)
    try:
        yield
    finally:
        _trial.reset(token)


def tried_interface(language: str) -> Mapping[str, Words]:
    trial = _trial.get()
    return trial.interface if trial and trial.language == language else NOTHING


def tried_texts(instance: Any, name: str) -> dict[str, Any]:
    """What is tried of a row's field, by language."""
    trial = _trial.get()
    if trial is None:
        return {}
    row = instance._meta.label_lower, str(instance.pk), name
    if row in trial.bodies:
        return {trial.language: body(instance, name, trial.language, trial.bodies[row])}
    return {trial.language: trial.rows[row]} if row in trial.rows else {}


def body(instance: Any, name: str, language: str, texts: Mapping[streams.Path, str]) -> Any:
    block = instance._meta.get_field(f"{name}_{language}").stream_block
    source, other = (streams.raw_of(getattr(instance, f"{name}_{code}")) for code in (SOURCE, language))
    return block.to_python(streams.so_far(block, source, other, texts))


def marked(words: Words) -> Words:
    return [marked_one(form) for form in words] if isinstance(words, list) else marked_one(words)


def marked_one(words: str) -> str:
    return f"{BEGIN}{words.translate(WITHOUT_MARKS)}{END}"
