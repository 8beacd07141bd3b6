from leavingwell.platform.people.models.allocation import Allocation
from leavingwell.platform.people.models.care_period import CarePeriod
from leavingwell.platform.people.models.duty_cover import DutyCover
from leavingwell.platform.people.models.emergency_access import EmergencyAccess
from leavingwell.platform.people.models.invitation import Invitation
from leavingwell.platform.people.models.legal_hold import LegalHold
from leavingwell.platform.people.models.person import Person
from leavingwell.platform.people.models.sign_in_rules import SignInRules
from leavingwell.platform.people.models.supporter import Supporter
from leavingwell.platform.people.models.team import Team
from leavingwell.platform.people.models.team_allocation import TeamAllocation
from leavingwell.platform.people.models.user import User
from leavingwell.platform.people.models.young_person import YoungPerson

__all__ = [
    "Allocation",
    "CarePeriod",
    "DutyCover",
    "EmergencyAccess",
    "Invitation",
    "LegalHold",
    "Person",
    "SignInRules",
    "Supporter",
    "Team",
    "TeamAllocation",
    "User",
    "YoungPerson",
]
