from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questionnaires", "0002_question_editor")]

    operations = [
        migrations.AddField(
            model_name="wording",
            name="national_text",
            field=models.JSONField(
                blank=True, editable=False, null=True, verbose_name="national words when it was written"
            ),
        ),
    ]
