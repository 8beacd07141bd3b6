"""What those who come after accounts and codes want to hear of, or have a say in: they listen here."""

from django.dispatch import Signal

# Sent within the transaction, with `invitation`, when its code was typed. A receiver answers False where whoever made
# it could not make one now: then it lets nobody in.
code_typed = Signal()

# Sent within the transaction, with `entry` (of the audit) and `by`, when where or how staff sign in has changed.
sign_in_changed = Signal()
