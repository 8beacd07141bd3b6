"""Every top-level folder is installed under one import name, `leavingwell` (see pyproject.toml for the rest)."""

from setuptools import find_namespace_packages, setup

TOP = ("platform", "content", "questionnaires", "graphql", "translations", "themes")
found = find_namespace_packages(".", include=[pattern for top in TOP for pattern in (top, f"{top}.*")])

setup(
    package_dir={f"leavingwell.{top}": top for top in TOP},
    packages=[f"leavingwell.{package}" for package in found],
    include_package_data=True,
)
