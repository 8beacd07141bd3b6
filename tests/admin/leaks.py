"""Every way by which Wagtail could tell one council of another, or let it write there, and what closes it.

Data, checked by `test_leaks`: views that are said to be closed are, apps that are said to be left out are, and each
test that is named is there. Whatever is not in this table is found by the walk, which needs no table.
"""

from dataclasses import dataclass
from enum import Enum


class Closed(Enum):
    NOT_SERVED = "The address answers 404 (`allowed`), for every role."
    NOT_INSTALLED = "The app of Wagtail that has it is not installed."
    WALL = "Row-level security: the row is not there, and cannot be written."
    POLICY = "A permission policy (`rights`) knows only what is the council's."
    GUARD = "The middleware refuses the number before Wagtail looks it up (`identifiers`)."
    FORM = "Our form refuses the reference beside its field (`references`, `stream_data`, `uploads`)."
    LISTING = "Taken out of Wagtail's lists (`listings`, `tags`): a patch, see `test_patches`."
    SERVING = "Asked when a file is served (`documents`, `pictures`)."


@dataclass(frozen=True)
class Leak:
    what: str
    closed: Closed
    views: tuple[str, ...] = ()  # what is not served; ends with * where several begin alike
    apps: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()  # file::test, under tests/


WALK = "admin/test_walk.py::test_no_address_tells_or_changes_anything_of_another_council"
MIXED = "admin/test_walk_posts.py::test_ones_own_number_beside_another_councils_opens_nothing"
SNIPPETS, PAGES = "admin/test_hostile_snippets.py::", "admin/test_hostile_pages.py::"
STREAMS, FILES = "admin/test_hostile_streams.py::", "admin/test_files.py::"
NATIONAL = "content/national/test_screens.py::"

