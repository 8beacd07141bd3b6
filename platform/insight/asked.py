"""What of the totals somebody asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from leavingwell.platform.insight.age_bands import AgeBand
from leavingwell.platform.people.models import Team
from leavingwell.platform.problems import invalid, not_found
from leavingwell.questionnaires.services.publishing import latest_version


@dataclass(frozen=True)
class Asked:
    domain: str | None = None
    band: AgeBand | None = None
    team: UUID | None = None

    @property
    def parameters(self) -> dict[str, str]:
        """As they stand in an address."""
        given = {"domain": self.domain, "age": self.band.value if self.band else None, "team": self.team}
        return {name: str(value) for name, value in given.items() if value}


def asked(domain: str | None, band: AgeBand | None, team: UUID | None) -> Asked:
    """Raises NOT_FOUND for a domain that the newest questionnaire has not, and for a team that is not there."""
    if domain is not None and domain not in {one["code"] for one in latest_version("outcomes").content["domains"]}:
        raise not_found("domain")
    if team and not Team.objects.filter(pk=team).exists():
        raise not_found("team")
    return Asked(domain, band, team)


def asked_in(given: Mapping[str, str]) -> Asked:
    """Of an address. Raises NOT_FOUND, and INVALID for an age band or a team that cannot be."""
    try:
        band = AgeBand(given["age"]) if given.get("age") else None
        team = UUID(given["team"]) if given.get("team") else None
    except ValueError as error:
        raise invalid(str(error)) from None
    return asked(given.get("domain") or None, band, team)
