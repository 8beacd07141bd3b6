"""What the guide for front-end developers shows is so."""

import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator

from tests.factories import Household
from tests.questionnaires.published import CURRENT, document, get

DOCS = (Path(__file__).parents[2] / "docs" / "front-end-developers.md").read_text()


def test_the_addresses_in_the_docs(north: Household) -> None:
    known = {"code": "outcomes", "contentHash": get(north.council, CURRENT).json()["content_hash"]}
    addresses = re.findall(r"`(/questionnaires/\S+)`", DOCS)
    assert len(addresses) == 6
    for written in addresses:
        assert get(north.council, written.format(**known)).status_code == 200


def test_the_answers_in_the_docs(north: Household) -> None:
    found = get(north.council, get(north.council, CURRENT).json()["addresses"]["schema"]).json()
    (written,) = re.findall(r"```json\n(.*?)```", DOCS, re.DOTALL)
    assert Draft202012Validator(found).is_valid(document(found, *json.loads(written)["answers"]))


def test_the_conditions_in_the_docs(north: Household) -> None:
    validator = Draft202012Validator(get(north.council, "/questionnaires/vectors/condition.schema.json").json())
    written = [json.loads(one) for one in re.findall(r"`(\{\"question\".*?\})`", DOCS)]
    assert len(written) == 3
    assert all(validator.is_valid(one) for one in written)
