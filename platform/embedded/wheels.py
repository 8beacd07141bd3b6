"""Where the wheels of the embedded servers keep their programs."""

from importlib.util import find_spec
from pathlib import Path

from leavingwell.platform.embedded.errors import CannotStart


def folder_of(package: str) -> Path:
    """Raises `CannotStart` when the wheel is not installed, as in production."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise CannotStart(f"The package {package} is missing. Install it, or set DATABASE_URL and REDIS_URL.")
    return Path(spec.submodule_search_locations[0]).resolve()