LEAKS = (
    Leak("snippets: list, search, CSV, history, revisions, id in the query", Closed.WALL, tests=(WALK,)),
    Leak("snippets: edit and delete another's", Closed.WALL, tests=(f"{SNIPPETS}test_editing_another_councils_rows",)),
    Leak(
        "snippets: write the nation's",
        Closed.WALL,
        tests=(
            f"{SNIPPETS}test_no_role_changes_a_national_row_from_a_councils_host",
            f"{NATIONAL}test_the_database_refuses_what_no_form_could_send",
        ),
    ),
    Leak("snippets: usage counts that count other councils", Closed.NOT_SERVED, tests=(WALK,)),
    Leak("snippets: many at once", Closed.NOT_SERVED, tests=(f"{SNIPPETS}test_many_snippets_at_once_is_closed",)),
    Leak("pages: tree, edit, history, usage of another's", Closed.POLICY, tests=(WALK, f"{PAGES}test_editing_a_page")),
    Leak("pages: choosers, browsed and searched", Closed.POLICY, tests=(WALK,)),
    Leak("pages: titles by number in move, copy and many at once", Closed.GUARD, tests=(WALK, MIXED)),
    Leak(
        "pages: copy and move into another council",
        Closed.GUARD,
        tests=(f"{PAGES}test_copying_a_page_into_another_council",),
    ),
    Leak("pages: another page's revision beside one's own page", Closed.GUARD, tests=(MIXED,)),
    Leak("pages: write the nation's", Closed.GUARD, tests=(f"{NATIONAL}test_no_form_writes_a_national_page",)),
    Leak(
        "pages: locks, privacy and aliases, also of the nation's",
        Closed.NOT_SERVED,
        views=(
            "wagtailadmin_pages:lock",
            "wagtailadmin_pages:unlock",
            "wagtailadmin_pages:set_privacy",
            "wagtailadmin_pages:convert_alias",
        ),
    ),
    Leak(
        "pages: previews of a form, and of drafts",
        Closed.FORM,
        tests=(f"{STREAMS}test_the_preview_of_a_form_shows_no_other_councils_rows", WALK),
    ),
    Leak(
        "who edits a page just now",
        Closed.GUARD,
        tests=(WALK, "admin/test_leaks.py::test_who_edits_a_page_is_told_to_colleagues_alone"),
    ),
    Leak("comments on a page", Closed.POLICY, tests=(WALK,)),
    Leak(
        "what national staff and jobs did, lost from the history",
        Closed.POLICY,
        tests=("admin/test_leaks.py::test_the_history_of_a_page_tells_also_what_an_operator_and_a_job_did",),
    ),
    Leak("site history and other reports", Closed.NOT_SERVED, views=("wagtailadmin_reports:*",)),
    Leak("page types by use", Closed.NOT_SERVED, views=("wagtailadmin_pages:type_use*",)),
    Leak(
        "groups, sites, collections",
        Closed.NOT_SERVED,
        views=("wagtailusers_groups:*", "wagtailsites:*", "wagtailadmin_collections:*"),
    ),
    Leak("users: another's account, becoming a superuser", Closed.NOT_SERVED, views=("wagtailusers_users:*",)),
    Leak("workflows and tasks", Closed.NOT_SERVED, views=("wagtailadmin_workflows:*", "wagtailadmin_pages:workflow_*")),
    Leak("the admin's own API", Closed.NOT_SERVED, views=("wagtailadmin_api:*",)),
    Leak("the public API of pages, images and documents", Closed.NOT_INSTALLED, apps=("wagtail.api.v2",)),
    Leak("redirects for all sites", Closed.NOT_INSTALLED, apps=("wagtail.contrib.redirects",)),
    Leak("search promotions and popular searches", Closed.NOT_INSTALLED, apps=("wagtail.contrib.search_promotions",)),
    Leak("embeds kept for everybody", Closed.NOT_INSTALLED, apps=("wagtail.embeds",)),
    Leak("forms and their answers", Closed.NOT_INSTALLED, apps=("wagtail.contrib.forms",)),
    Leak("settings by site", Closed.NOT_INSTALLED, apps=("wagtail.contrib.settings",)),
    Leak("trees by language", Closed.NOT_INSTALLED, apps=("wagtail.contrib.simple_translation", "wagtail.locales")),
    Leak("the style guide", Closed.NOT_INSTALLED, apps=("wagtail.contrib.styleguide",)),
    Leak(
        "the user bar on the portal", Closed.NOT_SERVED, tests=("admin/test_leaks.py::test_the_portal_has_no_user_bar",)
    ),
    Leak("tags: suggestions as one types", Closed.NOT_SERVED, views=("wagtailadmin_tag_*",)),
    Leak(
        "tags: the most used, as filters", Closed.LISTING, tests=(WALK, f"{SNIPPETS}test_forms_for_files_have_no_tags")
    ),
    Leak(
        "the names of all sites, as a filter",
        Closed.LISTING,
        tests=(WALK, "admin/test_patches.py::test_wagtail_still_declares_a_filter_by_site"),
    ),
    Leak(
        "forged numbers in foreign keys",
        Closed.FORM,
        tests=(f"{SNIPPETS}test_a_logo_from_another_councils_collection",),
    ),
    Leak(
        "forged numbers in foreign keys to our own tables",
        Closed.WALL,
        tests=(f"{PAGES}test_a_topic_that_is_another_councils",),
    ),
    Leak("forged numbers in rich text", Closed.FORM, tests=(f"{PAGES}test_a_link_in_rich_text",)),
    Leak(
        "forged numbers in blocks",
        Closed.FORM,
        tests=(
            f"{STREAMS}test_a_document_in_a_block",
            f"{STREAMS}test_a_picture_in_a_block_also_of_one_that_is_wrong_besides",
            f"{STREAMS}test_a_link_in_the_rich_text_of_a_block",
        ),
    ),
    Leak(
        "the page behind an address that is linked to",
        Closed.FORM,
        tests=("admin/test_bad_input.py::test_an_address_to_link_to_is_kept_as_typed_whoevers_page_it_is",),
    ),
    Leak(
        "images and documents: list, edit, delete, choose",
        Closed.POLICY,
        tests=(WALK, f"{SNIPPETS}test_files_of_another_council"),
    ),
    Leak(
        "files that somebody has half uploaded",
        Closed.POLICY,
        tests=(f"{SNIPPETS}test_a_file_that_another_councils_editor_has_half_uploaded",),
    ),
    Leak(
        "files put into another's collection",
        Closed.POLICY,
        tests=(f"{SNIPPETS}test_a_file_goes_to_ones_own_collection_whatever_is_asked_for",),
    ),
    Leak(
        "another's picture pointed out as the same",
        Closed.POLICY,
        tests=(f"{FILES}test_a_copy_of_another_councils_picture_is_not_pointed_out_as_one",),
    ),
    Leak(
        "documents by address",
        Closed.SERVING,
        tests=(
            f"{FILES}test_a_document_is_served_on_its_own_councils_host_alone",
            f"{FILES}test_a_document_for_editors",
        ),
    ),
    Leak(
        "pictures and their sizes by address",
        Closed.SERVING,
        tests=(f"{FILES}test_a_picture_is_public_as_its_form_says_on_its_own_councils_host",),
    ),
    Leak(
        "pictures in any size, by a signed address",
        Closed.NOT_SERVED,
        views=("wagtailimages:url_generator*", "wagtailimages:preview"),
    ),
    Leak(
        "choices that another council's request left in a form",
        Closed.FORM,
        tests=("admin/test_choices.py::test_a_form_made_in_another_councils_request_offers_ones_own_rows",),
    ),
)
