from django.db import migrations, models


NOTICE_KINDS = [
    ("review_due", "A review is due"),
    ("visit_due", "A visit is due"),
    ("contact_due", "It is time to get in touch"),
    ("plan_to_sign", "A plan waits for you"),
    ("plan_sent_back", "A plan was sent back"),
    ("plan_agreed", "A plan was agreed"),
    ("plan_reopened", "A plan is open again"),
    ("review_asked_for", "Somebody asked for a review"),
    ("new_comment", "There are new words for you"),
    ("good_news", "There is good news"),
    ("new_worker", "The worker changed"),
    ("new_supporter", "Somebody was let in to the plan"),
    ("emergency_access", "A record was opened in an emergency"),
    ("code_made", "A code to sign in was made"),
    ("copy_asked_for", "The council asked for a copy of the data"),
    ("duty_started", "Somebody covers for a team"),
    ("new_in_team", "Somebody new is in the team"),
    ("sign_in_changed", "How staff sign in has changed"),
    ("action_due", "Something on the to-do list is due"),
    ("data_ready", "Your data is ready"),
    ("door_is_open", "The door is open"),
    ("home_unsuitable", "A home is not suitable"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_three_way_process"),
    ]

    operations = [
        migrations.AddField(
            model_name="redaction",
            name="words",
            field=models.TextField(blank=True, default="", verbose_name="words"),
        ),
        migrations.AddField(
            model_name="redaction",
            name="sha256",
            field=models.CharField(blank=True, default="", max_length=64, verbose_name="fingerprint of the text"),
        ),
        migrations.AddField(
            model_name="review",
            name="young_person_part_version",
            field=models.PositiveIntegerField(default=0, verbose_name="the young person's part, as of version"),
        ),
        migrations.AddField(
            model_name="review",
            name="worker_part_version",
            field=models.PositiveIntegerField(default=0, verbose_name="the worker's part, as of version"),
        ),
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(choices=NOTICE_KINDS, max_length=20, verbose_name="kind"),
        ),
        migrations.AlterField(
            model_name="noticepreference",
            name="kind",
            field=models.CharField(choices=NOTICE_KINDS, max_length=20, verbose_name="kind"),
        ),
    ]
