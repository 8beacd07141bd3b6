"""The account: an e-mail address and how to sign in. Who the person is stands in `Person`, behind the tenant wall."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils import scope
from leavingwell.platform.councils.models import Council


class UserManager(BaseUserManager["User"]):
    """Knows the accounts of the council whose scope is open, and national ones.

    The table has no row-level security (Django and Wagtail write to it where no scope is open), so this is what makes
    an account of another council unknown at this one's host: for signing in, for sessions and for look-ups.
    """

    def get_queryset(self) -> models.QuerySet["User"]:
        accounts, value = super().get_queryset(), scope.current()
        if value is None:
            return accounts
        national = Q(council_id=None)
        return accounts.filter(national if value == scope.NATIONAL else national | Q(council_id=value))

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)  # None: unusable, signs in by code
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    council = models.ForeignKey(Council, null=True, blank=True, on_delete=models.PROTECT, related_name="accounts")
    # Empty for a young person who has none: a printed letter with a code lets them in.
    email = models.EmailField(_("e-mail"), blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    date_joined = models.DateTimeField(_("added"), default=timezone.now)
    # When a code that was sent to the address signed them in; None for one that nobody has shown to be theirs.
    email_confirmed_at = models.DateTimeField(_("e-mail confirmed"), null=True, blank=True)
    sessions_ended_at = models.DateTimeField(_("signed out everywhere"), null=True, blank=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(
                fields=["council", "email"],
                condition=~Q(email=""),
                nulls_distinct=False,
                name="one_account_per_email",
            ),
            models.CheckConstraint(
                condition=Q(is_superuser=False) | Q(council=None), name="superusers_belong_to_no_council"
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    @property
    def is_staff(self) -> bool:
        return self.is_superuser

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """What each session keeps a copy of, a browser's and an app's: another one ends them all at once."""
        usual: str = super()._get_session_auth_hash(secret=secret)  # type: ignore[misc]  # not in the stubs
        if self.sessions_ended_at is None:
            return usual
        ended = self.sessions_ended_at.isoformat()
        return salted_hmac("sessions ended", f"{usual} {ended}", secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        person = getattr(self, "person", None)
        return person.name if person else self.email

    def get_short_name(self) -> str:
        return self.get_full_name()

    @property
    def first_name(self) -> str:
        """Wagtail's menu greets by it."""
        return self.get_short_name()
