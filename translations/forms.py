"""Admin forms that hold only the languages which the council has chosen, so that no hidden text is ever blanked."""

from typing import Any

from modeltranslation.fields import TranslationField
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from leavingwell.translations.panels import languages_in_scope


def leave_out_other_languages(form: Any) -> None:
    chosen = languages_in_scope()
    for field in form._meta.model._meta.get_fields():
        if isinstance(field, TranslationField) and field.language not in chosen:
            form.fields.pop(field.name, None)


class LocalisedForm(WagtailAdminModelForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        leave_out_other_languages(self)


class LocalisedPageForm(WagtailAdminPageForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        leave_out_other_languages(self)
