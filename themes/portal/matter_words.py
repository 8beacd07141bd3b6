"""What belongs under each of the ten matters, in a sentence for the worker who writes it down."""

from django.utils.translation import gettext_lazy as _

PROMPTS = {
    "SUPPORT": _("Who keeps in touch, how often, and who steps in when that person is away."),
    "EDUCATION": _("What they learn or train for, where, and what helps them to keep going."),
    "WORK": _("Work, looking for work, or other things that fill the week well."),
    "CONTINGENCY": _("What happens, and who does what, if this plan stops working."),
    "HOME": _("Where they live, what comes next, and what keeps the home safe."),
    "RELATIONSHIPS": _("Family, friends and people from before, and how to stay in touch with them."),
    "SKILLS": _("Cooking, travel, forms, looking after a home: what to practise, and with whom."),
    "MONEY": _("What they live on, what the council pays, and who helps with bills and debts."),
    "HEALTH": _("Doctor, dentist, medicine, and who helps when life feels heavy."),
    "IDENTITY": _("Faith, culture, language, papers: who they are, and what they need to live it."),
}
ICONS = {
    "SUPPORT": "people",
    "EDUCATION": "pencil",
    "WORK": "work",
    "CONTINGENCY": "swap",
    "HOME": "home",
    "RELATIONSHIPS": "heart",
    "SKILLS": "key",
    "MONEY": "money",
    "HEALTH": "mind",
    "IDENTITY": "globe",
}
MISSING = {"how": _("how"), "byWhen": _("by when"), "byWhom": _("by whom")}
COPY_FORMS = {
    "PRINTED": _("On paper"),
    "EMAILED": _("As a file"),
    "EASY_READ": _("In easy words and pictures"),
    "READ_ALOUD": _("Read to them"),
    "PORTAL": _("Read here"),
}
FACTORS = {
    "FACILITIES": _("Rooms and things in them"),
    "REPAIR": _("State of repair"),
    "SAFETY": _("Safety"),
    "LOCATION": _("Place"),
    "SUPPORT": _("Support there"),
    "TENANCY": _("Tenancy"),
    "COST": _("Cost, and whether it can be paid"),
}
FACTOR_PROMPTS = {
    "FACILITIES": _("A room of their own, a kitchen, washing, heating, internet."),
    "REPAIR": _("Damp, broken things, and how fast they are mended."),
    "SAFETY": _("Locks, fire, the people who live there, the way home at night."),
    "LOCATION": _("Near to people, work, learning, doctors and buses."),
    "SUPPORT": _("Who helps there, how often, and whether it is enough."),
    "TENANCY": _("What they signed, how long it lasts, and what could end it."),
    "COST": _("Rent and bills, what pays for them, and what is left."),
}
VERDICTS = {"FINE": _("Fine"), "CONCERN": _("A concern"), "NOT_KNOWN": _("Not known yet")}
HOME_KINDS = {
    "INDEPENDENT": _("Own place, college or university room, shared flat"),
    "SEMI_INDEPENDENT": _("Own place with regular support"),
    "SUPPORTED_LODGINGS": _("Supported lodgings"),
    "FOSTER_CARE": _("With foster carers"),
    "FOSTER": _("With former foster carers"),
    "PARENTS": _("With parents or relatives"),
    "COMMUNITY": _("Children's home or other residential home"),
    "FOYER": _("Foyer or similar"),
    "LODGINGS": _("Ordinary lodgings"),
    "BED_AND_BREAKFAST": _("Bed and breakfast"),
    "EMERGENCY": _("Night shelter or hostel"),
    "HOMELESS": _("No home"),
    "CUSTODY": _("In custody"),
    "ABROAD": _("Gone abroad"),
    "DEPORTED": _("Deported"),
    "OTHER": _("Somewhere else"),
    "UNKNOWN": _("Not known"),
}
NEVER_SUITABLE = ("HOMELESS", "CUSTODY")
