from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0009_foster_care"),
    ]

    operations = [
        migrations.AlterField(
            model_name="crisis",
            name="cause",
            field=models.CharField(
                choices=[
                    ("home", "Home"),
                    ("mental_health", "Mental health"),
                    ("money", "Money"),
                    ("relationship", "Relationship"),
                    ("harm", "Being hurt or used by somebody"),
                    ("immigration", "Immigration"),
                    ("justice", "Justice"),
                    ("health", "Health"),
                    ("other", "Other"),
                ],
                max_length=20,
                verbose_name="cause",
            ),
        ),
    ]
