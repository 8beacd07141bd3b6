"""What of this app is not a council's configuration."""

from leavingwell.platform.councils.configuration.registry import leave_out

leave_out("access.YoungPersonGrant", "rights of people to people, made by services")
