"""How staff sign in, as part of a council's configuration.

Its single sign-on stays where it is: the provider knows one address, and its secret is nobody else's.
"""

from django.utils.translation import gettext_lazy as _

from leavingwell.platform.councils.configuration.table_part import register_tables
from leavingwell.platform.councils.configuration.tables import Table
from leavingwell.platform.people.models import SignInRules

SINGLE_SIGN_ON = ("single_sign_on", "issuer", "client_id", "sealed_client_secret", "only_single_sign_on")

register_tables("signing_in", _("Signing in"), 80, Table(SignInRules, left_out=SINGLE_SIGN_ON))
