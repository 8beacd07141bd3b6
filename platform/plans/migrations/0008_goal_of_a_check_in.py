import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0007_quality_judgement"),
        ("questionnaires", "0007_order_of_questions"),
    ]

    operations = [
        migrations.AddField(
            model_name="goal",
            name="check_in",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="goals",
                to="questionnaires.checkin",
            ),
        ),
    ]
