"""A mailbox server of its own for a test: Dovecot on this machine's loopback, ended with the test."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
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
class Box:
    """A mailbox on a running server.

    Attributes:
        port: STARTTLS.
        tls_port: TLS from the first byte.
        maildir: where its messages lie.
        certificate: what clients have to trust.
    """

    user: str
    port: int
    tls_port: int
    certificate: Path
    maildir: Path

    def put(self, letters: Mapping[str, tuple[bytes, datetime]], folder: str = "INBOX") -> None:
        """Puts messages into a folder as if they had arrived at those moments.

        Args:
            letters: by file name, in whose order they are numbered.
            folder: where to.
        """
        place = self.maildir if folder == "INBOX" else self.maildir / f".{folder}"
        for one in (self.maildir, place, *(place / name for name in ("new", "cur", "tmp"))):
            if not one.exists():
                one.mkdir()
                _give_away(one)
        for name, (data, arrived) in letters.items():
            path = place / "tmp" / name
            path.write_bytes(data)
            _give_away(path)
            os.utime(path, (arrived.timestamp(),) * 2)
            path.rename(place / "new" / name)

    def rebuild(self, validity: int) -> None:
        """Numbers the messages anew, as a server does that was set up again: another UIDVALIDITY."""
        for path in self.maildir.glob("dovecot*"):
            path.unlink()
        listed = self.maildir / "dovecot-uidlist"
        listed.write_text(f"3 V{validity} N1 G{validity:032x}\n", encoding="ascii")
        _give_away(listed)

    def flags(self) -> list[str]:
        """What is marked on each message."""
        return sorted(path.name.partition(":")[2] for path in self.maildir.glob("*/*") if path.is_file())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dovecot:
    """A running server; whoever gives the password has a mailbox."""

    folder: Path
    port: int
    tls_port: int
    certificate: Path

    def box(self, user: str = USER) -> Box:
        """The mailbox of a user, empty at first."""
        return Box(
            user=user,
            port=self.port,
            tls_port=self.tls_port,
            certificate=self.certificate,
            maildir=self.folder / "mail" / user,
        )


@contextlib.contextmanager
def dovecot(certificate: Certificate) -> Iterator[Dovecot]:
    """Starts a server; it, its children and its folder are gone afterwards.

    The folder is none of pytest's: those are closed to the user as whom the server reads mail.
    """
    program = needed_program("dovecot", package="dovecot-imapd")
    if os.geteuid() != 0:
        pytest.skip("Dovecot is started by root alone, as .ci/run does")
    with tempfile.TemporaryDirectory(prefix="truyenthong-dovecot-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        for one in ("run", "state", "mail"):
            (folder / one).mkdir()
        _give_away(folder / "mail")
        port, tls_port = free_port(), free_port()
        text = _CONFIG.format(
            at=folder,
            certificate=certificate.path,
            key=certificate.key,
            port=port,
            tls_port=tls_port,
            password=PASSWORD,
        )
        config = folder / "dovecot.conf"
        config.write_text(text, encoding="utf-8")
        running = subprocess.Popen([program, "-F", "-c", str(config)], start_new_session=True)
        try:
            await_port(running, tls_port)
            yield Dovecot(folder=folder, port=port, tls_port=tls_port, certificate=certificate.path)
        finally:
            end_group(running)


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
    import pwd  # noqa: PLC0415 - there is none on Windows, where no test comes this far

    nobody = pwd.getpwnam("nobody")
    os.chown(path, nobody.pw_uid, nobody.pw_gid)
