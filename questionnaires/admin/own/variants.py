"""An own question and its choices in other words: easy to read, or to be spoken by the worker."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from leavingwell.platform.people.request import Request
from leavingwell.platform.problems import Problems
from leavingwell.questionnaires.admin.own import fields, loading
from leavingwell.questionnaires.admin.own.forms import ChoiceRow, Tab
from leavingwell.questionnaires.admin.own.screen import Screen, or_404
from leavingwell.questionnaires.freezing import Labels
from leavingwell.questionnaires.kinds import Variant
from leavingwell.questionnaires.models import Indicator
from leavingwell.questionnaires.services.own_questions import own_question_of
from leavingwell.questionnaires.services.own_words import set_variant
from leavingwell.translations.languages import SOURCE, language_of
from leavingwell.translations.panels import languages_in_scope


class VariantForm(forms.Form):
    """`choices` are those of the question's own list, each with its standard words."""

    def __init__(self, *args: Any, choices: dict[str, Labels], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages, self.choices = languages_in_scope(), list(choices)
        self.standard = {code: labels.get(Variant.STANDARD, {}) for code, labels in choices.items()}
        fields.add_fields(self, self.made_fields())

    def made_fields(self) -> Iterator[tuple[str, forms.Field]]:
        for language in self.languages:
            for part in fields.PARTS:
                field = fields.text_field(part, language)
                field.required = False
                yield f"{part}_{language}", field
            for row, code in enumerate(self.choices):
                field = fields.label_field(row + 1, language)
                field.help_text = self.standard[code].get(language) or self.standard[code].get(SOURCE, "")
                yield f"choice_{row}_{language}", field

    def tabs(self) -> Iterator[Tab]:
        for code in self.languages:
            words = [self[f"{part}_{code}"] for part in fields.PARTS]
            rows = [ChoiceRow(self[f"choice_{row}_{code}"]) for row in range(len(self.choices))]
            yield Tab(language_of(code), words, rows)

    def texts(self, name: str) -> dict[str, str]:
        return {code: self.cleaned_data.get(f"{name}_{code}", "").strip() for code in self.languages}

    def words(self) -> dict[str, dict[str, str]]:
        return {part: self.texts(part) for part in fields.PARTS}

    def labels(self) -> dict[str, dict[str, str]]:
        return {code: self.texts(f"choice_{row}") for row, code in enumerate(self.choices)}

    def refuse(self, refused: Problems) -> None:
        for problem in refused.problems:
            name, _dot, code = problem.field.partition(".")
            row = self.choices.index(code) if code in self.choices else None
            self.add_error(f"{name}_{SOURCE}" if row is None else f"choice_{row}_{SOURCE}", str(problem.message))


class VariantView(Screen):
    template_name = "questionnaires/admin/own/variant.html"

    @cached_property
    def indicator(self) -> Indicator:
        found: Indicator = or_404(own_question_of, self.kwargs["code"])
        return found

    @cached_property
    def variant(self) -> Variant:
        if self.kwargs["variant"] not in (Variant.EASY_READ, Variant.SPOKEN):
            raise Http404
        return Variant(self.kwargs["variant"])

    def get_page_title(self) -> str:
        return f"{self.indicator.code}: {self.variant.label}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        *before, last = super().get_breadcrumbs_items()
        edit = reverse("own_questions:edit", args=[self.indicator.code])
        return [*before, {"url": edit, "label": self.indicator.code}, last]

    def form(self, data: Any = None) -> VariantForm:
        choices = loading.choices_of(self.indicator)
        initial: dict[str, Any] = dict(loading.words_of(self.indicator, self.variant))
        for row, labels in enumerate(choices.values()):
            initial |= {f"choice_{row}_{code}": text for code, text in labels.get(self.variant, {}).items()}
        return VariantForm(data, initial=initial, choices=choices)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.pop("form", None) or self.form()
        standard = loading.words_of(self.indicator).get(f"text_{SOURCE}", "")
        told = {"indicator": self.indicator, "variant": self.variant, "standard": standard}
        return {**super().get_context_data(**kwargs), **told, "form": form}

    def post(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self.form(request.POST)
        if form.is_valid():
            try:
                set_variant(self.indicator, self.variant, form.words(), form.labels(), by=request.viewer or None)
            except Problems as refused:
                form.refuse(refused)
            else:
                self.tell(_("Saved: %s. Young people read it once you publish.") % self.get_page_title())
                return redirect("own_questions:edit", self.indicator.code)
        messages.error(request, _("Not saved: look at what is marked below."))
        return self.render_to_response(self.get_context_data(form=form))
