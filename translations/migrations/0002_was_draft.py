from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("translations", "0001_translations")]

    operations = [
        migrations.AddField(model_name="translation", name="was_draft", field=models.BooleanField(default=False)),
    ]
