"""Machine drafts are the worker's: another server may take long."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems
from leavingwell.translations import runs
from leavingwell.translations.machine.interface import MachineFailed
from leavingwell.translations.machine.machines import machine_called
from leavingwell.translations.runs import Run, Stage
from leavingwell.translations.services.machine_drafts import empty_texts, fill


def write_drafts(
    scope_value: int, run: str, person: Any, machine: str, areas: Sequence[str], whose: str, language: str
) -> None:
    """`language` is that in which the person reads what became of it. What was filled before a failure stays."""
    with runs.scope_of(scope_value), override(language):
        state = runs.state_of(run, person)
        if state is None or state.is_over:
            return
        counts: Counter[str] = Counter()
        try:
            draft(run, state, machine, areas, whose, counts)
        except MachineFailed as failed:
            runs.tell(run, state, stage=Stage.REFUSED, told=[str(failed.message)], counts=dict(counts))
        except Problems as refused:
            runs.tell(run, state, stage=Stage.REFUSED, told=[str(one.message) for one in refused.problems])
        except Exception:
            sorry = _("Something went wrong on our side.")
            runs.tell(run, state, stage=Stage.REFUSED, told=[sorry], counts=dict(counts))
            raise
        else:
            runs.tell(run, state, stage=Stage.DONE, counts=dict(counts))


def draft(run: str, state: Run, code: str, areas: Sequence[str], whose: str, counts: Counter[str]) -> None:
    machine, by = machine_called(code), Person.objects.get(pk=state.person)
    if machine is None:
        raise MachineFailed(_("This machine is not set up any more."))
    found = empty_texts(state.language, by=by, areas=areas, whose=whose)
    fill(found, state.language, machine, by=by, step=runs.counter(run, state, len(found)), counts=counts)
