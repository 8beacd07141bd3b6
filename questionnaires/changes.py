"""What is different between two contents of a questionnaire (`freezing` says how they look), for people to read.

Pure functions: the admin shows the result before publishing, and anybody else may ask what a version changed.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from leavingwell.questionnaires.kinds import OWN_CHOICES, Variant
from leavingwell.translations.languages import LANGUAGES, SOURCE

Content = Mapping[str, Any]
AREAS = "areas"  # the subject of the order of the areas of life
WORDED = {"texts", "choices", "media"}  # the keys of a question that are not its rules


@dataclass(frozen=True)
class Place:
    """Where a text stands. `subject` is a question's or domain's code or an answer type; `choice` for answers only."""

    subject: str
    part: str  # text | help | prompt | title | label | picture | recording | rules | order
    language: str = SOURCE
    variant: str = Variant.STANDARD.value
    choice: str = ""


@dataclass(frozen=True)
class Change:
    """One text that came (`before` empty), went (`after` empty) or is another now."""

    place: Place
    before: str
    after: str


@dataclass(frozen=True)
class Subject:
    """Everything that changed about one question, domain or answer type. `words` are its English ones."""

    code: str
    words: str
    is_new: bool
    is_gone: bool
    changes: tuple[Change, ...]


def texts_of_question(question: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    for variant, parts in question["texts"].items():
        for part, texts in parts.items():
            for language, text in texts.items():
                yield Place(question["code"], part, language, variant), text
    yield from media_of_question(question)
    rules = {name: value for name, value in question.items() if name not in WORDED}
    rules["scores"] = [choice["score"] for choice in question["choices"]]
    yield Place(question["code"], "rules"), json.dumps(rules, sort_keys=True)


def media_of_question(question: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """A picture by what it shows, or where that is not told by its name; a recording by its name."""
    for variant, media in question.get("media", {}).items():
        if picture := media["picture"]:
            shown = picture["alternative_text"].get(SOURCE, "")
            yield Place(question["code"], "picture", SOURCE, variant), f"{shown} ({picture['name'][:8]})"
        for language, name in media["recordings"].items():
            yield Place(question["code"], "recording", language, variant), name[:8]


def labels_of_question(question: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """Of shared answers under their type; of a question's own list under the question."""
    own = question["answer_type"] in OWN_CHOICES
    subject = question["code"] if own else question["answer_type"]
    for choice in question["choices"]:
        for variant, labels in {Variant.STANDARD.value: choice["label"], **choice.get("labels", {})}.items():
            for language, label in labels.items():
                yield Place(subject, "label", language, variant, choice["code"]), label


def texts_of(content: Content) -> dict[Place, str]:
    """Every text with its place, in the order of the questionnaire; the answers, which questions share, at the end."""
    texts: dict[Place, str] = {}
    labels: dict[Place, str] = {}
    for domain in content["domains"]:
        texts.update({Place(domain["code"], "title", language): text for language, text in domain["title"].items()})
        for question in domain["questions"]:
            texts.update(texts_of_question(question))
            labels.update(labels_of_question(question))
    return {**texts, **labels}


def orders_of(before: Content, after: Content) -> tuple[dict[Place, str], dict[Place, str]]:
    """In which order each asks what both ask: the areas of life, and the questions of each."""
    old = {domain["code"]: [one["code"] for one in domain["questions"]] for domain in before["domains"]}
    new = {domain["code"]: [one["code"] for one in domain["questions"]] for domain in after["domains"]}
    pairs = {AREAS: (list(old), list(new))} | {code: (old[code], new[code]) for code in new if code in old}
    places = {Place(code, "order"): pair for code, pair in pairs.items()}
    return (
        {place: ", ".join(code for code in was if code in now) for place, (was, now) in places.items()},
        {place: ", ".join(code for code in now if code in was) for place, (was, now) in places.items()},
    )


def words_of(subject: str, texts: Mapping[Place, str]) -> str:
    return texts.get(Place(subject, "text"), "") or texts.get(Place(subject, "title"), "")


def subject_of(code: str, found: list[Change], before: Mapping[Place, str], after: Mapping[Place, str]) -> Subject:
    is_new = not any(place.subject == code for place in before)
    is_gone = not any(place.subject == code for place in after)
    told = tuple(change for change in found if change.place.part != "rules" or not (is_new or is_gone))
    return Subject(code, words_of(code, after) or words_of(code, before), is_new, is_gone, told)


def in_order(old: Mapping[Place, str], new: Mapping[Place, str]) -> list[Place]:
    """Every place in the order of the newer content; what is gone stands with its subject.

    Within a subject the question itself comes first, and English before its translations: a stored content keeps no
    order of its own there.
    """
    places = list(dict.fromkeys([*new, *old]))
    order = {subject: number for number, subject in enumerate(dict.fromkeys(place.subject for place in places))}

    def rank(place: Place) -> tuple[Any, ...]:
        is_standard = place.variant == Variant.STANDARD
        return order[place.subject], not is_standard, place.variant, place.part != "text", place.language != SOURCE

    return sorted(places, key=rank)


def changes(before: Content, after: Content, languages: Collection[str] = tuple(LANGUAGES)) -> list[Subject]:
    """What somebody would read differently in one of the languages, by question, domain and answer type."""
    old_order, new_order = orders_of(before, after)
    old, new = {**texts_of(before), **old_order}, {**texts_of(after), **new_order}
    found = [
        Change(place, old.get(place, ""), new.get(place, ""))
        for place in in_order(old, new)
        if old.get(place) != new.get(place) and place.language in languages
    ]
    return [
        subject_of(code, list(group), old, new) for code, group in groupby(found, key=lambda one: one.place.subject)
    ]
