"""Signed leave to see one draft: of one council, for half an hour, as long as whoever gave it may still edit it."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.core import signing
from django.utils import timezone

SALT = "leavingwell.content.preview"
LASTS = timedelta(minutes=30)


class PreviewOver(Exception):
    """The token is no token, too old, another council's, or of somebody who may no longer edit the page."""


@dataclass(frozen=True)
class Leave:
    """`model` is the kind of page, as `app.model`. `page` is None for one that was never saved.

    `revision` is the version to show; None is what is being typed (`typed`). `by` is the account's id.
    """

    council: int
    by: int
    model: str
    page: int | None
    revision: int | None
    until: float

    @property
    def ends_at(self) -> datetime:
        return datetime.fromtimestamp(self.until, tz=timezone.get_current_timezone())


def leave(*, council: int, by: int, model: str, page: int | None, revision: int | None) -> Leave:
    until = (timezone.now() + LASTS).timestamp()
    return Leave(council=council, by=by, model=model, page=page, revision=revision, until=until)


def token_of(given: Leave) -> str:
    return signing.dumps(asdict(given), salt=SALT, compress=True)


def leave_in(token: str) -> Leave:
    """Raises `PreviewOver` for a token that was not signed here, was changed, or is too old."""
    try:
        found = Leave(**signing.loads(token, salt=SALT, max_age=LASTS))
    except (signing.BadSignature, TypeError, ValueError):
        raise PreviewOver from None
    if timezone.now().timestamp() > found.until:
        raise PreviewOver
    return found
