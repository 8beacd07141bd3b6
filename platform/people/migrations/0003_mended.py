from typing import Any

from django.db import migrations, models
from django.db.models import F


def who_signed_in_had_a_code_sent(apps: Any, schema_editor: Any) -> None:
    accounts = apps.get_model("people", "User").objects.exclude(email="").exclude(last_login=None)
    accounts.update(email_confirmed_at=F("last_login"))


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
        migrations.RunPython(who_signed_in_had_a_code_sent, migrations.RunPython.noop),
    ]
