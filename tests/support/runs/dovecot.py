"""A mailbox server of its own for a test: Dovecot on this machine's loopback, ended with the test."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from support.runs.certificates import Certificate
from support.runs.programs import needed_program

USER, PASSWORD = "vp", "mat-khau-thu-ặ-7f3a"
_CONFIG = """\
base_dir = {at}/run
state_dir = {at}/state
log_path = {at}/log.txt
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
ssl_dh =
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:{at}/mail/%u
mail_fsync = never
default_vsz_limit = 512M
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={at}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  unix_listener stats-writer {{
    mode = 0666
  }}
}}
"""
_SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dovecot:
    """A running server with one mailbox.

    Attributes:
        port: STARTTLS.
        tls_port: TLS from the first byte.
        maildir: where the messages of the mailbox lie.
        certificate: what its clients have to trust.
    """

    folder: Path
    port: int
    tls_port: int
    certificate: Path

    @property
    def maildir(self) -> Path:
        """The mailbox on the disk."""
        return self.folder / "mail" / USER

    def put(self, letters: Mapping[str, tuple[bytes, datetime]]) -> None:
        """Puts messages into INBOX as if they had arrived at those moments.

        Args:
            letters: by file name, in whose order they are numbered.
        """
        new = self.maildir / "new"
        for name, (data, arrived) in letters.items():
            for folder in (self.maildir, new, self.maildir / "cur", self.maildir / "tmp"):
                if not folder.exists():
                    folder.mkdir()
                    _give_away(folder)
            path = self.maildir / "tmp" / name
            path.write_bytes(data)
            _give_away(path)
            os.utime(path, (arrived.timestamp(),) * 2)
            path.rename(new / name)

    def rebuild(self, validity: int) -> None:
        """Numbers the messages anew, as a server does that was set up again: another UIDVALIDITY."""
        for path in self.maildir.glob("dovecot*"):
            path.unlink()
        for place, path in enumerate(sorted([*self.maildir.glob("new/*"), *self.maildir.glob("cur/*")])):
            path.rename(path.parent / f"{1_000_000 + place}.{path.name.partition(':')[0][:8]}.x")
        listed = self.maildir / "dovecot-uidlist"
        listed.write_text(f"3 V{validity} N1 G{'0' * 32}\n", encoding="ascii")
        _give_away(listed)

    def flags(self) -> list[str]:
        """What is marked on each message, by the names of their files."""
        return sorted(path.name.partition(":")[2] for path in self.maildir.glob("*/*") if path.is_file())


@contextlib.contextmanager
def dovecot(folder: Path, certificate: Certificate) -> Iterator[Dovecot]:
    """Starts a server in a folder; it and its children are gone afterwards."""
    program = needed_program("dovecot", package="dovecot-imapd")
    if os.geteuid() != 0:
        pytest.skip("Dovecot is started by root alone, as .ci/run does")
    for name in ("run", "state", "mail"):
        (folder / name).mkdir(parents=True)
    for above in [folder, *folder.parents]:
        if not above.stat().st_mode & 0o001:
            above.chmod(above.stat().st_mode | 0o011)  # pytest's folders are closed to the server's user
    _give_away(folder / "mail")
    port, tls_port = free_port(), free_port()
    config = folder / "dovecot.conf"
    text = _CONFIG.format(
        at=folder,
        certificate=certificate.path,
        key=certificate.key,
        port=port,
        tls_port=tls_port,
        password=PASSWORD,
    )
    config.write_text(text, encoding="utf-8")
    running = subprocess.Popen([program, "-F", "-c", str(config)], start_new_session=True)
    try:
        await_port(running, tls_port)
        yield Dovecot(folder=folder, port=port, tls_port=tls_port, certificate=certificate.path)
    finally:
        end_group(running)
        shutil.rmtree(folder / "run", ignore_errors=True)


def free_port() -> int:
    """A port of the loopback that nobody has at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_port(running: subprocess.Popen[bytes], port: int) -> None:
    """Returns once a server answers; fails where it has ended."""
    for _ in range(int(_SECONDS / 0.05)):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            pytest.fail(f"the server ended with {running.wait(0.05)}")
    pytest.fail("the server does not answer")


def end_group(running: subprocess.Popen[bytes]) -> None:
    """Ends a program and those that it started, which share its process group."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(running.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(5)


def _give_away(path: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    os.chown(path, nobody.pw_uid, nobody.pw_gid)
