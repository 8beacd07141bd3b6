"""Why the embedded servers, or what needs them, could not start: each message says what to do about it."""


class CannotStart(Exception):
    """The message is a whole sentence for the person at the keyboard; a traceback would not help them."""


class AlreadyRunning(CannotStart):
    """Another process uses the same data folder."""
