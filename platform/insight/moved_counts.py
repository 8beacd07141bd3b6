"""Counted answers to any version of a questionnaire, in the terms of its newest. They stay as they were given."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from leavingwell.platform.insight.suppression import Cell
from leavingwell.questionnaires.kinds import AnswerKind
from leavingwell.questionnaires.models import QuestionnaireVersion
from leavingwell.questionnaires.moving import UNSAID, Move, translated
from leavingwell.questionnaires.services.moving import moves_to


@dataclass(frozen=True)
class Counted:
    """How many gave one answer to one question at one place of the table. `said` holds the choices that were made."""

    version: UUID
    code: str
    is_answer: bool
    said: tuple[str, ...]
    place: Cell
    number: int
    wanted: int = 0


def counted(row: Mapping[str, Any], place: Cell) -> Counted:
    """Of a row that was grouped by version, question, kind, choice and choices."""
    said = (row["choice"],) if row["choice"] else tuple(row["choices"])
    is_answer = row["kind"] == AnswerKind.ANSWERED
    return Counted(row["version"], row["question_code"], is_answer, said, place, row["number"], row.get("wanted", 0))


def by_source(moves: Iterable[Move]) -> dict[str, list[Move]]:
    """Where each leads. Where two questions became one, the first of them counts: else somebody would count twice."""
    found: dict[str, list[Move]] = {}
    taken: set[str] = set()
    for move in moves:
        targets = [target for target in move["to"] if target not in taken]
        taken.update(targets)
        found.setdefault(move["from"], []).append({**move, "to": targets})
    return found


def moved_on(rows: Iterable[Counted], latest: QuestionnaireVersion) -> Iterator[Counted]:
    """Every row in the terms of the newest version; what cannot be told in them is left out."""
    rows = list(rows)
    moves = moves_to(latest, {row.version for row in rows})
    ways = {version: by_source(found) for version, found in moves.items()}
    for row in rows:
        if row.version == latest.pk:
            yield row
        else:
            yield from moved_row(row, ways.get(row.version, {}).get(row.code, ()))


def moved_row(row: Counted, moves: Iterable[Move]) -> Iterator[Counted]:
    for move in moves:
        said = translated(list(row.said), move.get("choices"))
        lost = row.is_answer and bool(row.said) and said in UNSAID
        for target in () if lost else move["to"]:
            yield replace(row, code=target, said=tuple(said))
