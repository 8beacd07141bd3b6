"""Who may see and fetch a document: a plan, those who work with it; a copy of the data, only whoever asked for it."""

from typing import Any

from django.db.models import Q, QuerySet

from leavingwell.platform.access.grants import related_to
from leavingwell.platform.access.matrix import MATRIX
from leavingwell.platform.access.operations import CouncilOperation, Operation
from leavingwell.platform.access.permissions import Viewer, user_can_in_council
from leavingwell.platform.documents.models import Document

Kind = Document.Kind


def visible_documents(rows: QuerySet[Any], viewer: Viewer) -> QuerySet[Any]:
    """The rights are those of this moment: whoever has lost theirs since asking sees nothing."""
    if viewer is None or viewer.user is None:
        return rows.none()
    readers = related_to(viewer.user, MATRIX[Operation.REQUEST_DOCUMENT])
    plans = Q(kind=Kind.PLAN, plan__young_person__in=readers)
    data = Q(kind=Kind.DATA, requested_by=viewer)
    if not user_can_in_council(viewer, CouncilOperation.KEEP_RECORDS):
        data &= Q(plan__young_person__in=related_to(viewer.user, MATRIX[Operation.REQUEST_MY_DATA]))
    return rows.filter(plans | data)
