"""The file in which a questionnaire travels (`data/exchange.schema.json` gives its form).

    {"format": "leavingwell-questionnaire", "schema_version": 1, "exported_at": "2026-11-22T10:00:00+00:00",
     "origin": {"council": "northmoor", "name": "Northmoor"}, "hash": "5e…",
     "adopted": {"NM-HOME-02": "eastmarsh:EM-HOME-01"}, "content": {…}, "media": {"77….webp": "UklGR…"}}

`content` is as `freezing` writes it, and the file is whole: it holds the bytes of every picture and recording. It is
for editors: the prompts for workers are in it.
"""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from leavingwell.questionnaires.conditions import questions_of
from leavingwell.questionnaires.content import NO_MEDIA
from leavingwell.questionnaires.freezing import hash_of

FORMAT, SCHEMA_VERSION = "leavingwell-questionnaire", 1
Content = Mapping[str, Any]
Document = dict[str, Any]
NO_WORDS: Mapping[str, Any] = {"text": {}, "help": {}, "prompt": {}}
LATER_KEYS: Mapping[str, Any] = {
    "is_own": False,
    "show_when": None,
    "tell_a_person": [],
    "tell_if_repeated": [],
    "limits": {"least": None, "most": None},
}


def completed_question(question: Mapping[str, Any]) -> dict[str, Any]:
    texts = {variant: {**NO_WORDS, **parts} for variant, parts in question["texts"].items()}
    media = {variant: question.get("media", {}).get(variant, NO_MEDIA) for variant in texts}
    choices = [{"labels": {}, **choice} for choice in question["choices"]]
    return {**LATER_KEYS, **question, "texts": texts, "media": media, "choices": choices}


def completed(content: Content) -> dict[str, Any]:
    """With every key: versions that were published long ago lack those that came later."""
    domains = [
        {**domain, "questions": [completed_question(question) for question in domain["questions"]]}
        for domain in content["domains"]
    ]
    return {**content, "domains": domains}


def media_names(content: Content) -> Iterator[str]:
    """Of every picture and recording that it shows; the same one may be shown twice."""
    for question in questions_of(content):
        for shown in question["media"].values():
            if shown["picture"]:
                yield shown["picture"]["name"]
            yield from shown["recordings"].values()


def document_of(
    content: Content,
    *,
    origin: Mapping[str, Any],
    adopted: Mapping[str, str],
    media: Mapping[str, bytes],
    exported_at: datetime,
) -> Document:
    """`content` is complete, `media` holds the bytes of everything that it names."""
    return {
        "format": FORMAT,
        "schema_version": SCHEMA_VERSION,
        "exported_at": exported_at.isoformat(),
        "origin": dict(origin),
        "hash": hash_of(dict(content)),
        "adopted": dict(adopted),
        "content": content,
        "media": {name: b64encode(data).decode() for name, data in sorted(media.items())},
    }


def written(document: Document) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode()
