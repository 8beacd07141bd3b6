"""The JSON Schema (2020-12) of a document of answers to one version. Pure functions over the version's content.

Such a document holds `answers` as `saveAnswers` takes them. A schema cannot say everything: which questions other
answers hide stands in their conditions, and that no question is answered twice is for the sender to see to.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import LONGEST_TEXT, OWN_CHOICES, AnswerKind, AnswerType
from leavingwell.questionnaires.services.checks import LONGEST, MOST_ANSWERS
from leavingwell.questionnaires.services.value_checks import HIGHEST, INPUT_NAMES
from leavingwell.questionnaires.values import FIELDS, field_of

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ANSWERED = AnswerKind.ANSWERED.name
VALUES = [INPUT_NAMES.get(name, name) for name in FIELDS]
NO_VALUE: Schema = {"properties": dict.fromkeys(VALUES, False)}
OWN_RULES = (*OWN_CHOICES, AnswerType.NUMBER)
A_KIND: Schema = {"enum": [kind.name for kind in AnswerKind]}
ANOTHER_KIND: Schema = {"required": ["kind"], "properties": {"kind": {"not": {"const": ANSWERED}}}}


def bounds(limits: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    least, most = limits.get("least"), limits.get("most")
    yield ("exclusiveMinimum", -int(HIGHEST)) if least is None else ("minimum", least)
    yield ("exclusiveMaximum", int(HIGHEST)) if most is None else ("maximum", most)


def value_of(question: Mapping[str, Any]) -> Schema:
    """What the value of its answers can be."""
    number = {"type": "number", "description": "Two decimal places at most."}
    one: Schema = {"enum": [choice["code"] for choice in question["choices"]]}
    return {
        "choice": one,
        "choices": {"type": "array", "items": one, "uniqueItems": True, "minItems": 1},
        "number": {**number, **dict(bounds(question.get("limits") or {}))},
        "day": {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "text": {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
    }[field_of(question)]


def answer_to(question: Mapping[str, Any]) -> Schema:
    """An answer to it: a value in the field of its answer type, where it is answered at all."""
    field = INPUT_NAMES.get(field_of(question), field_of(question))
    fields = {name: value_of(question) if name == field else False for name in VALUES}
    answered: Schema = {"required": ["kind"], "properties": {"kind": {"const": ANSWERED}}}
    return {"properties": fields, "if": answered, "then": {"required": [field]}}


def name_of(question: Mapping[str, Any]) -> str:
    """Under which questions that are answered alike stand together."""
    return str(question["code"] if question["answer_type"] in OWN_RULES else question["answer_type"])


def any_answer(codes: list[str]) -> Schema:
    return {
        "type": "object",
        "required": ["question"],
        "properties": {
            "question": {"enum": codes},
            "kind": A_KIND,
            **dict.fromkeys(VALUES, True),
            "comment": {"type": "string", "maxLength": LONGEST, "description": "The young person's own words."},
            "workerNote": {"type": "string", "maxLength": LONGEST},
            "wantsHelp": {"type": "boolean"},
        },
        "additionalProperties": False,
        "if": ANOTHER_KIND,
        "then": NO_VALUE,
    }


def answer_schema(content: Mapping[str, Any], content_hash: str, address: str) -> Schema:
    """`address` is where this schema is found for ever: its `$id`."""
    questions = Content(content).questions
    alike: dict[str, list[str]] = defaultdict(list)
    for code, question in questions.items():
        alike[name_of(question)].append(code)
    rules = [
        {"if": {"properties": {"question": {"enum": codes}}}, "then": {"$ref": f"#/$defs/{name}"}}
        for name, codes in alike.items()
    ]
    return {
        "$schema": DIALECT,
        "$id": address,
        "title": f"Answers to the questionnaire {content['code']}",
        "type": "object",
        "required": ["contentHash", "answers"],
        "properties": {
            "questionnaire": {"const": content["code"]},
            "contentHash": {"const": content_hash},
            "answers": {
                "type": "array",
                "minItems": 1,
                "maxItems": MOST_ANSWERS,
                "items": {"allOf": [{"$ref": "#/$defs/answer"}, *rules]},
            },
        },
        "additionalProperties": False,
        "$defs": {"answer": any_answer(list(questions))}
        | {name: answer_to(questions[codes[0]]) for name, codes in alike.items()},
    }
