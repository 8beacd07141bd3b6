import django.db.models.deletion
import django.utils.timezone
import uuid_utils.compat
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("councils", "0003_language_fallbacks"),
        ("people", "0003_mended"),
        ("plans", "0005_words_translation"),
    ]

    operations = [
        migrations.AddField(
            model_name="action",
            name="offer",
            field=models.UUIDField(blank=True, editable=False, null=True, verbose_name="offer that it is about"),
        ),
        migrations.CreateModel(
            name="SavedOffer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("offer", models.UUIDField(verbose_name="offer")),
                ("title", models.CharField(max_length=150, verbose_name="what it was called")),
                ("language", models.CharField(max_length=8, verbose_name="language")),
                ("saved_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="saved")),
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
                    "young_person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_offers",
                        to="people.youngperson",
                    ),
                ),
            ],
            options={
                "verbose_name": "saved offer",
                "verbose_name_plural": "saved offers",
                "ordering": ["-saved_at"],
                "indexes": [models.Index(fields=["council", "young_person"], name="saved_offer_young_person")],
                "constraints": [models.UniqueConstraint(fields=("young_person", "offer"), name="an_offer_saved_once")],
            },
        ),
    ]
