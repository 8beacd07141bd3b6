from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("questionnaires", "0006_changed_check_ins"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="indicator",
            options={
                "ordering": ["domain__order", "order", "code"],
                "verbose_name": "indicator",
                "verbose_name_plural": "indicators",
            },
        ),
    ]
