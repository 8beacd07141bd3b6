from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import pre_delete


class PeopleConfig(AppConfig):
    name = "leavingwell.platform.people"
    label = "people"

    def ready(self) -> None:
        from allauth.account.signals import authentication_step_completed

        from leavingwell.platform.people import confirming, email_addresses
        from leavingwell.platform.people.first_sign_in import note_first_sign_in
        from leavingwell.platform.people.sign_in import accounts, second_step

        email_addresses.keep_to_the_scope()
        accounts.keep_to_the_scope()
        pre_delete.connect(second_step.keep_the_last, sender="mfa.Authenticator")
        user_logged_in.connect(note_first_sign_in)
        authentication_step_completed.connect(confirming.note_code)
