"""Bringing in a file is the worker's: a large one takes longer than anybody should wait for a page."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import ProblemCode, Problems
from leavingwell.translations import runs
from leavingwell.translations.exchange.comparing import Plan
from leavingwell.translations.exchange.formats import read
from leavingwell.translations.exchange.looking import looked
from leavingwell.translations.runs import Run, Stage
from leavingwell.translations.services.filing import CHANGED_SINCE, FAULTS_TOLD, bring_in, preview


def bring_in_file(scope_value: int, run: str, person: Any, fingerprint: str, language: str) -> None:
    """`language` is that in which the person reads what became of it."""
    with runs.scope_of(scope_value), override(language):
        state, data = runs.state_of(run, person), runs.data_of(run)
        if state is None or not data or state.is_over:
            return
        try:
            incoming = read(data)
            step = runs.counter(run, state, len(incoming.lines))
            plan = bring_in(incoming, fingerprint, by=Person.objects.get(pk=person), why=state.name, step=step)
        except Problems as refused:
            runs.tell(run, state, stage=Stage.REFUSED, told=told(refused))
        except Exception:
            sorry = _("Something went wrong on our side. Nothing was changed.")
            runs.tell(run, state, stage=Stage.REFUSED, told=[sorry])
            raise
        else:
            finish(run, state, plan)


def look_at_file(scope_value: int, run: str, person: Any, language: str) -> None:
    """Comparing a large file with what is here. What is wrong with it is told with its lines."""
    with runs.scope_of(scope_value), override(language):
        state, data = runs.state_of(run, person), runs.data_of(run)
        if state is None or not data or state.is_over:
            return
        state = runs.tell(run, state, stage=Stage.READING)
        try:
            plan = preview(read(data), by=Person.objects.get(pk=person))
        except Problems as refused:
            runs.tell(run, state, stage=Stage.REFUSED, told=told(refused))
        except Exception:
            runs.tell(
                run, state, stage=Stage.REFUSED, told=[_("Something went wrong on our side. Nothing was changed.")]
            )
            raise
        else:
            show(run, state, plan)


def show(run: str, state: Run, plan: Plan) -> None:
    if plan.faults:
        counts = {"more": len(plan.told) - FAULTS_TOLD}
        runs.tell(run, state, stage=Stage.REFUSED, language=plan.language, told=plan.told[:FAULTS_TOLD], counts=counts)
        return
    runs.keep_look(run, looked(plan))
    runs.tell(run, state, stage=Stage.LOOKING, language=plan.language)


def told(refused: Problems) -> list[str]:
    if any(problem.code == ProblemCode.STALE_VERSION for problem in refused.problems):
        return [str(CHANGED_SINCE)]
    return [str(problem.message) for problem in refused.problems]


def finish(run: str, state: Run, plan: Plan) -> None:
    runs.tell(run, state, stage=Stage.DONE, counts=plan.counts)
