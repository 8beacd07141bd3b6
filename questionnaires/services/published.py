"""What a council has ever published of a question, asked of the database without reading whole versions."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, JSONField, TextField, Value

from leavingwell.platform.councils import scope
from leavingwell.questionnaires.models import QuestionnaireVersion

CODES = "$.domains[*].questions[*].code"
QUESTION = "$.domains[*].questions[*] ? (@.code == $code)"


@dataclass(frozen=True)
class Published:
    """The forms in which a question was ever published, the newest first. Empty: never."""

    forms: list[dict[str, Any]]

    @property
    def answer_type(self) -> str | None:
        return self.forms[0]["answer_type"] if self.forms else None

    @property
    def choices(self) -> set[str]:
        return {choice["code"] for form in self.forms for choice in form["choices"]}


def own_versions() -> Any:
    return QuestionnaireVersion.objects.filter(council=scope.current() or None).order_by("questionnaire", "-number")


def found(path: str, **variables: str) -> Func:
    where = Func(Value(path), template="%(expressions)s::jsonpath", output_field=TextField())
    given = Value(variables, output_field=JSONField())
    return Func(F("content"), where, given, function="jsonb_path_query_array", output_field=JSONField())


def published(code: str) -> Published:
    rows = own_versions().annotate(found=found(QUESTION, code=code)).values_list("found", flat=True)
    return Published([question for questions in rows for question in questions])


def published_codes() -> set[str]:
    """Of every question in any version."""
    rows = own_versions().annotate(found=found(CODES)).values_list("found", flat=True)
    return {code for codes in rows for code in codes}


def asked_now() -> set[str]:
    """Of every question in the newest versions."""
    newest: dict[Any, list[str]] = defaultdict(list)
    for questionnaire, codes in own_versions().annotate(found=found(CODES)).values_list("questionnaire", "found"):
        newest.setdefault(questionnaire, codes)
    return {code for codes in newest.values() for code in codes}
