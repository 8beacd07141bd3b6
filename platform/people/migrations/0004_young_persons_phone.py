from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_mended")]

    operations = [
        migrations.AddField(
            model_name="youngperson",
            name="phone",
            field=models.CharField(
                blank=True,
                help_text="For those who work with them; supporters do not see it.",
                max_length=40,
                verbose_name="their phone",
            ),
        ),
    ]
