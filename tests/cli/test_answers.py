"""Answers that were given before: the same after every kind of edit as if nothing were remembered."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support.years.second_plan import REPOSITORY, call, put, receive, workspace
from truyenthong.cli.main import main
from truyenthong.workspace import memory
from truyenthong.workspace.memory import Answer, Memory

DAY = "2026-02-10"
QUESTIONS = (
    ("status", "--as-of", DAY),
    ("status", "--as-of", DAY, "--format", "json"),
    ("validate",),
    ("validate", "--format", "json", "--strict"),
)
DEADLINE = "cham_nhat_ngay: 20/01/2026"
LEDGER = "data/registers/phan-anh.yaml"
ENTRIES = """so: phan-anh
muc:
  - {so: 1, viec: Xe đưa đón, biet_luc: 1/2/2026 08:00, tra_loi_luc: 4/2/2026 09:00, xong: không}
"""
MORE = "\n  - {so: 2, viec: Bữa ăn, biet_luc: 8/2/2026 07:00, xong: sai}"
SENT = "data/submissions/truong-a/bao-cao-hoc-ky@hk1.yaml"


Said = list[tuple[int, str, str]]
Ask = Callable[..., Said]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """What the program says to every question: exit code and both streams."""

    def act(root: Path, cache: str | None = None) -> Said:
        with monkeypatch.context() as patch:
            if cache is not None:
                patch.setenv("TRUYENTHONG_CACHE", cache)
            return [(main(["-C", str(root), *words]), *capsys.readouterr()) for words in QUESTIONS]

    return act


@pytest.fixture
def root(tmp_path: Path, ask: Ask) -> Path:
    """A workspace about which everything was asked once."""
    folder = workspace(tmp_path / "noi-lam-viec")
    receive(folder, "truong-a", "bao-cao-hoc-ky", "hk1", "15/1/2026 08:00")
    receive(folder, "truong-b", "bao-cao-hoc-ky", "hk1", "31/4/2026")
    put(folder, LEDGER, ENTRIES)
    ask(folder)
    return folder


def edit(name: str, old: str, new: str) -> Callable[[Path], object]:
    """Another text in a file, with the size and the times of before."""

    def act(root: Path) -> None:
        path = root / name
        text, times = path.read_text(encoding="utf-8"), path.stat()
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    return act


def delete(name: str) -> Callable[[Path], None]:
    """A file that is gone."""
    return lambda root: (root / name).unlink()


def rename(name: str, new: str) -> Callable[[Path], None]:
    """A file under another name, with the same content."""

    def act(root: Path) -> None:
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / name).rename(root / new)

    return act


def add(name: str) -> Callable[[Path], object]:
    """The same paper once more, elsewhere."""
    return lambda root: put(root, name, (root / SENT).read_text(encoding="utf-8"))


EDITS: dict[str, Callable[[Path], object]] = {
    "the day of a receipt": edit(SENT, "15/1/2026", "25/1/2026"),
    "a fault mended": edit("data/submissions/truong-b/bao-cao-hoc-ky@hk1.yaml", "31/4", "31/3"),
    "a receipt in the future": edit(SENT, "15/1/2026", "15/1/2099"),
    "a submission gone": delete(SENT),
    "a submission for another unit": rename(SENT, SENT.replace("truong-a", "truong-c")),
    "another ending": rename(SENT, SENT.replace(".yaml", ".yml")),
    "a second file for one duty": add(SENT.replace(".yaml", ".yml")),
    "a submission more": add("data/submissions/truong-c/bao-cao-hoc-ky@hk1.yaml"),
    "a file that lies nowhere": add("data/submissions/lac.yaml"),
    "the deadline in the plan": edit("data/plan.yaml", DEADLINE, DEADLINE.replace("20/01", "10/01")),
    "the name of a unit": edit("data/units.yaml", "Trường", "Trương"),
    "a day off": edit("data/calendar.yaml", "2026", "2027"),
    "an entry more in a register": lambda root: put(root, LEDGER, ENTRIES.replace("muc:", f"muc:{MORE}")),
    "a moment in a register": edit(LEDGER, "4/2/2026", "2/2/2026"),
    "a register gone": delete(LEDGER),
    "a register under another name": rename(LEDGER, LEDGER.replace("phan-anh", "bai-viet")),
    "a register that nobody declared": lambda root: put(root, "data/registers/la.yaml", ENTRIES),
    "the limit in hours": edit("data/plan.yaml", "gio: 24", "gio: 96"),
    "sample data": lambda root: put(root, "data/settings.yaml", "du_lieu_mau: true\n"),
    "no units": delete("data/units.yaml"),
    "a broken plan": edit("data/plan.yaml", "\n", "\n\t"),
}


@pytest.mark.parametrize("name", EDITS)
def test_no_stale_answer_survives_an_edit(root: Path, ask: Ask, name: str) -> None:
    before = ask(root)
    EDITS[name](root)
    remembering, afresh = ask(root), ask(root, "off")
    assert remembering == afresh
    assert remembering != before


def test_the_same_again_without_an_edit(root: Path, ask: Ask) -> None:
    assert ask(root) == ask(root, "off")


@pytest.mark.parametrize("words", [("--as-of", "2026-03-10"), ("truong-a",), ("--format", "csv")])
def test_another_question_has_another_answer(
    root: Path, ask: Ask, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    first = ask(root)[0][1]
    asked = ["-C", str(root), "status", "--as-of", DAY, *words]
    main(asked)
    said = capsys.readouterr().out
    assert said != first
    main(asked)
    assert capsys.readouterr().out == said


def test_an_answer_of_another_version_is_not_believed(root: Path, tmp_path: Path) -> None:
    package = shutil.copytree(REPOSITORY / "src" / "truyenthong", tmp_path / "ban-khac" / "truyenthong")
    for name in ("templates", "data", "starter", "schema"):
        shutil.copytree(REPOSITORY / name, package / "assets" / name)
    wording = package / "views" / "wording.py"
    put(root, "data/settings.yaml", "du_lieu_mau: true\n")
    asked = ("-C", str(root), "status", "--as-of", DAY)
    assert "DỮ LIỆU MẪU" in call(*asked, PYTHONPATH=str(package.parent)).stdout
    wording.write_text(wording.read_text(encoding="utf-8").replace("DỮ LIỆU MẪU", "VÍ DỤ"), encoding="utf-8")
    assert "VÍ DỤ" in call(*asked, PYTHONPATH=str(package.parent)).stdout
    assert "DỮ LIỆU MẪU" in call(*asked).stdout


def test_the_mark_of_the_program_tells_its_files_apart() -> None:
    mark = memory.program_mark()
    assert mark == memory.program_mark()
    assert "memory.py" in mark
    assert "__pycache__" not in mark


def kept(root: Path) -> list[Path]:
    """The files of what is remembered of a workspace."""
    (folder,) = {
        one.parent
        for one in Path(os.environ["XDG_CACHE_HOME"]).rglob("noi-lam-viec.txt")
        if one.read_text(encoding="utf-8") == str(root)
    }
    return sorted(one for one in folder.iterdir() if one.name != "noi-lam-viec.txt")


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:0],
        lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:],
        lambda data: b"\x80\x04cos\nsystem\n(S'false'\ntR." + data,
        lambda data: data.replace(b"lan_nop", b"lan_mop"),
    ],
)
def test_what_is_damaged_is_worked_out_anew(root: Path, ask: Ask, damage: Callable[[bytes], bytes]) -> None:
    wanted = ask(root)
    for path in kept(root):
        path.write_bytes(damage(path.read_bytes()))
    assert ask(root) == wanted


def test_what_is_deleted_is_worked_out_anew(root: Path, ask: Ask) -> None:
    wanted = ask(root)
    shutil.rmtree(kept(root)[0].parent)
    assert ask(root) == wanted


def test_nothing_is_remembered_where_nobody_wants_it(root: Path, ask: Ask) -> None:
    shutil.rmtree(kept(root)[0].parent)
    ask(root, "off")
    assert not any(
        one.read_text(encoding="utf-8") == str(root)
        for one in Path(os.environ["XDG_CACHE_HOME"]).rglob("noi-lam-viec.txt")
    )
    assert not (root / "cache").exists()


def test_a_place_that_takes_nothing_takes_only_speed_away(root: Path, ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "tep").write_bytes(b"")
    assert ask(root, str(tmp_path / "tep" / "nho")) == ask(root, "off")


def test_runs_at_once_share_what_is_remembered(root: Path) -> None:
    wanted = call("-C", str(root), "validate", TRUYENTHONG_CACHE="off").stdout
    shutil.rmtree(kept(root)[0].parent)
    command = [sys.executable, "-m", "truyenthong", "-C", str(root), "validate"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") for _ in range(6)]
    assert [run.communicate(timeout=60)[0] for run in runs] == [wanted] * 6
    assert call("-C", str(root), "validate").stdout == wanted


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    cache = tmp_path / "nho"
    gone, there = tmp_path / "cu", tmp_path / "moi"
    gone.mkdir()
    there.mkdir()
    answer = Answer(out="ra", err="loi", code=1)
    Memory(root=gone, folder=cache / "1").keep_answer(["q"], "c", answer)
    gone.rmdir()
    memory = Memory(root=there, folder=cache / "2")
    memory.keep_answer(["q"], "c", answer)
    assert [one.name for one in cache.iterdir()] == ["2"]
    assert memory.answer(["q"], "c") == answer
    assert memory.answer(["q"], "khac") is None
    assert memory.answer(["q2"], "c") is None
