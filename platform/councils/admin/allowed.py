"""The addresses of the Wagtail admin that are served. All others answer 404, those that a new Wagtail brings as well.

Closed on purpose: users, groups, sites, collections, workflows, reports, tags, the admin's own API, page
privacy and locks. They show every council's rows or promise what the portal does not keep.
"""

ANYBODY = frozenset({"wagtailadmin_login", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog", "admin_logout"})
MEDIA_VIEWS = (
    *("index", "index_results", "add", "add_multiple", "edit", "edit_multiple", "delete", "delete_multiple"),
    *("create_multiple_from_uploaded_image", "create_multiple_from_uploaded_document", "delete_upload_multiple"),
    *("image_usage", "document_usage"),
)
CHOOSER_VIEWS = ("choose", "choose_results", "chosen", "chosen_multiple", "create")
PAGE_VIEWS = (
    *("add", "add_subpage", "edit", "delete", "unpublish", "copy", "move", "move_confirm", "set_page_position"),
    *("search", "search_results", "usage", "history", "history_results", "revisions_index"),
    *("revisions_revert", "revisions_compare", "revisions_unschedule", "revisions_view"),
    *("preview_on_edit", "preview_on_add", "view_draft"),
)
NAMES = frozenset(
    {
        *("wagtailadmin_home", "wagtailadmin_account", "wagtailadmin_dismissibles", "wagtail_bulk_action"),
        *("wagtailadmin_explore_root", "wagtailadmin_explore", "wagtailadmin_explore_results"),
        *("wagtailadmin_choose_page", "wagtailadmin_choose_page_child", "wagtailadmin_choose_page_search"),
        *("wagtailadmin_choose_page_chosen_multiple", "wagtailadmin_choose_page_external_link"),
        *("wagtailadmin_choose_page_email_link", "wagtailadmin_choose_page_phone_link"),
        "wagtailadmin_choose_page_anchor_link",
        *("wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release"),
        *(f"wagtailadmin_pages:{view}" for view in PAGE_VIEWS),
        *(f"{app}:{view}" for app in ("wagtailimages", "wagtaildocs") for view in MEDIA_VIEWS),
        *(f"{app}_chooser:{view}" for app in ("wagtailimages", "wagtaildocs") for view in CHOOSER_VIEWS),
    }
)
BULK_ACTIONS = frozenset(
    {
        *(("wagtailcore", "page", action) for action in ("delete", "move", "publish", "unpublish")),
        ("wagtailimages", "image", "delete"),
        ("wagtaildocs", "document", "delete"),
    }
)
# A page made or moved with no council's scope open would be in the wrong council, or in none.
CLOSED_TO_THE_NATION = ("wagtailadmin_pages", "wagtail_bulk_action")

_namespaces: set[str] = set()


def open_namespace(namespace: str) -> None:
    """Serves a set of admin views of ours. Each keeps to the scope by itself, and the walk in the tests tries it."""
    _namespaces.add(namespace)


def is_open(view_name: str, kwargs: dict[str, str]) -> bool:
    if view_name == "wagtail_bulk_action":
        return (kwargs.get("app_label"), kwargs.get("model_name"), kwargs.get("action")) in BULK_ACTIONS
    return view_name in NAMES or view_name.partition(":")[0] in _namespaces
