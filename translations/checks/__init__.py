from leavingwell.translations.checks.checking import Finding, Severity, check

__all__ = ["Finding", "Severity", "check"]
