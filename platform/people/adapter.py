"""How people sign in: staff by password with a second step, young people and supporters by a code sent by e-mail."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.password_reset_by_code import PASSWORD_RESET_VERIFICATION_SESSION_KEY
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.people.confirming import BY_CODE, without_code, without_proof
from leavingwell.platform.people.models import User
from leavingwell.platform.people.sign_in.rules import must_use_council_account
from leavingwell.platform.people.sign_in.second_step import COUNCIL_ACCOUNT, LAST_STEP, SecondStep, may_be_removed


def sent_elsewhere(way: dict[str, Any], user: User) -> bool:
    """Whether a code was sent to an address that is no longer theirs: it was on its way when the address changed."""
    email = way.get("email") if way.get("method", BY_CODE) == BY_CODE else None
    return bool(email) and str(email).lower() != user.email


UNKNOWN = "account/email/unknown_account"
# Which e-mails bring a code, and who gets none.
CODES: dict[str, Callable[[], QuerySet[User]]] = {
    "account/email/login_code": without_code,
    "account/email/password_reset_code": without_proof,
    UNKNOWN: without_code,  # to whom nothing is sent, after the same work
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    error_messages = {  # in our voice
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("That code does not work. Look at it again, or ask for a new one."),
        "incorrect_password": _("That password does not work. Try again."),
        "enter_current_password": _("That password does not work. Try again."),
        "email_password_mismatch": _("The address or the password is not right. Try again."),
        "too_many_login_attempts": _("That was too often. Wait a few minutes, then try again."),
        "account_inactive": _("This account is closed. Ask the office."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False  # a council invites

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """No code goes to an address that its owner must confirm first: the pages are those of an unknown one."""
        refused = CODES.get(template_prefix)
        is_refused = refused is not None and refused().filter(email=email.lower()).exists()
        if not is_refused and template_prefix != UNKNOWN:
            super().send_mail(template_prefix, email, context)

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponseBase | None:
        # The managers make another council's account unknown; should a way round them appear, it ends here.
        if not User.objects.filter(pk=user.pk).exists():
            return HttpResponseRedirect(reverse("account_login"))
        ways = get_authentication_records(request, user)
        by_code = bool(ways) and ways[-1]["method"] == BY_CODE
        if ways and (sent_elsewhere(ways[-1], user) or (by_code and without_code().filter(pk=user.pk).exists())):
            return HttpResponseRedirect(reverse("account_login"))
        by_council_account = bool(ways) and ways[-1]["method"] == COUNCIL_ACCOUNT
        if not by_council_account and must_use_council_account(getattr(user, "person", None)):
            return HttpResponseRedirect(reverse("council_account_only"))
        elsewhere: HttpResponseBase | None = super().pre_login(request, user, **kwargs)
        return elsewhere

    def set_password(self, user: User, password: str) -> None:
        session = self.request.session if self.request else {}
        asked = session.get(PASSWORD_RESET_VERIFICATION_SESSION_KEY) or {}
        is_by_code = asked.get("user_id") == str(user.pk)
        if is_by_code and (sent_elsewhere(asked, user) or without_proof().filter(pk=user.pk).exists()):
            raise ImmediateHttpResponse(HttpResponseRedirect(reverse("account_reset_password")))
        super().set_password(user, password)

    def get_login_stages(self) -> list[str]:
        ours = f"{SecondStep.__module__}.{SecondStep.__qualname__}"
        stages: list[str] = super().get_login_stages()
        return [ours if stage.endswith(".mfa.stages.AuthenticateStage") else stage for stage in stages]

    def reauthenticate(self, user: User, password: str) -> bool:
        again = self.authenticate(self.request, email=user.email, password=password)
        return again is not None and again.pk == user.pk


class TwoStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
        "cannot_delete_authenticator": LAST_STEP,
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return may_be_removed(authenticator)

    def get_totp_issuer(self) -> str:
        return "Leaving Well"
