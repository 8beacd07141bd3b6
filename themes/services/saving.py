"""Saving a look: the admin, a restored version, the demonstration and a new council alike."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.councils.scope import current_council_id
from leavingwell.platform.people.models import Person
from leavingwell.platform.problems import Problems, invalid
from leavingwell.themes.header_pictures import make_header
from leavingwell.themes.logo_pictures import logo_shown
from leavingwell.themes.models import Theme, ThemeVersion
from leavingwell.themes.services.icons import make_icons
from leavingwell.themes.services.versions import keep_version, keep_what_was, lay, look_of, newest


def finish(theme: Theme, *, by: Person | None, restored_from: int | None = None) -> ThemeVersion:
    """What follows once a theme is stored: its pictures in every size, its version, and who it was.

    Raises `NoScope` outside a council's own scope: it would number the versions of all.
    """
    current_council_id()
    before = newest()
    if before is None or before.look.get("favicon") != theme.favicon_id:
        make_icons(theme)
    make_header(theme)
    logo_shown(theme)
    version = keep_version(theme, by=by, restored_from=restored_from)
    changed = {
        name: [before.look.get(name) if before else None, value]
        for name, value in version.look.items()
        if not before or before.look.get(name) != value
    }
    record("look_saved" if restored_from is None else "look_restored", theme, by=by, changes=changed)
    return version


@transaction.atomic
def save_look(theme: Theme, *, by: Person | None, restored_from: int | None = None) -> ThemeVersion:
    """Raises Django's `ValidationError` for a look that people could not read."""
    keep_what_was(theme)
    theme.save()
    return finish(theme, by=by, restored_from=restored_from)


@transaction.atomic
def restore(version: ThemeVersion, *, by: Person | None) -> list[str]:
    """Makes an old look the look of today, as a new version. Answers which of its pictures are not there any more.

    Raises INVALID for one that today's rules of contrast refuse, and for the look as it is.
    """
    theme = Theme.objects.select_for_update().first() or Theme()
    if not theme._state.adding and look_of(theme) == version.look:
        raise invalid(_("This is the look that you have now."))
    lost = lay(version.look, theme)
    if "logo" in version.look and theme.logo_id is None:
        theme.logo_alternative_text = ""
    try:
        save_look(theme, by=by, restored_from=version.number)
    except ValidationError as refused:
        raise refusal(refused) from refused
    return lost


def refusal(refused: ValidationError) -> Problems:
    return invalid(_("This look cannot be used as it was: %s") % " ".join(refused.messages))
