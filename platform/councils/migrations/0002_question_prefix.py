import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("councils", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="council",
            name="question_prefix",
            field=models.CharField(
                blank=True,
                help_text="Two to four capital letters. Made with the first question of its own, and never changed after.",
                max_length=4,
                null=True,
                unique=True,
                validators=[django.core.validators.RegexValidator("^[A-Z]{2,4}$", "Two to four capital letters.")],
                verbose_name="start of its own questions' codes",
            ),
        ),
    ]
