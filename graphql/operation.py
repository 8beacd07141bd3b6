"""What can be done, under the names that the API shows."""

import strawberry

from leavingwell.platform.access import operations

Operation = operations.Operation
strawberry.enum(Operation, name="Operation", description="What can be done to a young person's record and plan.")
CouncilOperation = operations.CouncilOperation
strawberry.enum(CouncilOperation, name="CouncilOperation", description="What can be done in the council as a whole.")
