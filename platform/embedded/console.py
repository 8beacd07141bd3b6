"""What the person at the keyboard reads, a line at a time also through a pipe: whoever reads it waits for `Ready`."""

import sys


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: object) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
