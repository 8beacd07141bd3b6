"""One text in one language: English and translation side by side."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from leavingwell.platform.councils import scope
from leavingwell.platform.problems import ProblemCode, Problems, wrong_state
from leavingwell.translations.admin.workbench import rich_editor
from leavingwell.translations.admin.workbench.aside import AsideMixin
from leavingwell.translations.admin.workbench.screen import AboutUnit, address
from leavingwell.translations.admin.workbench.typed import Typed, typed, unix
from leavingwell.translations.highlighting import PLACE
from leavingwell.translations.in_place import address_of
from leavingwell.translations.models import WAITING, Kind, Translation
from leavingwell.translations.registry import Words
from leavingwell.translations.services.drafting import save_translation, translation_of
from leavingwell.translations.services.reviewing import approve, approve_the_nations, reject
from leavingwell.translations.services.rights import may_review, may_translate
from leavingwell.translations.services.suggesting import go_back_to_national, suggest_to_nation
from leavingwell.translations.services.trying import try_out
from leavingwell.translations.workbench import rich
from leavingwell.translations.workbench.units import Filters, after

SAVED = gettext_lazy("Saved. A reviewer reads it next.")
SAVED_DRAFT = gettext_lazy("Saved as a draft.")
APPROVED = gettext_lazy("Approved. Young people read it from now on.")
APPROVED_WAITS = gettext_lazy("Approved. Young people read it once every text of this page is approved.")
SENT_BACK = gettext_lazy("Sent back to the translator.")
SUGGESTED = gettext_lazy("Handed to the nation. You see the answer under “Suggestions to the nation”.")
GIVEN_UP = gettext_lazy("Young people here read the national words again.")
OTHER_WORDS = gettext_lazy("These are not the nation's words. Save yours: somebody else reads them.")
LAST = gettext_lazy("That was the last one in this list.")


class EditorView(AsideMixin, AboutUnit, TemplateView):
    template_name = "translations/admin/workbench/editor.html"
    refused: Problems | None = None
    sent: Typed | None = None
    tried: Words | None = None  # words of a suggestion that were put into the field

    def get_page_title(self) -> str:
        return str(_("Translate into %s") % self.language.english_name)

    @cached_property
    def filters(self) -> Filters:
        return Filters(self.request.GET, [self.language.code])

    @cached_property
    def row(self) -> Translation | None:
        return translation_of(self.unit, self.language.code)

    @cached_property
    def may_write(self) -> bool:
        return may_translate(self.viewer, self.language.code, self.unit.area)

    @cached_property
    def may_review(self) -> bool:
        return may_review(self.viewer, self.language.code, self.unit.area)

    @property
    def words(self) -> Words:
        """What stands in the field: what was typed, else what is kept, else what the nation says."""
        if self.tried is not None:
            return self.tried
        if self.sent is not None:
            return self.sent.words
        kept = self.row or self.nations
        return self.written(kept.words) if kept else ""

    def written(self, words: Words) -> Words:
        return rich.to_write(words) if self.unit.kind == Kind.RICH and isinstance(words, str) else words

    @property
    def version(self) -> int:
        return self.row.version if self.row else 0

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _unit, _language = self.unit, self.language  # 404 before anything is drawn
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        _language, given = self.language, typed(request.POST, self.unit)
        if not (self.may_write or self.may_review):
            raise PermissionDenied
        self.sent = given
        if given.do in ("check", "use"):
            self.tried = self.suggested(given.use) if given.do == "use" else None
            return self.render_to_response(self.get_context_data())
        try:
            return self.act(given)
        except Problems as refused:
            return self.refuse(refused)

    def act(self, given: Typed) -> HttpResponse:
        """Each button of the screen. Raises `Problems`."""
        by, version = self.viewer, given.version
        if given.do in ("save", "save-next", "draft"):
            self.save(given, draft=given.do == "draft")
        elif given.do == "see":
            return self.see(given)
        elif given.do == "approve":
            made = approve(self.there(), by=by, expected_version=version)
            messages.success(self.request, APPROVED if made.applied_hash else APPROVED_WAITS)
        elif given.do == "it-is-right":
            self.approve_the_nations(given)
        elif given.do == "reject":
            reject(self.there(), given.comment, by=by, expected_version=version)
            messages.success(self.request, SENT_BACK)
        elif given.do == "suggest":
            suggest_to_nation(self.there(), by=by, note=given.note)
            messages.success(self.request, SUGGESTED)
        elif given.do == "go-back":
            go_back_to_national(self.there(), by=by)
            messages.success(self.request, GIVEN_UP)
        else:
            raise Http404
        return self.onwards(given.do in ("save-next", "approve", "it-is-right", "reject"))

    def save(self, given: Typed, *, draft: bool) -> None:
        save_translation(
            self.unit,
            self.language.code,
            given.tidied(self.unit),
            by=self.viewer,
            expected_version=given.version,
            draft=draft,
            why=given.why,
        )
        messages.success(self.request, SAVED_DRAFT if draft else SAVED)

    def see(self, given: Typed) -> HttpResponse:
        """What is typed, in its place in the portal. Nothing is saved. Raises `Problems`."""
        key = try_out(self.unit, self.language.code, given.tidied(self.unit), by=self.viewer)
        return redirect(f"{address_of(self.unit, key)}#{PLACE}")

    def approve_the_nations(self, given: Typed) -> None:
        """Only what the reviewer has before them, and has not changed. Raises `Problems`."""
        if self.nations is None:
            raise Http404
        if self.bare(given.words) != self.bare(self.written(self.nations.words)):
            raise wrong_state(OTHER_WORDS)
        version = self.nations.version
        approve_the_nations(self.unit, self.language.code, by=self.viewer, expected_version=version)
        messages.success(self.request, APPROVED)

    def bare(self, words: Words) -> list[str]:
        """To compare what stood in the fields with what stands in them now. Raises `Problems`."""
        forms = words if isinstance(words, list) else [words]
        bare = [unix(form).strip() for form in forms if form.strip()]
        return [rich.tidy(form) for form in bare] if self.is_rich else bare

    def there(self) -> Translation:
        if self.row is None:
            raise Http404
        return self.row

    def onwards(self, to_next: bool) -> HttpResponse:
        following = self.following if to_next else None
        if to_next and following is None:
            messages.info(self.request, LAST)
        return redirect(self.address_of(following.pk if following else self.unit.pk))

    def address_of(self, unit: Any) -> str:
        return f"{address('text', unit, self.language.code)}?{self.filters.query()}"

    @cached_property
    def following(self) -> Any:
        """The next text of the list that one came from."""
        return self.filters.rows(viewer=self.viewer).filter(after(self.unit)).first()

    def refuse(self, refused: Problems) -> HttpResponse:
        self.refused = refused
        self.__dict__.pop("row", None)
        codes = {problem.code for problem in refused.problems}
        if ProblemCode.NOT_ALLOWED in codes:
            raise PermissionDenied
        if ProblemCode.STALE_VERSION in codes and self.row is not None and self.sent is not None:
            return self.both_texts()
        for problem in refused.problems:
            messages.error(self.request, problem.message)
        return self.render_to_response(self.get_context_data(), status=422)

    def both_texts(self) -> HttpResponse:
        """Somebody else was quicker: theirs and mine, and nothing is lost."""
        context = self.get_context_data(theirs=self.row, theirs_words=self.written(self.row.words) if self.row else "")
        template = "translations/admin/workbench/both_texts.html"
        return self.response_class(self.request, template, context, status=409)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "is_own_work": bool(self.row and self.row.made_by_id == self.viewer.pk),
            "can_be_approved": bool(self.row and self.row.status in WAITING),
            "can_be_taken": self.row is None and bool(self.nations and self.nations.status in WAITING),
            "back": f"{address('index')}?{self.filters.query(language=self.language.code)}",
            "list_query": self.filters.query(),
            "can_be_seen": bool(scope.current()),
            "rich_media": rich_editor.media() if self.is_rich else "",
        }
