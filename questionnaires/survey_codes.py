"""The questions of a survey by names that hold in every council: an own question has another code in each."""

from typing import Any

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.configuration.journey import Inbound, Outbound
from leavingwell.platform.councils.configuration.tables import Table
from leavingwell.platform.councils.models import Council
from leavingwell.questionnaires.models import Indicator, Survey


def own_identities() -> dict[str, str]:
    """The own questions' codes, with where each was first made: `{"NM-HOME-02": "northmoor:NM-HOME-02"}`."""
    council = Council.objects.get(pk=scope.current_council_id())
    rows = Indicator.objects.filter(council=council).values_list("code", "adopted_from")
    return {code: adopted or f"{council.slug}:{code}" for code, adopted in rows}


class SurveyTable(Table):
    """Drafts alone: one that was sent is an event, which answers belong to."""

    def rows(self) -> Any:
        return super().rows().filter(state=Survey.State.DRAFT)

    def values(self, row: Any, out: Outbound, *args: Any) -> dict[str, Any]:
        names = own_identities()
        found = super().values(row, out, *args)
        return {**found, "question_codes": [names.get(code, code) for code in row.question_codes]}

    def take(self, row: Any, values: dict[str, Any], way: Inbound) -> None:
        codes = {identity: code for code, identity in own_identities().items()}
        given = values.get("question_codes")
        if isinstance(given, list):
            values = {**values, "question_codes": [codes.get(str(one), one) for one in given]}
        super().take(row, values, way)
