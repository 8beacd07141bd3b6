from typing import Any

from django.db import migrations, models
from django.db.models import F, OuterRef, Subquery

from leavingwell.platform.councils.scope import national_scope


def who_came_by_e_mail(apps: Any, schema_editor: Any) -> None:
    """Whoever signed in had a code sent; but a young person for whom a letter was used may never have seen the address.

    They can confirm it from where they are signed in. The others joined by the e-mail, so that it is theirs.
    """
    accounts = apps.get_model("people", "User").objects.exclude(email="")
    with national_scope("whose address is known to be theirs"):
        young_people = apps.get_model("people", "YoungPerson").objects.all()
        letters = apps.get_model("people", "Invitation").objects.filter(channel="letter").exclude(used_at=None)
        joined = Subquery(young_people.filter(person__user=OuterRef("pk")).values("joined_at")[:1])
        by_letter = letters.exclude(person__user=None).values("person__user")
        theirs = young_people.exclude(person__user=None).values("person__user")
        accounts.filter(pk__in=theirs).exclude(pk__in=by_letter).update(email_confirmed_at=joined)
        accounts.exclude(pk__in=theirs).exclude(last_login=None).update(email_confirmed_at=F("last_login"))


class Migration(migrations.Migration):
    dependencies = [("people", "0002_three_way_process")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="email_confirmed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="e-mail confirmed"),
        ),
        migrations.AddField(
            model_name="user",
            name="sessions_ended_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="signed out everywhere"),
        ),
        migrations.RunPython(who_came_by_e_mail, migrations.RunPython.noop),
    ]
