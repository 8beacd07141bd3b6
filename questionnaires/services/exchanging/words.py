"""The council's words become those of a file, in the languages that the council has.

Where these are the nation's words, the council's own row goes: so they follow the nation from then on.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import ChoiceLabel, Domain, Indicator, Recording, Wording
from leavingwell.questionnaires.services.exchanging.files import Files
from leavingwell.questionnaires.services.rewording import note_national_words

PARTS = ("text", "help", "prompt", "picture_text")
Question = Mapping[str, Any]
State = dict[str, Any]
Rows = Mapping[Any, tuple[Any, Any]]  # key -> the council's own row and the nation's, or None


def own_and_national(rows: Any, *key: str) -> dict[Any, tuple[Any, Any]]:
    """By `key` of the row. One query."""
    found: dict[Any, tuple[Any, Any]] = {}
    for row in rows:
        at = tuple(getattr(row, name) for name in key)
        own, national = found.get(at, (None, None))
        found[at] = (own, row) if row.council_id is None else (row, national)
    return found


def texts_state(row: Any, parts: Sequence[str], languages: Sequence[str]) -> State:
    return {f"{part}_{language}": getattr(row, f"{part}_{language}") or "" for part in parts for language in languages}


def texts_wanted(parts: Mapping[str, Mapping[str, str]], languages: Sequence[str]) -> State:
    return {f"{part}_{one}": texts.get(one, "") for part, texts in parts.items() for one in languages}


def settled(own: Any, national: Any, wanted: State, state: Any) -> bool:
    """Whether nothing more has to be written: it is so already, or so again once the own row is gone."""
    if state(own or national) == wanted:
        return True
    if state(national) == wanted or not any(wanted.values()):
        if own:
            own.delete()
        return True
    return False


class Wordings:
    """Every wording of the questions, read once."""

    def __init__(self, files: Files, languages: Sequence[str]) -> None:
        self.files, self.languages = files, languages
        rows = Wording.objects.select_related("picture", "indicator").prefetch_related("recordings__media")
        self.rows = own_and_national(rows, "indicator_id", "variant")

    def state(self, wording: Wording | None) -> State:
        if wording is None:
            return {}
        recordings = {one.language: one.media.name for one in wording.recordings.all()}
        return {
            **texts_state(wording, PARTS, self.languages),
            "picture": wording.picture.name if wording.picture else None,
            "recordings": {code: name for code, name in recordings.items() if code in self.languages},
        }

    def wanted(self, question: Question, variant: str) -> State:
        if variant not in question["texts"]:
            return {}
        shown = question["media"].get(variant, {"picture": None, "recordings": {}})
        picture = shown["picture"] or {"name": None, "alternative_text": {}}
        parts = {**question["texts"][variant], "picture_text": picture["alternative_text"]}
        return {
            **texts_wanted(parts, self.languages),
            "picture": picture["name"],
            "recordings": {code: name for code, name in shown["recordings"].items() if code in self.languages},
        }

    def write(self, indicator: Indicator, question: Question) -> None:
        for variant in Variant.values:
            own, national = self.rows.get((indicator.pk, variant), (None, None))
            wanted = self.wanted(question, variant)
            if not settled(own, national, wanted, self.state):
                self.save(own or Wording(indicator=indicator, variant=variant), wanted)

    def save(self, own: Wording, wanted: State) -> None:
        texts = {name: value for name, value in wanted.items() if name not in ("picture", "recordings")}
        for name, value in texts.items():
            setattr(own, name, value)
        own.picture = self.files.row(wanted["picture"]) if wanted["picture"] else None
        if own._state.adding and own.indicator.council_id is None:
            note_national_words(own)
        own.save()
        self.save_recordings(own, wanted["recordings"])

    def save_recordings(self, own: Wording, wanted: Mapping[str, str]) -> None:
        gone = [language for language in self.languages if language not in wanted]
        Recording.objects.filter(wording=own, language__in=gone).delete()
        for language, name in wanted.items():
            Recording.objects.update_or_create(
                wording=own,
                language=language,
                defaults={"media": self.files.row(name)},
            )


def write_row(model: Any, key: State, rows: tuple[Any, Any], wanted: State, rest: State) -> None:
    """A row that holds texts alone, with the `rest` that a new one needs."""

    def state(row: Any) -> State:
        return {name: getattr(row, name) or "" for name in wanted} if row else {}

    if not settled(*rows, wanted, state):
        values = {**wanted, **rest}
        model.objects.update_or_create(council_id=scope.current_council_id(), **key, defaults=values)


def write_labels(labels: Mapping[tuple[str, str], Mapping[str, Any]], languages: Sequence[str]) -> None:
    """By answer type and choice, then by variant."""
    rows = own_and_national(ChoiceLabel.objects.all(), "answer_type", "code", "variant")
    for answer_type, code in labels:
        _own, standard = rows[answer_type, code, Variant.STANDARD]
        for variant in Variant.values:
            wanted = texts_wanted({"label": labels[answer_type, code].get(variant, {})}, languages)
            there = rows.get((answer_type, code, variant), (None, None))
            key = {"answer_type": answer_type, "code": code, "variant": variant}
            write_row(ChoiceLabel, key, there, wanted, {"order": standard.order})


def write_titles(domains: Sequence[Mapping[str, Any]], languages: Sequence[str]) -> None:
    rows = own_and_national(Domain.objects.select_related("questionnaire"), "code")
    for domain in domains:
        own, national = rows.get((domain["code"],), (None, None))
        if national:
            wanted = {**texts_wanted({"title": domain["title"]}, languages), "name": domain["name"]}
            rest = {"questionnaire": national.questionnaire, "order": national.order}
            write_row(Domain, {"code": domain["code"]}, (own, national), wanted, rest)
