"""Where each clock is written down, for whoever asks why."""

from leavingwell.platform.plans.clocks import Kind

REGULATIONS = "Care Leavers (England) Regulations 2010"
ACT = "Children Act 1989"
LAWS = {
    Kind.FIRST_PLAN: f"{REGULATIONS}, regulation 5",
    Kind.REVIEW: f"{REGULATIONS}, regulation 7",
    Kind.REVIEW_AFTER_MOVE: f"{REGULATIONS}, regulation 7",
    Kind.VISIT_AFTER_MOVE: f"{REGULATIONS}, regulation 8",
    Kind.VISIT: f"{REGULATIONS}, regulation 8",
    Kind.OFFER: f"{ACT}, section 23CZB",
}


def law_of(kind: Kind) -> str:
    """Empty for what only the council has set."""
    return LAWS.get(kind, "")
