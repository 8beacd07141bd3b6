"""The machines that can be asked here: the memory always, another where the settings name its address."""

from collections.abc import Callable

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from leavingwell.translations.machine.http import DeepL, LibreTranslate, Remote
from leavingwell.translations.machine.interface import Machine
from leavingwell.translations.machine.memory import Memory

FORMATS: dict[str, type[Remote]] = {"libretranslate": LibreTranslate, "deepl": DeepL}
MEMORY, REMOTE = "memory", "remote"


def remote() -> Remote | None:
    made = FORMATS.get(settings.MACHINE_TRANSLATION_FORMAT)
    address = settings.MACHINE_TRANSLATION_ADDRESS
    return made(address, settings.MACHINE_TRANSLATION_KEY) if made and address else None


def choices() -> list[tuple[str, str | Promise]]:
    found: list[tuple[str, str | Promise]] = [(MEMORY, _("Earlier translations"))]
    other = remote()
    return [*found, (REMOTE, other.name)] if other else found


def machine_called(code: str) -> Machine | None:
    made: dict[str, Callable[[], Machine | None]] = {MEMORY: Memory, REMOTE: remote}
    return made[code]() if code in made else None
