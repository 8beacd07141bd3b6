"""Checking the links of one council: each address once, a few at a time, and not for ever."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor, wait

from django.utils import timezone

from leavingwell.content.checks.asking import SILENT, Answer, ask
from leavingwell.content.checks.keeping import check_every_page, drafts
from leavingwell.content.checks.links import links_of
from leavingwell.content.models import CheckedLink
from leavingwell.translations.panels import languages_in_scope

MOST = 500  # addresses in one run: those that have waited longest
AT_ONCE = 8
LONGEST_RUN = 15 * 60  # seconds
LONGEST_ADDRESS = 1000  # characters
State = CheckedLink.State


def addresses() -> set[str]:
    """All that the council's pages lead to."""
    languages = languages_in_scope()
    links = (link.address for page in drafts() for link in links_of(page, languages))
    return {address for address in links if address and len(address) <= LONGEST_ADDRESS}


def longest_waiting(wanted: set[str]) -> list[str]:
    last = dict(CheckedLink.objects.values_list("address", "checked_at"))
    return sorted(wanted, key=lambda one: (one in last, last.get(one), one))[:MOST]


def answers_of(wanted: list[str]) -> dict[str, Answer]:
    """Asked by threads that touch no database. A server that keeps us waiting for ever holds up nobody."""
    pool = ThreadPoolExecutor(AT_ONCE)
    asked = {pool.submit(ask, address): address for address in wanted}
    done, _late = wait(asked, timeout=LONGEST_RUN)
    pool.shutdown(wait=False, cancel_futures=True)
    return {address: future.result() if future in done else (State.UNSURE, SILENT) for future, address in asked.items()}


def keep(answers: dict[str, Answer]) -> None:
    now = timezone.now()
    rows: Iterable[CheckedLink] = (
        CheckedLink(address=address, state=state, answer=answer, checked_at=now)
        for address, (state, answer) in answers.items()
    )
    CheckedLink.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["council", "address"],
        update_fields=["state", "answer", "checked_at"],
    )


def check_links() -> int:
    """Also looks at every page anew, so that the list names where the broken ones stand. The number of addresses."""
    wanted = addresses()
    keep(answers_of(longest_waiting(wanted)))
    CheckedLink.objects.exclude(address__in=wanted).delete()
    check_every_page()
    return len(wanted)
