"""Asking for published questionnaires, as anybody does."""

from typing import Any

from django.test import Client

from leavingwell.platform.councils.models import Council
from leavingwell.questionnaires.models import QuestionnaireVersion

CURRENT = "/questionnaires/outcomes/"


def get(council: Council, path: str, **headers: str) -> Any:
    return Client(HTTP_HOST=council.host).get(path, headers=headers)


def address(version: QuestionnaireVersion, part: str = "") -> str:
    return f"/questionnaires/outcomes/versions/{version.content_hash}/{part}"


def document(schema: dict[str, Any], *answers: Any) -> dict[str, Any]:
    return {"contentHash": schema["properties"]["contentHash"]["const"], "answers": list(answers)}
