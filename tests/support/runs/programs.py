"""Programs of other people that some tests start: mail servers, a browser, an office program."""

from __future__ import annotations

import os
import shutil

import pytest

_PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))


def needed_program(name: str, *, package: str) -> str:
    """The path of a program; without it the test is skipped, and fails where CI leaves nothing out.

    Args:
        name: as it is called.
        package: the Debian package that brings it, which ``.ci/run`` installs.
    """
    found = shutil.which(name, path=_PLACES)
    if found is not None:
        return found
    reason = f"{name} is not on this machine (Debian: {package})"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; CI leaves nothing out")
    pytest.skip(reason)
