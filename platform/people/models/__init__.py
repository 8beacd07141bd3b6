from leavingwell.platform.people.models.allocation import Allocation
from leavingwell.platform.people.models.duty_cover import DutyCover
from leavingwell.platform.people.models.person import Person
from leavingwell.platform.people.models.supporter import Supporter
from leavingwell.platform.people.models.team import Team
from leavingwell.platform.people.models.user import User
from leavingwell.platform.people.models.young_person import YoungPerson

__all__ = ["Allocation", "DutyCover", "Person", "Supporter", "Team", "User", "YoungPerson"]
