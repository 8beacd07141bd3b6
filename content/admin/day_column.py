"""Days in lists as they are. Wagtail's own column would say of a day to come that it was just now."""

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.ui.tables import Column


class DayColumn(Column):  # type: ignore[misc]
    def get_value(self, instance: Any) -> str:
        value = super().get_value(instance)
        if value is None:
            return "–"
        if isinstance(value, datetime):
            return date_format(timezone.localtime(value), "j M Y, H:i")
        return date_format(value, "j M Y")
