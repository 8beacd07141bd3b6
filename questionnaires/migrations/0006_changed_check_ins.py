import django.db.models.deletion
import django.utils.timezone
import uuid_utils.compat
from django.db import migrations, models

SHARED_WITH = [
    ("worker", "My worker"),
    ("worker_and_supporters", "My worker and my supporters"),
    ("only_me", "Just me"),
]


class Migration(migrations.Migration):
    dependencies = [("councils", "0002_question_prefix"), ("questionnaires", "0005_hidden_remarks")]

    operations = [
        migrations.AddField(
            model_name="checkin",
            name="withdrawn_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="taken back"),
        ),
        migrations.CreateModel(
            name="CheckInRevision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("shared_with", models.CharField(choices=SHARED_WITH, max_length=30, verbose_name="who saw it")),
                ("replaced_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="replaced")),
                (
                    "check_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="questionnaires.checkin",
                    ),
                ),
                (
                    "council",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="councils.council",
                    ),
                ),
            ],
            options={
                "verbose_name": "earlier check-in",
                "verbose_name_plural": "earlier check-ins",
                "ordering": ["replaced_at"],
                "indexes": [models.Index(fields=["council", "check_in"], name="check_in_revision_check_in")],
            },
        ),
    ]
