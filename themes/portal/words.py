"""The API's codes in the words that people read."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

FACES = {1: _("Very bad"), 2: _("Not good"), 3: _("OK"), 4: _("Good"), 5: _("Very good")}
PHASES = {
    "GOING_WELL": _("Going well"),
    "GROWING": _("Growing"),
    "WORK_ON_THIS": _("Let's work on this"),
    "NOT_ENOUGH_ANSWERS": _("Not enough answers yet"),
}
CHANGES = {"UP": _("Up"), "SAME": _("Same"), "HARDER": _("Harder")}
CHANGE_ICONS = {"UP": "up", "SAME": "same", "HARDER": "down"}
LEVELS = {"TODAY": _("Today:"), "WEEK": _("This week:"), "SOON": _("Soon:")}
STATES = {"STABLE": _("Stable"), "FRAGILE": _("Fragile"), "IN_CRISIS": _("In crisis")}
CATEGORIES = {
    "ELIGIBLE": _("Eligible"),
    "RELEVANT": _("Relevant"),
    "FORMER_RELEVANT": _("Former relevant"),
    "QUALIFYING": _("Qualifying"),
}
ROLES = {
    "personal_adviser": _("Personal adviser"),
    "team_manager": _("Team manager"),
    "practice_supervisor": _("Practice supervisor"),
    "duty_worker": _("Duty worker"),
    "supporter": _("Supporter"),
    "council_admin": _("Council office"),
}
PARTS = {
    "GOALS": _("goals"),
    "ACTIONS": _("the to-do list"),
    "COMMENTS": _("comments"),
    "STATE_OF_PLAY": _("how things stand"),
    "ANSWERS": _("answers"),
}
SHARED_WITH = {
    "WORKER": _("My worker"),
    "WORKER_AND_SUPPORTERS": _("My worker and the people who support me"),
    "ONLY_ME": _("Just me, for now"),
}
AUDIENCES = {
    "WORKER": _("My worker and their manager"),
    "TEAM": _("Everybody who works on my plan"),
    "SUPPORTERS": _("My supporters too, if they may see comments"),
}
READ_BY = {
    "WORKER": _("For the worker and their manager"),
    "TEAM": _("For everybody who works on the plan"),
    "SUPPORTERS": _("For supporters too"),
}
TERMS = {"SHORT": _("Soon"), "LONG": _("Later")}
CALLS = {"NO": _("No, thanks"), "TODAY": _("Yes, today"), "THIS_WEEK": _("Yes, this week")}
ATTEMPT_CHANNELS = {
    "VISIT": pgettext_lazy("a way to be in touch", "Visit"),
    "CALL": pgettext_lazy("a way to be in touch", "Call"),
    "TEXT": pgettext_lazy("a way to be in touch", "Text message"),
    "EMAIL": pgettext_lazy("a way to be in touch", "E-mail"),
    "LETTER": pgettext_lazy("a way to be in touch", "Letter"),
}
KINDS = {
    "DOES_NOT_APPLY": _("This does not apply to me"),
    "RATHER_NOT_SAY": _("I'd rather not say"),
    "SKIPPED": _("Skipped"),
    "NOT_SHOWN": _("Not asked"),
}
CHANNELS = {
    "together": _("Together, at one screen"),
    "phone": _("By phone"),
    "paper": _("On paper: type in what they wrote"),
    "without": _("Without them"),
}
CHANNEL_SAID = {
    "ALONE": pgettext_lazy("how an answer was given", "alone"),
    "TOGETHER": pgettext_lazy("how an answer was given", "together"),
    "PHONE": pgettext_lazy("how an answer was given", "by phone"),
    "PAPER": pgettext_lazy("how an answer was given", "on paper"),
    "WITHOUT": pgettext_lazy("how an answer was given", "without the young person"),
}
VARIANTS = {
    "STANDARD": _("Standard words"),
    "EASY_READ": _("Easy read: short words, pictures and sound"),
    "SPOKEN": _("Words to read out"),
}
FACE_NUMBERS = {"very_bad": 1, "bad": 2, "ok": 3, "good": 4, "very_good": 5}
AGE_BANDS = {
    "UNDER_16": _("Under 16"),
    "AGE_16": "16",
    "AGE_17": "17",
    "AGE_18": "18",
    "AGE_19": "19",
    "AGE_20": "20",
    "AGE_21_PLUS": _("21 and over"),
}
CHOICE_PICTURES = {  # of the two scales that the national questions are answered on
    "yes": "yes",
    "not_sure": "not-sure",
    "no": "no",
    "yes_mostly": "yes",
    "sometimes": "sometimes",
    "not_right_now": "no",
}
AREA_ICONS = {
    "home": "home",
    "health": "heart",
    "mind": "mind",
    "people": "people",
    "relationships": "people",
    "active": "ball",
    "participation": "ball",
    "money": "money",
    "work": "work",
    "education": "pencil",
    "employment": "work",
    "life": "key",
}
TOLD_AS = {"WORKER": _("your worker"), "DUTY": _("on duty"), "MANAGER": _("team manager")}
FOCUS_REASONS = {
    "WANTS_HELP": _("You want help with this"),
    "NOT_NOW": _("Not there yet"),
    "PARTLY": _("Partly there"),
}
NEEDS = {
    1: _("Safe and well today"),
    2: _("Feeling secure"),
    3: _("People and belonging"),
    4: _("Feeling confident"),
    5: _("Growing"),
}
TRANSLATED_BY = {"PERSON": _("A person"), "MACHINE": _("A machine")}
REMARKS = {"HARD": _("It is hard to understand"), "WRONG": _("It feels wrong")}
READINGS_OWN = {
    "CONFIDENT": _("I read well"),
    "SOME_HELP": _("I read with some help"),
    "PICTURES": _("I like pictures and easy words"),
    "LISTENING": _("I would rather listen"),
}
READINGS = {
    "CONFIDENT": _("Reads well"),
    "SOME_HELP": _("Reads with some help"),
    "PICTURES": _("Prefers pictures and easy words"),
    "LISTENING": _("Would rather listen"),
}
INVITATION_CHANNELS = {
    "EMAIL": _("By e-mail"),
    "LETTER": _("By a letter that you print"),
}
INVITATION_STATES = {
    "OPEN": _("can still be used"),
    "USED": _("was used"),
    "EXPIRED": _("is too old now"),
    "WITHDRAWN": _("was taken back"),
}
SUPPORTER_KINDS = {
    "CARER": _("Carer"),
    "FAMILY": _("Family"),
    "FRIEND": _("Friend"),
    "MENTOR": _("Mentor"),
    "JOBS_ADVISER": _("Jobs adviser"),
    "OTHER": _("Somebody else"),
}
PARTS_ALONE = {
    "GOALS": _("Goals"),
    "ACTIONS": _("The to-do list"),
    "COMMENTS": _("Comments"),
    "STATE_OF_PLAY": _("How things stand"),
    "ANSWERS": _("Answers to the questions"),
}
AGREES = {"YES": _("Yes, I agree with it"), "PARTLY": _("Some of it is right"), "NO": _("No, it is not right")}
OCCASIONS = {
    "FIRST": _("The first plan"),
    "PLANNED": _("The usual review"),
    "ASKED_FOR": _("The young person asked for it"),
    "NEEDED": _("Something has changed"),
    "MOVE": _("After a move"),
}
SECTION_GROUPS = {"PART": _("Parts of the plan"), "AREA": _("Areas of life"), "MATTER": _("The ten matters")}
REVIEW_STATES = {
    "DRAFT": _("Being worked on"),
    "QUALITY_CHECK": _("With the practice supervisor"),
    "SUBMITTED": _("With the manager"),
    "RETURNED": _("Sent back"),
    "CURRENT": _("Agreed"),
}
