"""The look of a council, as part of its configuration."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.configuration.journey import Inbound
from leavingwell.platform.councils.configuration.registry import Key, leave_out
from leavingwell.platform.councils.configuration.table_part import register_tables
from leavingwell.platform.councils.configuration.tables import Table
from leavingwell.themes.models import Theme
from leavingwell.themes.services.saving import save_look


class ThemeTable(Table):
    """Saved as the editor saves it: with a version to come back to, and its sign in every size."""

    def save(self, row: Any, key: Key, way: Inbound) -> None:
        save_look(row, by=way.by)


register_tables("look", _("Look"), 20, ThemeTable(Theme, nested=("colours",)))
leave_out("themes.ThemeIcon", "made anew from the picture of the look")
leave_out("themes.ThemeVersion", "the looks that were: they stay where they were saved")
