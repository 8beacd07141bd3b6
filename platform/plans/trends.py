"""What changed since the last review, over the questions that both reviews asked (domain.md 2F, scoring rule 5)."""

from collections.abc import Mapping
from typing import Any

from leavingwell.questionnaires.models import Response
from leavingwell.questionnaires.moving import Move, codes_of, moved
from leavingwell.questionnaires.scoring import Answers, Bands, Change, as_shown, change, domain_score
from leavingwell.questionnaires.services.moving import moves_between
from leavingwell.questionnaires.values import value_of


def answers_of(response: Response) -> Answers:
    """By question: the kind of answer, and its value. The answers are fetched already."""
    return {answer.question_code: (answer.kind, value_of(answer)) for answer in response.answers.all()}


def told_answers(response: Response) -> Answers:
    """The answers to the questions that came up, in the terms of the response's own version."""
    return as_shown(response.questionnaire_version.content, answers_of(response))


def both_asked(content: Mapping[str, Any], moves: list[Move]) -> frozenset[str]:
    return frozenset(codes_of(content)) & {code for move in moves for code in move["to"]}


def moves_from(earlier: Response, latest: Response) -> list[Move]:
    """Nothing where one version does not lead to the other: then no change can be told."""
    before, after = earlier.questionnaire_version, latest.questionnaire_version
    if before.pk == after.pk:
        return [{"kind": "same", "from": code, "to": [code]} for code in codes_of(after.content)]
    return moves_between(before, after) or []


def changes_since(earlier: Response, latest: Response, bands: Bands) -> dict[str, Change | None]:
    """By domain. The earlier answers are read in the terms of the later version; they stay as they were given."""
    content, moves = latest.questionnaire_version.content, moves_from(earlier, latest)
    now, before = told_answers(latest), moved(told_answers(earlier), moves)
    compared = both_asked(content, moves)
    found: dict[str, Change | None] = {}
    for domain in content["domains"]:
        asked = {**domain, "questions": [one for one in domain["questions"] if one["code"] in compared]}
        phases = [bands.phase(domain_score(asked, answers).percent) for answers in (now, before)]
        found[domain["code"]] = change(*phases)
    return found
