"""Everything that a client needs to ask a version without asking us again. Pure functions over a version's content.

The content stands as it was frozen (`freezing`), without the prompts, which are the worker's alone, and with the
address of every picture and recording.
"""

from collections.abc import Callable, Mapping
from typing import Any

from leavingwell.questionnaires.content import NO_MEDIA, Content
from leavingwell.questionnaires.kinds import LONGEST_TEXT, AnswerKind, Variant
from leavingwell.questionnaires.scoring import DOMAINS_FOR_OVERALL, OUT_OF_REACH, TOP
from leavingwell.questionnaires.services.checks import LONGEST
from leavingwell.translations.languages import LANGUAGES

FORMAT = 1  # counts up when the bundle or the schema of the same content comes out otherwise
PROMPT = "prompt"
Address = Callable[[str], str]  # where the file of a name is

SCORING = {
    "most_points": TOP,
    "least_share_of_core": 0.5,
    "least_domains_for_overall": DOMAINS_FOR_OVERALL,
    "left_out": [kind.value for kind in OUT_OF_REACH],
    "not_answered": [AnswerKind.RATHER_NOT_SAY.value, AnswerKind.SKIPPED.value],
}

SINCE: dict[str, Any] = {"is_own": False, "limits": {"least": None, "most": None}}  # of versions frozen before these


def words_without_prompt(texts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        variant: {part: words for part, words in parts.items() if part != PROMPT} for variant, parts in texts.items()
    }


def media_with_addresses(media: Mapping[str, Any], address: Address) -> dict[str, Any]:
    picture = media["picture"]
    return {
        "picture": {**picture, "address": address(picture["name"])} if picture else None,
        "recordings": {
            language: {"name": name, "address": address(name)} for language, name in media["recordings"].items()
        },
    }


def question_of(question: Mapping[str, Any], address: Address) -> dict[str, Any]:
    media = question.get("media") or {Variant.STANDARD.value: NO_MEDIA}
    return {
        **SINCE,
        **question,
        "choices": [{"labels": {}, **choice} for choice in question["choices"]],
        "texts": words_without_prompt(question["texts"]),
        "media": {variant: media_with_addresses(one, address) for variant, one in media.items()},
    }


def bundle(content: Mapping[str, Any], content_hash: str, address: Address) -> dict[str, Any]:
    """The same for the same content, for ever: what a council can change later is not in it."""
    used = [LANGUAGES[code] for code in Content(content).languages]
    return {
        "format": FORMAT,
        "code": content["code"],
        "content_hash": content_hash,
        "languages": {one.code: {"own_name": one.own_name, "direction": one.direction} for one in used},
        "variants": Variant.values,
        "answer_kinds": AnswerKind.values,
        "longest": {"comment": LONGEST, "text": LONGEST_TEXT},
        "scoring": SCORING,
        "domains": [
            {**domain, "questions": [question_of(question, address) for question in domain["questions"]]}
            for domain in content["domains"]
        ],
    }
