"""How far an import is: seen by whoever waits for it, and kept so that a job that was killed can be carried on."""

import gzip
import json
from datetime import timedelta
from typing import Any

from django.utils import timezone

from leavingwell.content.models import DirectoryImport
from leavingwell.content.open_referral.faults import Fault
from leavingwell.content.open_referral.taking.parsing import LARGEST

State = DirectoryImport.State
STILL = timedelta(minutes=5)  # without a sign of life: the job is gone


def packed(services: list[Any]) -> bytes:
    return gzip.compress(json.dumps(services).encode(), compresslevel=3)


def unpacked(payload: bytes) -> bytes:
    """Ours, so that it is no larger than what we read: at most four answers' worth."""
    return gzip.decompress(payload)[: 4 * LARGEST]


def move(run: DirectoryImport, **changes: Any) -> None:
    """Notes at once how far it is, whatever else the job does later."""
    changes["moved_at"] = timezone.now()
    for name, value in changes.items():
        setattr(run, name, value)
    DirectoryImport.objects.filter(pk=run.pk).update(**changes)


def fail(run: DirectoryImport, fault: Fault) -> None:
    move(run, state=State.FAILED, problem=fault, payload=None, finished_at=timezone.now())


def seems_dead(run: DirectoryImport) -> bool:
    return run.is_moving and run.moved_at < timezone.now() - STILL
