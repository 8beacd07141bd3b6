"""What is wrong with a field, in our voice: Django and allauth have sentences of their own, about fields and values."""

from django.core.exceptions import ValidationError
from django.forms import BoundField, EmailField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_STORED = _("It has a sign in it that we cannot store. Type it again.")
NOT_AN_ADDRESS = _("Give an address like this: name@example.org.")
MISSING: dict[str, str | Promise] = {
    "login": _("Type in your e-mail address."),
    "email": _("Type in your e-mail address."),
    "password": _("Type in your password."),
    "oldpassword": _("Type in the password that you have now."),
    "password1": _("Type in a new password."),
    "password2": _("Type in the new password again."),
    "code": _("Type in the code."),
}
SAID: dict[str | None, str | Promise] = {
    "null_characters_not_allowed": NOT_STORED,
    "max_length": _("That is too long."),
    "invalid_choice": _("Choose one of these."),
    "password_too_short": _("Use at least 12 characters."),
    "password_too_common": _("Too many people use that one. Choose another."),
    "password_entirely_numeric": _("Use letters too, not only numbers."),
    "password_too_similar": _("It is too much like your name or address. Choose another."),
}


def mistakes(bound: BoundField) -> list[str]:
    """Each once: an address that is empty or too long need not be called wrong as well."""
    found = [sentence(bound, error) for error in bound.errors.as_data()]
    return list(dict.fromkeys(found))[:1] if isinstance(bound.field, EmailField) else list(dict.fromkeys(found))


def sentence(bound: BoundField, error: ValidationError) -> str:
    if error.code == "required":
        return str(MISSING.get(bound.name, _("Fill this in.")))
    if error.code == "invalid" and isinstance(bound.field, EmailField):
        return str(NOT_AN_ADDRESS)
    return str(SAID.get(error.code, error.messages[0]))
