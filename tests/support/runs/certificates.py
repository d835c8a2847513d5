"""Certificates for servers of tests, made once a run by openssl."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from support.runs.programs import needed_program


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A certificate that signs itself, and its key; both are PEM files."""

    path: Path
    key: Path


def certificate(folder: Path, name: str = "localhost") -> Certificate:
    """A certificate for a host name and the loopback's address, valid for two days."""
    program = needed_program("openssl", package="openssl")
    made = Certificate(path=folder / "cert.pem", key=folder / "key.pem")
    subprocess.run(
        f"{program} req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={name}".split()
        + f"-addext subjectAltName=DNS:{name},IP:127.0.0.1 -keyout {made.key} -out {made.path}".split(),
        check=True,
        capture_output=True,
        timeout=60,
    )
    return made
