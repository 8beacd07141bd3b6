"""What a council has set and every page reads, remembered in a process until any of it changes (`kept`).

Never anything of a person. Whoever gets it must not change it: it is the same object for all.
"""

from collections.abc import Callable
from typing import TypeVar

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from leavingwell.platform.councils import scope
from leavingwell.translations.kept import changed, kept

V = TypeVar("V")


def kept_here(what: str, read: Callable[[], V]) -> V:
    """What `read` gives in the scope that is open. It must not depend on the language, the time or who asks."""
    whose = scope.current()
    if whose is None:
        return read()
    place = whose, ""
    found = kept.found(what, [place], lambda _places: {place: (read(),)})
    return found[place][0] if place in found else read()


def forget(sender: type[Model], **kwargs: object) -> None:
    changed()


def forget_after(*models: type[Model] | str) -> None:
    """What writes them past their `save` calls `changed` itself."""
    for model in models:
        post_save.connect(forget, sender=model, dispatch_uid=f"forget {model} saved")
        post_delete.connect(forget, sender=model, dispatch_uid=f"forget {model} deleted")
