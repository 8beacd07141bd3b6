"""A published version with one question of every answer type, variants, pictures, recordings and a condition."""

from typing import Any

from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.freezing import hash_of
from leavingwell.questionnaires.kinds import CHOICE_CODES
from leavingwell.questionnaires.models import Questionnaire, QuestionnaireVersion

PICTURE = {"name": "5e.webp", "width": 600, "height": 400, "alternative_text": {"en": "A radiator", "ar": "مدفأة"}}
NO_MEDIA = {"picture": None, "recordings": {}}
OWN_LISTS = {"ONE": ("flat", "hostel"), "SEVERAL": ("bus", "train", "bike")}
LIMITS = {"least": 0, "most": 10}


def choice(code: str, score: int | None, **labels: dict[str, str]) -> dict[str, Any]:
    return {"code": code, "score": score, "label": {"en": code.title()}, "labels": labels}


def own(code: str, answer_type: str, **more: Any) -> dict[str, Any]:
    codes = OWN_LISTS.get(answer_type) or CHOICE_CODES.get(answer_type, ())
    return {
        "code": code,
        "is_core": False,
        "is_own": True,
        "answer_type": answer_type,
        "level": 1,
        "schedule_1": [],
        "texts": {"standard": {"text": {"en": f"Words of {code}"}, "help": {}, "prompt": {}}},
        "media": {"standard": NO_MEDIA},
        "choices": [choice(one, None) for one in codes],
        "show_when": None,
        "tell_a_person": [],
        "tell_if_repeated": [],
        "limits": LIMITS if answer_type == "NUMBER" else {"least": None, "most": None},
        **more,
    }


def warm() -> dict[str, Any]:
    """The nation's question, in two variants and languages, with everything that can hang on it."""
    standard = {"text": {"en": "Is it warm?", "ar": "هل المكان دافئ؟"}, "help": {"en": "Cold is bad for you."}}
    easy = {"text": {"en": "Warm?"}, "help": {}, "prompt": {}}
    return own(
        "HOME-01",
        "YN",
        is_core=True,
        is_own=False,
        texts={"easy_read": easy, "standard": {**standard, "prompt": {"en": "Ask about the prompt secret."}}},
        media={
            "easy_read": {"picture": PICTURE, "recordings": {"en": "e1.mp3"}},
            "standard": {"picture": None, "recordings": {"ar": "a1.mp3", "en": "e2.mp3"}},
        },
        choices=[choice("yes", 2, easy_read={"en": "Yes!"}), choice("not_sure", 1), choice("no", 0)],
        tell_a_person=["no"],
        tell_if_repeated=["not_sure"],
    )


def rich_content(mark: str = "") -> dict[str, Any]:
    shown = {"question": "HOME-01", "is": ["no"]}
    types = ("NUMBER", "DATE", "TEXT", "ONE", "SEVERAL", "FACES", "3PT")
    questions = [warm(), *(own(f"NM-{name}", name, show_when=shown if name == "TEXT" else None) for name in types)]
    return {
        "code": "outcomes",
        "domains": [{"code": "HOME", "name": f"Housing{mark}", "title": {"en": "Home"}, "questions": questions}],
    }


def publish_content(council: Council, content: dict[str, Any], number: int = 1) -> QuestionnaireVersion:
    with scope(council):
        return QuestionnaireVersion.objects.create(
            questionnaire=Questionnaire.objects.get(code="outcomes"),
            number=number,
            content=content,
            content_hash=hash_of(content),
        )


def publish_rich(council: Council, mark: str = "", number: int = 1) -> QuestionnaireVersion:
    return publish_content(council, rich_content(mark), number)
