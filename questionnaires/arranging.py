"""Whether, where and when the council whose scope is open asks each question."""

from dataclasses import dataclass
from typing import Any

from leavingwell.questionnaires.models import (
    Domain,
    DomainArrangement,
    Indicator,
    QuestionArrangement,
)
from leavingwell.questionnaires.ownership import in_this_scope

AFTER_NATIONAL = 1000  # a council's own questions come last until it moves them


@dataclass(frozen=True)
class Arrangements:
    own: dict[Any, QuestionArrangement]
    national: dict[Any, QuestionArrangement]
    domains: dict[str, int]

    def domain_place(self, domain: Domain) -> tuple[int, int]:
        return self.domains.get(domain.code, domain.order), domain.order

    def place(self, indicator: Indicator) -> tuple[int, int]:
        """Sorts the questions of one domain."""
        usual = indicator.order if indicator.council_id is None else indicator.order + AFTER_NATIONAL
        own = self.own.get(indicator.pk)
        return (own.order if own and own.order is not None else usual), usual

    def is_hidden(self, indicator: Indicator) -> bool:
        own = self.own.get(indicator.pk)
        return bool(own and own.is_hidden and not indicator.is_core)

    def show_when(self, indicator: Indicator) -> Any:
        """The council's condition, else the nation's. Core questions are asked of everybody."""
        if indicator.is_core:
            return None
        own, national = self.own.get(indicator.pk), self.national.get(indicator.pk)
        return (own and own.show_when) or (national and national.show_when) or None

    def tell_a_person(self, indicator: Indicator) -> list[str]:
        own = self.own.get(indicator.pk)
        added = own.tell_a_person if own else []
        return list(dict.fromkeys((*indicator.tell_a_person, *added)))


def arrangements() -> Arrangements:
    """Two queries, however many questions there are."""
    rows = in_this_scope(QuestionArrangement.objects.all())
    return Arrangements(
        own={row.indicator_id: row for row in rows if row.council_id is not None},
        national={row.indicator_id: row for row in rows if row.council_id is None},
        domains={row.domain_code: row.order for row in in_this_scope(DomainArrangement.objects.all())},
    )
