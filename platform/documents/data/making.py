"""Making the file of a copy of the data: whole or not at all."""

from hashlib import file_digest
from tempfile import TemporaryFile

from django.core.files import File
from django.db import transaction
from django.utils import timezone, translation

from leavingwell.platform.documents.data.archive import write_archive
from leavingwell.platform.documents.models import Document, path_of
from leavingwell.platform.documents.plan_page import interface_language
from leavingwell.platform.people.models import YoungPerson
from leavingwell.platform.plans.models import Notice
from leavingwell.platform.plans.services.noticing import notify


def make_data(document: Document) -> None:
    """Written beside, then stored in one go: a run that dies half-way leaves nothing that anybody could fetch."""
    young_person = YoungPerson.objects.select_related("person").get(plan=document.plan_id)
    with TemporaryFile() as file:
        with translation.override(interface_language(document.language, document.council)):
            write_archive(document, young_person, file)
        store(document, File(file), young_person)


@transaction.atomic
def store(document: Document, file: "File[bytes]", young_person: YoungPerson) -> None:
    """Keeps the file of whichever run comes first, and tells who asked for it."""
    stored = Document.objects.select_for_update(of=("self",)).select_related("requested_by__user").get(pk=document.pk)
    if stored.status == Document.Status.READY:
        return
    stored.size = file.tell()
    file.seek(0)
    stored.sha256 = file_digest(file, "sha256").hexdigest()
    file.seek(0)
    stored.file.storage.delete(path_of(stored, ""))  # of a run that was killed between its file and its row
    stored.file.save("data.zip", file, save=False)
    stored.status, stored.finished_at, stored.problem = Document.Status.READY, timezone.now(), ""
    stored.save()
    notify([stored.requested_by], Notice.Kind.DATA_READY, young_person=young_person, key=str(stored.pk))
