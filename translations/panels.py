"""Admin panels for translated models: what is shared, then one tab a language of the council."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.translations.languages import LANGUAGES, SOURCE

Fields = Sequence[str | tuple[str, ...] | Panel]
Helps = Mapping[str, Any]  # by the name of a translated field: what an editor should know who writes the English
UK_TIME = _("Days and times are UK time. A page comes and goes at most five minutes later.")
NOT_READ = _("For editors, in English. Young people read the title that you give in each language.")


def languages_in_scope() -> list[str]:
    """The languages that the present council has chosen, English first; all of them in the national scope."""
    value = scope.current()
    if not value:
        return list(LANGUAGES)
    chosen = Council.objects.filter(pk=value).values_list("language_codes", flat=True).first() or []
    return list(dict.fromkeys([SOURCE, *chosen]))


class LanguageTab(ObjectList):  # type: ignore[misc]
    """One language's texts. The form leaves out the languages that the council has not chosen, and so their tab."""

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "language": self.language}

    class BoundPanel(ObjectList.BoundPanel):  # type: ignore[misc]
        def is_shown(self) -> bool:
            chosen = getattr(self.form, "languages", None) or languages_in_scope()  # no form: comparing two versions
            return self.panel.language in chosen and super().is_shown()


def panels_of(fields: Fields) -> list[Panel]:
    return [panel_of(field) for field in fields]


def panel_of(field: str | tuple[str, ...] | Panel) -> Panel:
    if isinstance(field, Panel):
        return field
    return FieldPanel(field) if isinstance(field, str) else FieldRowPanel([FieldPanel(one) for one in field])


def text_panel(name: str, code: str, helps: Helps) -> FieldPanel:
    """Under a translation stands the English text instead of a help."""
    return FieldPanel(f"{name}_{code}", help_text=helps.get(name, "") if code == SOURCE else "")


def language_tabs(translated: Iterable[str], helps: Helps | None = None) -> list[LanguageTab]:
    names = tuple(translated)
    return [
        LanguageTab([text_panel(name, code, helps or {}) for name in names], heading=language.own_name, language=code)
        for code, language in LANGUAGES.items()
    ]


def snippet_tabs(*, shared: Fields = (), translated: Iterable[str] = ()) -> TabbedInterface:
    from leavingwell.translations.forms import LocalisedForm

    first = [ObjectList(panels_of(shared), heading="About")] if shared else []
    return TabbedInterface([*first, *language_tabs(translated)], base_form_class=LocalisedForm)


def page_tabs(
    *, shared: Fields = (), translated: Iterable[str] = (), helps: Helps | None = None, form: Any = None
) -> TabbedInterface:
    """The tabs of a page. `form` is a class derived from `LocalisedPageForm`, where that alone does not do."""
    from leavingwell.translations.forms import LocalisedPageForm

    title = TitleFieldPanel(
        "title", heading=_("Name for editors"), help_text=NOT_READ, placeholder=_("Name for editors")
    )
    about = ObjectList([title, *panels_of(shared), PublishingPanel(help_text=UK_TIME)], heading="About")
    promote = ObjectList([FieldPanel("slug")], heading="Address")
    tabs = [about, *language_tabs(translated, helps), promote]
    return TabbedInterface(tabs, base_form_class=form or LocalisedPageForm)
