"""The council's administrator sets how staff sign in. Nobody can lock the council out."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.audit.services import record
from leavingwell.platform.people.models import Person, SignInRules
from leavingwell.platform.people.sessions import end_sessions_of
from leavingwell.platform.people.sign_in.fetching import PublicSession
from leavingwell.platform.people.sign_in.rules import provider_key, who_must_use_council_account
from leavingwell.platform.people.sign_in.sealing import seal
from leavingwell.platform.people.signals import sign_in_changed
from leavingwell.platform.people.staff import here_now, staff
from leavingwell.platform.problems import invalid

FIELDS = ("staff_need_second_step", "single_sign_on", "issuer", "client_id", "only_single_sign_on")
SINGLE_SIGN_ON = {"single_sign_on", "issuer", "client_id", "client_secret", "only_single_sign_on"}
UNREACHABLE = _("We asked there and got no answer that we understand. Look at the address again.")


@dataclass(frozen=True)
class NewRules:
    """`client_secret` is empty to keep the one that is there."""

    staff_need_second_step: bool = False
    single_sign_on: bool = False
    issuer: str = ""
    client_id: str = ""
    client_secret: str = ""
    only_single_sign_on: bool = False


@transaction.atomic
def set_sign_in_rules(new: NewRules, *, by: Person | None) -> SignInRules:
    """The other administrators are told of another single sign-on. Once it is the only way in, whoever came by another
    one signs in again.

    Raises INVALID for a provider that cannot work, and for asking what nobody has tried to be the only way in.
    """
    SignInRules.objects.get_or_create()
    rules = SignInRules.objects.select_for_update().get()
    before = {name: getattr(rules, name) for name in FIELDS}
    take(new, rules)
    if rules.single_sign_on:
        check_provider(rules, asked_before=before["single_sign_on"] and before["issuer"] == rules.issuer)
    check_not_locked_out(rules)
    rules.save()
    note(rules, before, is_new_secret=bool(new.client_secret), by=by)
    if rules.only_single_sign_on and not before["only_single_sign_on"]:
        end_sessions_of(who_must_use_council_account().values_list("user", flat=True))
    return rules


def take(new: NewRules, rules: SignInRules) -> None:
    """Whoever changes where the secret is sent must know it: else they could have it sent to themselves."""
    elsewhere = (new.issuer, new.client_id) != (rules.issuer, rules.client_id)
    for name in FIELDS:
        setattr(rules, name, getattr(new, name))
    if new.client_secret:
        rules.sealed_client_secret = seal(new.client_secret)
    elif elsewhere:
        rules.sealed_client_secret = ""


def check_provider(rules: SignInRules, *, asked_before: bool) -> None:
    if not rules.client_id:
        raise invalid(_("Your provider gives you a client id. Type it in here."), "clientId")
    if not rules.sealed_client_secret:
        raise invalid(_("Type in the secret that your provider made for this client."), "clientSecret")
    check_issuer(rules.issuer)
    if not asked_before:
        ask_issuer(rules.issuer)


def check_issuer(issuer: str) -> None:
    try:
        parts = urlsplit(issuer)
        is_right = parts.scheme == "https" and bool(parts.hostname) and not (parts.username or parts.port == 0)
    except ValueError:
        is_right = False
    if not is_right or not set("?#").isdisjoint(issuer):
        raise invalid(_("Give an address that begins with https:// and has no question mark."), "issuer")


def ask_issuer(issuer: str) -> None:
    """So that a slip of the finger shows now, and not when colleagues want to sign in."""
    try:
        with PublicSession() as session:
            answer = session.get(f"{issuer.rstrip('/')}/.well-known/openid-configuration").json()
    except (requests.RequestException, ValueError):
        raise invalid(UNREACHABLE, "issuer") from None
    if not isinstance(answer, dict) or answer.get("issuer") != issuer:
        raise invalid(UNREACHABLE, "issuer")


def check_not_locked_out(rules: SignInRules) -> None:
    if not rules.only_single_sign_on:
        return
    if not rules.single_sign_on:
        raise invalid(_("Let staff sign in with the council's own account first."), "onlySingleSignOn")
    tried = SocialAccount.objects.filter(provider=provider_key(rules)).values("user")
    if not staff().filter(here_now(), user__in=tried).exists():
        raise invalid(
            _("Nobody has signed in with it yet. Save without this, sign in with your council account, and come back."),
            "onlySingleSignOn",
        )


def note(rules: SignInRules, before: dict[str, Any], *, is_new_secret: bool, by: Person | None) -> None:
    changes = {name: [old, getattr(rules, name)] for name, old in before.items() if old != getattr(rules, name)}
    if is_new_secret:
        changes["client_secret"] = [None, None]  # that it was changed, and no more
    if changes:
        entry = record("sign_in_rules.changed", rules, by=by, changes=changes)
        if SINGLE_SIGN_ON & changes.keys():
            sign_in_changed.send(sender=SignInRules, entry=entry, by=by)
