"""A council's own words for some questions, published; and what was asked before them."""

from leavingwell.content.services.topics import columns
from leavingwell.platform.councils.models import Council
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.sheets import Sheet, Sheets
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.services.reviewing import QUESTIONNAIRE
from leavingwell.questionnaires.models import Indicator, Questionnaire, Wording
from leavingwell.questionnaires.services.publishing import latest_version, publish

OWN_WORDS_FROM = -300  # days: reviews begun earlier were asked in the nation's words


def reword(council: Council, editor: Person, clock: Clock) -> Sheets:
    """In the council's scope, which has published nothing of its own yet."""
    national = latest_version(QUESTIONNAIRE)
    indicators = {indicator.code: indicator for indicator in Indicator.objects.all()}
    for row in read(council.slug, "wording"):
        words = columns(text=row["text"], help=row["help"])
        Wording.objects.create(indicator=indicators[row["question"]], **words)
    own = publish(Questionnaire.objects.get(code=QUESTIONNAIRE), by=editor)
    return Sheets(Sheet(national), Sheet(own), clock.day(OWN_WORDS_FROM))
