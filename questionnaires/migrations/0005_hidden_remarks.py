from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questionnaires", "0004_short_surveys")]

    operations = [
        migrations.AddField(
            model_name="remark",
            name="hidden_because",
            field=models.CharField(blank=True, max_length=200, verbose_name="why the words are hidden"),
        ),
    ]
