"""A mail server that writes real reports of non-delivery: Exim on the loopback, for two invented domains."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from support.runs.certificates import Certificate
from support.runs.dovecot import await_port, end_group, free_port
from support.runs.programs import needed_program

GONE, PASSWORD = "khong-con", "mat-khau-gui-5c1e"
"""Whoever is written to under this name is gone: the mail is taken, and a report comes back."""
_CONFIG = """\
spool_directory = {at}/spool
log_file_path = {at}/%slog
pid_file_path =
primary_hostname = mx.example.gov.vn
qualify_domain = example.gov.vn
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
deliver_drop_privilege = true
bounce_return_body = true
keep_environment =
host_lookup =
rfc1413_query_timeout = 0s
tls_advertise_hosts = *
tls_certificate = {certificate}
tls_privatekey = {key}
auth_advertise_hosts = *
acl_smtp_rcpt = any
acl_smtp_data = any
begin acl
any:
  accept
begin routers
gone:
  driver = redirect
  local_parts = {gone}
  data = :fail: no such user here
  allow_fail
{routers}
begin transports
{transports}
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if eq{{$auth3}}{{{password}}}}}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${{if eq{{$auth2}}{{{password}}}}}
  server_set_id = $auth1
"""
_ROUTER = """\
{name}_in:
  driver = accept
  local_parts = {name}
  transport = {name}_box
"""
_TRANSPORT = """\
{name}_box:
  driver = appendfile
  maildir_format
  directory = {directory}
  mode = 0644
  directory_mode = 0777
  delivery_date_add
  envelope_to_add
  return_path_add
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exim:
    """A running server; STARTTLS and a login at its port."""

    folder: Path
    port: int
    certificate: Path

    def log(self) -> str:
        """What it wrote of its work."""
        return "".join(one.read_text(encoding="utf-8", errors="replace") for one in self.folder.glob("*log"))


@contextlib.contextmanager
def exim(certificate: Certificate, boxes: Mapping[str, Path]) -> Iterator[Exim]:
    """Starts a server.

    Args:
        certificate: its own.
        boxes: by the part before the @, whatever the domain: the Maildir into which mail goes.
    """
    program = needed_program("exim4", package="exim4-daemon-light")
    if os.geteuid() != 0:
        pytest.skip("Exim is started by root alone, as .ci/run does")
    import pwd  # noqa: PLC0415 - there is none on Windows, where no test comes this far

    own = pwd.getpwnam("Debian-exim")
    with tempfile.TemporaryDirectory(prefix="truyenthong-exim-") as name:
        folder = Path(name)
        for made, data in (("cert.pem", certificate.path), ("key.pem", certificate.key)):
            (folder / made).write_bytes(data.read_bytes())
        for box in boxes.values():
            for one in (box, box / "new", box / "cur", box / "tmp"):
                one.mkdir(exist_ok=True)
                one.chmod(0o777)
        port = free_port()
        text = _CONFIG.format(
            at=folder,
            port=port,
            certificate=folder / "cert.pem",
            key=folder / "key.pem",
            gone=GONE,
            password=PASSWORD,
            routers="".join(_ROUTER.format(name=name) for name in boxes),
            transports="".join(_TRANSPORT.format(name=name, directory=box) for name, box in boxes.items()),
        )
        config = folder / "exim.conf"
        config.write_text(text, encoding="utf-8")
        for one in (folder, *folder.iterdir()):
            os.chown(one, own.pw_uid, own.pw_gid)
        os.chown(config, 0, 0)
        running = subprocess.Popen([program, "-C", str(config), "-bdf", "-q1m"], start_new_session=True)
        try:
            await_port(running, port)
            yield Exim(folder=folder, port=port, certificate=certificate.path)
        finally:
            end_group(running)
