"""How the form of an offer is laid out: what a person wants to know, group by group, each with a plain word of help."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from leavingwell.content.admin.offer_form import OfferForm
from leavingwell.translations.panels import page_tabs

ABOUT = MultiFieldPanel(
    [
        FieldPanel("topic", help_text=_("The heading of the law under which young people find it.")),
        FieldPanel("provider", help_text=_("The council, a charity, a company: as young people know them.")),
        FieldPanel("link", help_text=_("Where to read more, or to ask for it online.")),
    ],
    heading=_("What it is"),
)
FOR_WHOM = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("youngest"), FieldPanel("oldest")]),
        FieldPanel("categories", help_text=_("Tick none, and it is for all of them.")),
        FieldPanel("circumstances", help_text=_("Tick none, and it is for everybody.")),
        FieldPanel("areas", help_text=_("Tick none, and it is for the whole council.")),
    ],
    heading=_("Who it is for"),
)
MONEY = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("value", help_text=_("The most that somebody can get.")), FieldPanel("value_period")])],
    heading=_("What it is worth"),
)
WHOM_TO_ASK = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("hours", help_text=_("In a few words, such as: weekdays, 9 to 5.")),
        FieldPanel("contacts", help_text=_("People or desks with hours of their own, at night too.")),
        FieldPanel("address"),
    ],
    heading=_("Whom to ask, and where"),
)
MORE = MultiFieldPanel(
    [
        FieldPanel("resources"),
        FieldPanel("picture", help_text=_("Say what it shows on the tab of each language.")),
    ],
    heading=_("Links, documents and a picture"),
)
CHECKED = MultiFieldPanel(
    [
        FieldRowPanel([FieldPanel("last_checked_on"), FieldPanel("last_checked_by")]),
        FieldPanel("next_check_on", help_text=_("Empty means half a year after the last check.")),
    ],
    heading=_("Is it still right?"),
    help_text=_("In the list of offers one button notes that you checked it today."),
)
TEXTS = (
    *("heading", "summary", "who_it_is_for", "body", "how_to_get_it", "evidence"),
    *("directions", "alert", "picture_text"),
)
HELPS = {
    "heading": _("As you would say it: “Free gym and swimming”, not “Leisure access scheme”."),
    "summary": _("One or two short sentences. They are what people see in the list."),
    "who_it_is_for": _("In words, where the ticks on the first tab do not say it all."),
    "how_to_get_it": _("The first step, and how long it takes."),
    "evidence": _("Such as: your bank card, and the letter from your landlord. Empty if nothing is needed."),
    "directions": _("In words, for people without a map: the bus, the door, the bell."),
    "alert": _("Only while something is different: “Closed this week.” Take it out again afterwards."),
    "picture_text": _("For people who cannot see it. One sentence."),
}


def offer_tabs() -> object:
    shared = (ABOUT, FOR_WHOM, MONEY, WHOM_TO_ASK, MORE, CHECKED)
    return page_tabs(shared=shared, translated=TEXTS, helps=HELPS, form=OfferForm)
