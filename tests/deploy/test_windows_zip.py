"""What the zip for Windows is made of; the whole is built by ``make windows``, which needs the network."""

from __future__ import annotations

import importlib.util
import io
import re
import zipfile
from types import ModuleType

import pytest

from support.years.second_plan import REPOSITORY
from truyenthong.cli.app import command


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_windows", REPOSITORY / "tools" / "make_windows.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_batch_files_are_ascii_with_the_line_ends_of_windows(maker: ModuleType) -> None:
    batch = {name: data for name, data in maker.own_files().items() if name.endswith(".cmd")}
    assert sorted(batch) == [
        "truyenthong/chay-hang-ngay/hang-ngay.cmd",
        "truyenthong/chay-hang-ngay/lap-lich.cmd",
        "truyenthong/truyenthong.cmd",
    ]
    for data in batch.values():
        assert data.isascii()  # cmd.exe reads them in the code page of the PC
        assert data.count(b"\n") == data.count(b"\r\n") > 3


def test_the_commands_that_the_console_names_exist(maker: ModuleType) -> None:
    shown = b"".join(data for name, data in maker.own_files().items() if name.endswith(".txt")).decode()
    named = set(re.findall(r"^ {2}truyenthong ([a-z]+)", shown, re.MULTILINE))
    assert named == {"init", "status", "review", "intake", "report", "validate"}
    assert named <= set(command().commands)


def test_every_library_of_the_lock_is_asked_for_whatever_the_machine(maker: ModuleType) -> None:
    text = (REPOSITORY / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    assert " ; " not in maker._OTHERS.sub("", text)
    assert "colorama==" in maker._OTHERS.sub("", text)


def test_the_zip_is_the_same_bytes_every_time(maker: ModuleType) -> None:
    files = {"truyenthong/a.txt": b"a", "truyenthong/b.txt": b"b" * 1000}
    packed = maker.packed(files)
    assert packed == maker.packed(files)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
