"""What one request shows of young people: gathered while it is answered, and written down before it is sent."""

from uuid import UUID

from leavingwell.graphql.context import Context
from leavingwell.platform.audit.seeing import Seen, record_seen
from leavingwell.platform.people.roles import Role


def note(context: Context, young_person_id: UUID, seen: Seen) -> None:
    """Nobody is noted for looking at their own."""
    viewer = context.viewer
    if viewer is None or (viewer.role == Role.YOUNG_PERSON and viewer.young_person.pk == young_person_id):
        return
    context.seen.add((young_person_id, seen))


def write_down(context: Context) -> None:
    """One insert for all that the answer shows. It fails with what the database says, and so does the answer."""
    if context.seen and context.viewer is not None:
        record_seen(context.viewer, context.seen)
