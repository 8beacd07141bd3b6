"""Loading the demonstration: what is there already stays as it is, whatever the day."""

from collections.abc import Callable

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone

from leavingwell.content.services.topics import load_national_content
from leavingwell.platform.councils.models import Council
from leavingwell.platform.councils.scope import national_scope
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import COUNCILS, read
from leavingwell.platform.demo.opening import open_demo_council
from leavingwell.platform.demo.sign_ins import PASSWORD, write_sign_ins
from leavingwell.platform.people.models import Person, User
from leavingwell.platform.plans.services.examples import load_example_plans
from leavingwell.questionnaires.services.loading import load_framework


@transaction.atomic
def add_national_staff(hashed: str) -> None:
    with national_scope("staff of the demonstration"):
        for row in read("national", "staff"):
            account, created = User.objects.get_or_create(email=row["email"], defaults={"password": hashed})
            if created:
                Person.objects.create(user=account, name=row["name"], role=row["role"])


def load(port: int, scale: float = 1, say: Callable[[str], object] = str) -> None:
    """`scale` makes the crowd smaller, for tests; the people to walk around with are always there."""
    load_framework(with_drafts=True)
    load_example_plans()
    load_national_content()
    missing = [slug for slug in COUNCILS if not Council.objects.filter(slug=slug).exists()]
    if missing:
        clock, hashed = Clock(timezone.now()), make_password(PASSWORD)
        add_national_staff(hashed)
        for slug in missing:
            say(f"Loaded: {open_demo_council(slug, port, clock, scale, hashed).name}")
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # so that the first pages are planned as well as later ones
    say(f"Addresses and sign-ins: {write_sign_ins(port)}")
