"""The published version that a row points to: read once in a process, for versions never change and never go.

Its content is hundreds of kilobytes, which every page about somebody's answers would fetch and decode again.
"""

from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor

from leavingwell.questionnaires.models.version import QuestionnaireVersion

MOST = 32  # versions in a process's memory


@lru_cache(maxsize=MOST)
def read_once(pk: UUID) -> QuestionnaireVersion:
    return QuestionnaireVersion.objects.get(pk=pk)


def remembered(pk: UUID) -> QuestionnaireVersion:
    """Whoever asks gets an object of their own, so that nothing that hangs on it is kept; the content is shared."""
    kept = read_once(pk)
    names = [field.attname for field in QuestionnaireVersion._meta.concrete_fields]
    found = QuestionnaireVersion.from_db(kept._state.db, names, [getattr(kept, name) for name in names])
    found.reading = kept.reading
    return found


class RememberedVersion(ForwardManyToOneDescriptor):  # type: ignore[type-arg]  # Django has none
    def get_object(self, instance: models.Model) -> QuestionnaireVersion:
        return remembered(getattr(instance, self.field.attname))


class VersionKey(models.ForeignKey[Any, Any]):
    forward_related_accessor_class = RememberedVersion

    def __init__(self, to: Any = QuestionnaireVersion, **options: Any) -> None:
        super().__init__(to, **options)

    def deconstruct(self) -> Any:
        """To migrations a foreign key like any other."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, options
