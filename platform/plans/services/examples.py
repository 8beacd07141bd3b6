"""Loading the national example plans from their data files: again and again, with the same result."""

import json
from pathlib import Path

from django.db import transaction

from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.plans.models import ExamplePlan

EXAMPLES = Path(__file__).parents[1] / "data" / "examples"


@transaction.atomic
def load_example_plans(folder: Path = EXAMPLES) -> int:
    """How many there are. A plan whose file is gone stays: somebody may have linked to it."""
    files = sorted(folder.glob("*.json"))
    with national_scope("load the example plans"):
        for file in files:
            described = json.loads(file.read_text(encoding="utf-8"))
            ExamplePlan.objects.update_or_create(council=None, code=file.stem, defaults=described)
    return len(files)
