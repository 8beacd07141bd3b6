"""The directories of a council: the list, their settings, the topics of their terms, and removing one."""

from typing import Any

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView, View
from wagtail.admin import messages

from leavingwell.content.models import DirectoryFeed, DirectoryImport, OfferTopic
from leavingwell.content.models.directory.feed import LEAVE_OUT
from leavingwell.content.open_referral.admin.screen import DIRECTORIES, DirectoryScreen, ForEditors, address
from leavingwell.content.services.directory.feeds import FIELDS, FeedSettings, remove_feed, save_feed, set_topics
from leavingwell.platform.problems import Problems


class FeedForm(forms.Form):
    use_required_attribute = False
    name = forms.CharField(label=_("Name"), help_text=_("As your team calls it, such as “Community directory”."))
    address = forms.CharField(
        label=_("Address"),
        required=False,
        max_length=500,
        help_text=_(
            "Of its Open Referral UK interface: it ends with /services, or stands above it. Empty: files only."
        ),
    )
    topic = forms.ModelChoiceField(
        OfferTopic.objects.none(),
        label=_("Topic of what has none"),
        required=False,
        empty_label=_("Leave it out"),
        help_text=_("Terms of the directory get topics of the local offer below, once it was read."),
    )
    takes_only_our_ages = forms.BooleanField(
        label=_("Leave out what is not for ages 15 to 25"), required=False, initial=True
    )
    publishes = forms.BooleanField(
        label=_("Put what we take on the portal at once"),
        required=False,
        help_text=_("Otherwise it comes as drafts. You can decide otherwise at each import."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topic: Any = self.fields["topic"]
        topic.queryset = OfferTopic.objects.all()


class IndexView(DirectoryScreen, TemplateView):
    template_name = "directory/index.html"
    page_title = DIRECTORIES

    def above(self) -> list[tuple[str, Any]]:
        return []

    @cached_property
    def feeds(self) -> QuerySet[DirectoryFeed]:
        latest = DirectoryImport.objects.filter(feed=OuterRef("pk")).order_by("-started_at")
        return DirectoryFeed.objects.annotate(last_read=Subquery(latest.values("started_at")[:1]))

    @cached_property
    def runs(self) -> list[DirectoryImport]:
        return list(DirectoryImport.objects.select_related("feed", "by").defer("payload")[:30])

    @property
    def published_at(self) -> str:
        return str(self.request.build_absolute_uri(reverse("open_referral_services")))


class AddView(DirectoryScreen, FormView):  # type: ignore[type-arg]  # FormView[…] would not run
    """A new directory, or other settings of one: what the service refuses stands beside the field."""

    template_name = "directory/feed.html"
    form_class = FeedForm
    page_title = _("Add a directory")
    known: DirectoryFeed | None = None

    def form_valid(self, form: FeedForm) -> HttpResponse:
        try:
            feed = save_feed(FeedSettings(**form.cleaned_data), by=self.viewer, feed=self.known)
        except Problems as refused:
            for problem in refused.problems:
                form.add_error(problem.field if problem.field in form.fields else None, str(problem.message))
            return self.form_invalid(form)
        messages.success(self.request, _now("Saved."))
        return redirect(address("feed", feed.pk))

    def form_invalid(self, form: FeedForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=422)


class FeedView(AddView):
    page_title = DIRECTORIES

    @property
    def known(self) -> DirectoryFeed:  # type: ignore[override]
        return self.feed

    def get_page_title(self) -> str:
        return self.feed.name

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.feed, name) for name in FIELDS}

    @cached_property
    def runs(self) -> QuerySet[DirectoryImport]:
        return self.feed.imports.select_related("feed", "by").defer("payload")[:20]

    @cached_property
    def topics(self) -> list[OfferTopic]:
        return list(OfferTopic.objects.all())

    def terms(self) -> list[dict[str, Any]]:
        """The terms of the directory, each with the topic that it has."""
        chosen = self.feed.topics
        return [{"key": key, "topic": chosen.get(key, ""), **term} for key, term in self.feed.terms.items()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {"feed": self.feed, "terms": self.terms(), "topics": self.topics, "leave_out": LEAVE_OUT}
        return {**super().get_context_data(**kwargs), **more}


class TopicsView(ForEditors, View):
    def post(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        keys, codes = self.request.POST.getlist("term"), self.request.POST.getlist("topic")
        try:
            set_topics(self.feed, dict(zip(keys, codes, strict=False)), by=self.viewer)
            messages.success(self.request, _now("Saved. It counts from the next comparison on."))
        except Problems as refused:
            self.tell(refused)
        return redirect(address("feed", self.feed.pk))


class RemoveView(DirectoryScreen, TemplateView):
    template_name = "directory/remove.html"

    def above(self) -> list[tuple[str, Any]]:
        return [*super().above(), (address("feed", self.feed.pk), self.feed.name)]

    def get_page_title(self) -> str:
        return _now("Remove %s") % self.feed.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "feed": self.feed, "offers": self.feed.services.count()}

    def post(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            remove_feed(self.feed, by=self.viewer)
        except Problems as refused:
            self.tell(refused)
            return redirect(address("feed", self.kwargs["feed"]))
        messages.success(self.request, _now("Removed. Its offers are yours now."))
        return redirect(address("index"))
