"""Small contents of questionnaires for tests of pure functions (`freezing` says how they look)."""

from typing import Any

LABELS = {"yes": 2, "not_sure": 1, "no": 0}


def choice(code: str, score: int | None = None) -> dict[str, Any]:
    return {"code": code, "score": score, "label": {"en": code.title()}, "labels": {}}


def question(code: str, text: str = "Safe?", **more: Any) -> dict[str, Any]:
    return {
        "code": code,
        "is_core": False,
        "is_own": False,
        "answer_type": "YN",
        "level": 1,
        "schedule_1": [],
        "texts": {"standard": {"text": {"en": text}, "help": {}, "prompt": {}}},
        "media": {},
        "show_when": None,
        "tell_a_person": [],
        "tell_if_repeated": [],
        "limits": {"least": None, "most": None},
        "choices": [choice(code, score) for code, score in LABELS.items()],
        **more,
    }


def own(code: str, *choices: str, answer_type: str = "ONE", **more: Any) -> dict[str, Any]:
    """A council's own question: no points."""
    return question(code, is_own=True, answer_type=answer_type, choices=[choice(one) for one in choices], **more)


def content(*questions: dict[str, Any], code: str = "HOME") -> dict[str, Any]:
    domain = {"code": code, "name": code.title(), "title": {"en": code.title()}, "questions": list(questions)}
    return {"code": "outcomes", "domains": [domain]}
