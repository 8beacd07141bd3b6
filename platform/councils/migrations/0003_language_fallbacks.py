from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("councils", "0002_question_prefix"),
    ]

    operations = [
        migrations.AddField(
            model_name="council",
            name="language_fallbacks",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="By language, those in which a text is shown that it has not, in turn. English comes last.",
                verbose_name="languages to fall back on",
            ),
        ),
    ]
