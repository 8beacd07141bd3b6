"""What the tour shows: who looks at which page, in which language, how wide."""

from dataclasses import dataclass

PHONE, DESK = 360, 1280


@dataclass(frozen=True)
class Stop:
    """`who` is a name in demo.json, empty for a visitor; `link` is followed by its text once the page is open."""

    name: str
    council: str
    who: str
    path: str
    width: int = DESK
    language: str = "en"
    link: str = ""


STOPS = (
    Stop("sign-in", "northmoor", "", "/accounts/login/code/"),
    Stop("sign-in-eastmarsh", "eastmarsh", "", "/accounts/login/code/"),
    Stop("home", "northmoor", "Wren", "/"),
    Stop("home-eastmarsh", "eastmarsh", "Tern", "/"),
    Stop("home-phone", "northmoor", "Wren", "/", PHONE),
    Stop("home-arabic-phone", "northmoor", "Rayhan", "/", PHONE, "ar"),
    Stop("questions", "northmoor", "Wren", "/questions/", PHONE),
    Stop("question-phone", "eastmarsh", "Tern", "/questions/HOME-03/", PHONE),
    Stop("question-arabic-phone", "northmoor", "Rayhan", "/questions/HOME-01/", PHONE, "ar"),
    Stop("check-in-phone", "northmoor", "Wren", "/check-in/", PHONE),
    Stop("to-do", "northmoor", "Wren", "/to-do/"),
    Stop("plan", "northmoor", "Wren", "/plan/"),
    Stop("now-and-before", "northmoor", "Wren", "/plan/now-and-before/"),
    Stop("plan-arabic", "northmoor", "Rayhan", "/plan/", DESK, "ar"),
    Stop("offers", "northmoor", "Wren", "/offers/"),
    Stop("offer-eastmarsh", "eastmarsh", "Tern", "/offers/", DESK, "en", "Setting up home money"),
    Stop("help", "northmoor", "Wren", "/help/", PHONE),
    Stop("caseload", "northmoor", "Marlow", "/caseload/"),
    Stop("person", "northmoor", "Marlow", "/caseload/", DESK, "en", "Wren"),
    Stop("person-eastmarsh", "eastmarsh", "Heron", "/caseload/", DESK, "en", "Tern"),
    Stop("sign-off", "northmoor", "Sable", "/sign-off/"),
    Stop("insight", "northmoor", "Tally", "/insight/"),
    Stop("insight-arabic", "eastmarsh", "Ripple", "/insight/", DESK, "ar"),
    Stop("supporter", "northmoor", "Cosmo", "/supporting/"),
    Stop("editor", "northmoor", "Clover", "/"),
    Stop("admin", "northmoor", "Clover", "/admin/"),
    Stop("admin-wording", "northmoor", "Clover", "/admin/snippets/questionnaires/wording/", DESK, "en", "HOME-03"),
    Stop("explorer", "northmoor", "Wren", "/graphql/"),
)
