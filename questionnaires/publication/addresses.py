"""Where a published version is, for ever: paths on the host of every council that can read it."""

from django.urls import reverse


def bundle_address(code: str, content_hash: str) -> str:
    return reverse("questionnaire_version", args=[code, content_hash])


def schema_address(code: str, content_hash: str) -> str:
    return reverse("questionnaire_schema", args=[code, content_hash])
