from django.db import models
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.owned import CouncilOwned


class SignInRules(CouncilOwned):
    """How a council's staff sign in: whether a second step is required, and the council's own single sign-on."""

    kept = False  # a setting, not case data

    staff_need_second_step = models.BooleanField(
        _("staff need a second step"),
        default=False,
        help_text=_("A code from an app, or a passkey. Whoever has none is asked to set one up when they sign in."),
    )
    single_sign_on = models.BooleanField(_("staff may sign in with the council's own account"), default=False)
    issuer = models.URLField(
        _("issuer"), blank=True, help_text=_("The address of your OpenID Connect provider, such as Microsoft Entra.")
    )
    client_id = models.CharField(_("client id"), max_length=200, blank=True)
    sealed_client_secret = models.TextField(_("client secret"), blank=True)
    only_single_sign_on = models.BooleanField(_("staff sign in with the council's own account only"), default=False)

    class Meta:
        verbose_name = _("sign-in rules")
        verbose_name_plural = _("sign-in rules")
        constraints = [models.UniqueConstraint(fields=["council"], name="one_set_of_sign_in_rules")]

    def __str__(self) -> str:
        return str(_("Sign-in rules"))
