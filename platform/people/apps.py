from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "leavingwell.platform.people"
    label = "people"

    def ready(self) -> None:
        from leavingwell.platform.people import email_addresses

        email_addresses.keep_to_the_scope()
