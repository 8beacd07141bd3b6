import django.db.models.deletion
import django.utils.timezone
import uuid_utils.compat
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("councils", "0003_language_fallbacks"),
        ("people", "0004_young_persons_phone"),
        ("plans", "0006_saved_offers"),
    ]

    operations = [
        migrations.CreateModel(
            name="QualityJudgement",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[("good", "Good"), ("needs_work", "Needs work")],
                        max_length=20,
                        verbose_name="how it is",
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="judged")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
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
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="plans.review"
                    ),
                ),
            ],
            options={
                "verbose_name": "judgement of a plan",
                "verbose_name_plural": "judgements of plans",
                "ordering": ["-at"],
            },
        ),
        migrations.CreateModel(
            name="QualityNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "point",
                    models.CharField(
                        choices=[
                            ("own_words", "The young person's own words"),
                            ("their_part", "The young person's part"),
                            ("goals", "Goals"),
                            ("steps", "Steps towards each goal"),
                            ("who_and_when", "Who does it and by when"),
                            ("back_up", "A back-up plan for each goal"),
                            ("matters", "What a plan must cover"),
                            ("copy", "A copy for the young person"),
                        ],
                        max_length=20,
                        verbose_name="what",
                    ),
                ),
                ("note", models.TextField(max_length=1000, verbose_name="note")),
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
                (
                    "judgement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="plans.qualityjudgement"
                    ),
                ),
            ],
            options={
                "verbose_name": "note on a point of a plan",
                "verbose_name_plural": "notes on points of plans",
            },
        ),
        migrations.AddIndex(
            model_name="qualityjudgement",
            index=models.Index(fields=["council", "review", "-at"], name="quality_judgement_review"),
        ),
        migrations.AddConstraint(
            model_name="qualitynote",
            constraint=models.UniqueConstraint(fields=("judgement", "point"), name="a_point_noted_once"),
        ),
    ]
