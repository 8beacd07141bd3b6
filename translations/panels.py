"""Admin panels for translated models: what is shared, then one tab a language of the council."""

from collections.abc import Iterable, Sequence
from typing import Any

from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, Panel, TabbedInterface

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council
from leavingwell.translations.languages import LANGUAGES, SOURCE

Fields = Sequence[str | tuple[str, ...]]


def languages_in_scope() -> list[str]:
    """The languages that the present council has chosen, English first; all of them in the national scope."""
    value = scope.current()
    if not value:
        return list(LANGUAGES)
    chosen = Council.objects.filter(pk=value).values_list("language_codes", flat=True).first() or []
    return list(dict.fromkeys([SOURCE, *chosen]))


class LanguageTab(ObjectList):  # type: ignore[misc]
    """One language's texts; hidden, and left out of the form, while the council has not chosen that language."""

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language = language

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "language": self.language}

    class BoundPanel(ObjectList.BoundPanel):  # type: ignore[misc]
        def is_shown(self) -> bool:
            return self.panel.language in languages_in_scope() and super().is_shown()


def panels_of(fields: Fields) -> list[Panel]:
    return [
        FieldPanel(field) if isinstance(field, str) else FieldRowPanel([FieldPanel(one) for one in field])
        for field in fields
    ]


def language_tabs(translated: Iterable[str]) -> list[LanguageTab]:
    names = tuple(translated)
    return [
        LanguageTab(
            [FieldPanel(f"{name}_{code}", attrs={"lang": code, "dir": language.direction}) for name in names],
            heading=language.own_name,
            language=code,
        )
        for code, language in LANGUAGES.items()
    ]


def snippet_tabs(*, shared: Fields = (), translated: Iterable[str] = ()) -> TabbedInterface:
    from leavingwell.translations.forms import LocalisedForm

    first = [ObjectList(panels_of(shared), heading="About")] if shared else []
    return TabbedInterface([*first, *language_tabs(translated)], base_form_class=LocalisedForm)


def page_tabs(*, shared: Fields = (), translated: Iterable[str] = ()) -> TabbedInterface:
    from leavingwell.translations.forms import LocalisedPageForm

    about = ObjectList([FieldPanel("title"), *panels_of(shared)], heading="About")
    promote = ObjectList([FieldPanel("slug")], heading="Address")
    return TabbedInterface([about, *language_tabs(translated), promote], base_form_class=LocalisedPageForm)
