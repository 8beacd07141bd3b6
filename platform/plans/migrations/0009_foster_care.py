from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0008_goal_of_a_check_in"),
    ]

    operations = [
        migrations.AlterField(
            model_name="home",
            name="kind",
            field=models.CharField(
                choices=[
                    ("B", "With parents or relatives"),
                    ("C", "Children's home or other residential home"),
                    ("D", "Own place with regular support"),
                    ("E", "Supported lodgings"),
                    ("F", "With foster carers"),
                    ("G", "Gone abroad"),
                    ("H", "Deported"),
                    ("K", "Ordinary lodgings"),
                    ("R", "Not known"),
                    ("S", "No home"),
                    ("T", "Foyer or similar"),
                    ("U", "Own place, college or university room, shared flat"),
                    ("V", "Night shelter or hostel"),
                    ("W", "Bed and breakfast"),
                    ("X", "In custody"),
                    ("Y", "Somewhere else"),
                    ("Z", "With former foster carers"),
                ],
                max_length=1,
                verbose_name="kind",
            ),
        ),
    ]
