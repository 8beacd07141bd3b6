"""How things stand: the words that stand for scores."""

import strawberry

from leavingwell.questionnaires import scoring

Phase = scoring.Phase
strawberry.enum(Phase, name="Phase", description="How an area stands: in words, never a mark.")
Change = scoring.Change
strawberry.enum(Change, name="Change", description="Since the last review.")
