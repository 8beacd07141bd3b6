"""The look of a council in the admin."""

import re

import pytest
from wagtail.images.models import Image

from leavingwell.platform.councils.admin.documents import collections_of
from leavingwell.platform.councils.scope import scope
from leavingwell.themes.models import Theme
from leavingwell.themes.palettes import plain
from tests.admin.asking import at, errors_in, form_in, send, text_of, was_saved
from tests.admin.conftest import picture
from tests.themes.looks import pages_in

LOOK = "/admin/snippets/themes/theme/"
ADD = f"{LOOK}add/"


@pytest.fixture
def client(north):
    return at(north.council, north.editor)


def theme_of(household):
    with scope(household.council):
        return Theme.objects.first()


def edit(household):
    return f"{LOOK}edit/{theme_of(household).pk}/"


def stylesheet(household):
    visitor = at(household.council, None)
    link = re.search(r'href="(/theme\.[^"]+)"', visitor.get("/accounts/login/").content.decode())
    return visitor.get(link[1]).content.decode()


def test_the_menu_leads_to_making_a_theme_and_later_to_the_theme(client, north):
    assert client.get(LOOK)["Location"] == ADD
    assert was_saved(send(client, ADD))
    assert client.get(LOOK)["Location"] == edit(north)


def test_a_form_that_nobody_changed_keeps_the_plain_palette(client, north):
    assert was_saved(send(client, ADD))
    assert theme_of(north).colours == {"light": {}}
    assert theme_of(north).complete_colours["light"] == plain()


def test_a_new_brand_colour_is_stored_and_everything_else_is_kept(client, north):
    with scope(north.council):
        Theme.objects.create(colours={"light": {"hero-1": "#123456"}, "dark": {"accent": "#99ddcc"}})
    assert was_saved(send(client, edit(north), colour_brand="#2a1a4a", shape="printed"))
    theme = theme_of(north)
    assert theme.colours == {"light": {"hero-1": "#123456", "brand": "#2a1a4a"}, "dark": {"accent": "#99ddcc"}}
    assert theme.shape == "printed"


def test_the_portal_has_the_new_colour_at_once(client, north, east):
    send(client, ADD, colour_brand="#2a1a4a")
    assert "--brand: #2a1a4a" in stylesheet(north)
    assert "--brand: #2a1a4a" not in stylesheet(east)


def test_colours_that_are_too_close_are_refused_beside_the_field_with_the_nearest_that_passes(client, north):
    answer = send(client, ADD, colour_brand_ink="#3a5a7a")
    assert errors_in(answer) == [
        "Too close to “Brand colour” (1.83 to 1, needs 4.5). The nearest that passes is #879aae."
    ]
    assert theme_of(north) is None


def test_the_nearest_colour_that_is_offered_is_accepted(client, north):
    assert was_saved(send(client, ADD, colour_brand_ink="#879aae"))
    assert theme_of(north).colours["light"] == {"brand-ink": "#879aae"}


def test_nothing_is_lost_on_an_error(client):
    answer = send(client, ADD, colour_brand_ink="#3a5a7a", colour_second="#503070", shape="printed")
    form = form_in(answer)
    assert (form["colour_brand_ink"], form["colour_second"], form["shape"]) == ("#3a5a7a", "#503070", "printed")
    assert "#3a5a7a" in text_of(answer)  # the preview too


@pytest.mark.parametrize("value", ["red", "#12", "#12345g", "#1d4f7c; } body { display: none", "", "#1d4f7c\n"])
def test_what_is_no_colour_is_a_message_and_reaches_no_stylesheet(client, north, value):
    answer = send(client, ADD, colour_accent=value)
    if value.strip() == "#1d4f7c":  # Django takes the line break away
        assert was_saved(answer)
    else:
        assert errors_in(answer)
        assert theme_of(north) is None
        assert not any("display: none" in page.split("</style>")[0] for page in pages_in(answer).values())


def test_a_logo_needs_words_for_those_who_cannot_see_it(client, north):
    image = Image.objects.create(title="Logo", file=picture("logo"), collection=collections_of(north.council).get())
    refused = send(client, ADD, logo=image.pk)
    assert any("for people who cannot see it" in error for error in errors_in(refused))
    assert was_saved(send(client, ADD, logo=image.pk, logo_alternative_text="The arms of Northmoor"))


@pytest.mark.parametrize("role", ["questionnaire_editor", "translator"])
def test_who_may_not_change_the_look_does_not(north, role):
    client = at(north.council, north.people[role])
    assert client.get(ADD).status_code in (302, 403)
    assert client.post(ADD, {}).status_code in (302, 403)
    assert theme_of(north) is None
