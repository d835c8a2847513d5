"""Reading: regular files alone, up to a size; what is none ends at once with a sentence."""

from __future__ import annotations

import ast
import os
import socket
from pathlib import Path

import pytest

import truyenthong
from truyenthong.workspace import storage
from truyenthong.workspace.refusals import RefusedError, TooLargeError

SOURCE = Path(truyenthong.__file__).parent
MOST = 1_000


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    for data in (b"", b"a", b"a" * MOST, bytes(range(256)) * 3):
        path.write_bytes(data)
        assert storage.read_bytes(path, most=MOST) == data


def test_a_larger_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * (MOST + 1))
    with pytest.raises(TooLargeError, match=r"quá lớn \(1 KB; nhiều nhất 1 KB\)"):
        storage.read_bytes(path, most=MOST)


def test_three_gigabytes_end_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.truncate(3_000_000_000)
    with pytest.raises(TooLargeError, match=r"3\.000 MB; nhiều nhất 200 MB"):
        storage.read_bytes(path)


@pytest.mark.skipif(
    not Path("/proc/self/maps").exists(), reason="files that tell no size are a thing of Linux"
)
def test_a_file_that_tells_no_size_is_read_to_its_end_and_no_further() -> None:
    assert storage.read_bytes("/proc/self/status").endswith(b"\n")
    with pytest.raises(TooLargeError):
        storage.read_bytes("/proc/self/maps", most=10)


@pytest.mark.skipif(os.name != "posix", reason="pipes and sockets among files are a thing of POSIX")
def test_pipes_sockets_devices_and_folders_end_with_a_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong")  # opening it as usual would wait for a writer
    told = {"ong": "ống dẫn", ".": "thư mục"}
    with socket.socket(socket.AF_UNIX) as served, pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)  # the path of a socket may have a hundred letters
        served.bind("o-cam")
        for name, word in {**told, "o-cam": "ổ cắm", "/dev/zero": "thiết bị"}.items():
            with pytest.raises(RefusedError, match=word) as caught:
                storage.read_bytes(name)
            assert caught.value.exit_code == 3


def test_what_is_not_there_is_for_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        storage.read_bytes(tmp_path / "khong-co")


def test_holding_is_the_very_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    assert [storage.holds(path, data) for data in (b"abc", b"abd", b"ab", b"abcd", b"")] == [
        True,
        *([False] * 4),
    ]
    assert not storage.holds(tmp_path / "khong-co", b"")


def opened_elsewhere(tree: ast.AST) -> list[int]:
    """The lines on which a file is opened by something else than the storage."""
    return [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Call) and _opens(node)]


def _opens(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id="open"):
            return ast.unparse(call.args[0]) != "os.devnull"
        case ast.Attribute(value=ast.Name(id="storage"), attr="read_bytes"):
            return False
        case ast.Attribute(attr="read_bytes" | "read_text" | "write_bytes" | "write_text"):
            return True
        case ast.Attribute(value=ast.Name(id="os" | "io"), attr="open"):
            return ast.unparse(call.args[0]) != "os.devnull"
        case ast.Attribute(attr="open"):  # a file within an archive has a name, a path at most a way
            return not call.args or isinstance(call.args[0], ast.Constant)
        case _:
            return False


def test_only_the_storage_opens_files() -> None:
    modules = [path for path in SOURCE.rglob("*.py") if path.name != "storage.py"]
    found = {path.name: opened_elsewhere(ast.parse(path.read_text(encoding="utf-8"))) for path in modules}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "line",
    [
        "open('a')",
        "Path('a').read_bytes()",
        "path.read_text(encoding='utf-8')",
        "path.open('rb')",
        "path.open()",
    ],
)
def test_the_test_sees_what_it_looks_for(line: str) -> None:
    assert opened_elsewhere(ast.parse(line)) == [1]
