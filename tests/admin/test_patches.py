"""What we change in Wagtail itself: each patch stands on something that a new Wagtail may take away.

A test here that fails after an update says what to look at again, before any leak does. Wagtail's own settings, hooks
and policies are no patches.
"""

import inspect

import pytest
from wagtail.admin import filters
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views import chooser
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.bulk_action.registry import BulkActionRegistry, bulk_action_registry
from wagtail.admin.views.pages import listing
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.views.serve import serve
from wagtail.images.forms import BaseImageForm
from wagtail.images.views import chooser as image_chooser
from wagtail.models import Page
from wagtail.snippets.views.snippets import DeleteView, EditView, IndexView, SnippetViewSet

from leavingwell.platform.councils.admin import tags
from leavingwell.platform.councils.admin.allowed import BULK_ACTIONS
from leavingwell.platform.councils.admin.cleaned_files import redraw
from leavingwell.platform.councils.admin.uploads import DocumentForm, ImageForm


def source(thing):
    return inspect.getsource(thing)


@pytest.mark.parametrize("module", [filters, image_chooser])
def test_wagtail_still_asks_its_modules_for_the_popular_tags(module):
    """`tags.leave_out_popular_tags` puts ours in place of a name that these modules call."""
    assert module.popular_tags_for_model is tags.none_at_all
    assert source(module).count("popular_tags_for_model(") >= 1
    assert "import popular_tags_for_model" in source(module)


@pytest.mark.parametrize("filter_set", [PageFilterSet, GenericPageFilterSet])
def test_wagtail_still_declares_a_filter_by_site(filter_set):
    """`listings.leave_out_sites` takes it out of what the class declares."""
    assert "site" not in filter_set.base_filters
    assert "site" not in filter_set().filters
    assert "site = SiteFilter(" in source(listing)


def test_wagtail_still_asks_its_registry_which_actions_there_are():
    """`listings.leave_out_closed_bulk_actions` stands in front of a method of the one registry."""
    assert list(inspect.signature(BulkActionRegistry.get_bulk_actions_for_model).parameters)[1:] == [
        "app_label",
        "model_name",
    ]
    found = {
        (*label, action.action_type)
        for label in (("wagtailcore", "page"), ("wagtailimages", "image"), ("wagtaildocs", "document"))
        for action in bulk_action_registry.get_bulk_actions_for_model(*label)
    }
    every = {
        (*label, action.action_type)
        for label in (("wagtailcore", "page"), ("wagtailimages", "image"))
        for action in BulkActionRegistry.get_bulk_actions_for_model(bulk_action_registry, *label)
    }
    assert found == set(BULK_ACTIONS)
    assert ("wagtailimages", "image", "add_tags") in every - found
    assert isinstance(BulkAction.action_type, property)


def test_wagtails_forms_are_still_those_that_ours_are_mixed_into():
    assert 'self.for_user = kwargs.get("for_user")' in source(WagtailAdminModelForm.__init__)
    assert issubclass(ImageForm, BaseImageForm)
    assert issubclass(DocumentForm, BaseDocumentForm)
    assert "tags" in BaseImageForm.Meta.widgets


def test_django_still_cleans_the_fields_where_pictures_are_drawn_anew():
    """`ImageForm._clean_fields` comes before Wagtail's field, which unfolds a whole picture to learn its size."""
    from django.forms import BaseForm

    assert "self._clean_fields()" in source(BaseForm.full_clean)
    assert "_clean_fields" in vars(ImageForm)
    assert callable(redraw)


def test_a_snippets_views_still_ask_for_the_object_where_ours_refuse_it():
    """`views.OwnRow` overrides `get_object`; the viewset hands our classes to its addresses."""
    for view in (EditView, DeleteView):
        assert "self.object = self.get_object()" in "".join(source(base) for base in view.__mro__[:-1])
    names = ("index_view_class", "add_view_class", "edit_view_class", "delete_view_class", "inspect_view_class")
    assert all(hasattr(SnippetViewSet, name) for name in names)
    assert callable(IndexView.get_edit_url)


def test_the_chooser_still_looks_an_address_up_where_ours_does_not():
    """`choosing.ExternalLinkView` leaves out the search for the page that an address leads to."""
    assert "Site.get_site_root_paths()" in source(chooser.ExternalLinkView)
    assert issubclass(chooser.ExternalLinkView, chooser.BaseLinkFormView)


def test_a_document_is_still_served_by_the_view_that_ours_wraps():
    assert list(inspect.signature(serve).parameters) == ["request", "document_id", "document_filename"]
    assert 'get_hooks("before_serve_document")' in source(serve)


def test_a_page_still_asks_its_own_class_who_may_do_what():
    assert "user" in inspect.signature(Page.permissions_for_user).parameters
