"""One trial of each kind: something goes wrong by chance, the program runs on it, promises are checked."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from openpyxl import Workbook

from robust.damage import VALUES, damaged, mistreated, repacked, retyped
from robust.running import Bench, Ran, tree
from support.forms.register_forms import entries_of, sheet, table
from support.sent_files import sent, sent_cases
from truyenthong.cli.app import Later, command

REPOSITORY = Path(__file__).resolve().parents[2]
EXAMPLE = REPOSITORY / "examples" / "2020-2021"
SMALL = REPOSITORY / "tests" / "second_plan"
DAY = ("--as-of", "2021-06-01")
SUBMISSIONS = ("pgd-than-uyen/bao-cao-nam@2020-2021.yaml", "pgd-tan-uyen/bao-cao-nam@2020-2021.yaml")


OUTREACH = """thu_di:
  may_chu: localhost
  cong: 587
  bao_mat: starttls
  tai_khoan: vp@example.gov.vn
  mat_khau: {bien: MAT_KHAU}
  nguoi_gui: {ten: Văn phòng, dia_chi: vp@example.gov.vn}
  ten_mien_duoc_gui: [example.edu.vn]
"""
READING = (
    ("status", "--format", "csv"),
    ("status", "--late"),
    ("validate",),
    ("coverage",),
    ("contacts",),
    ("find", "dư luận"),
    ("remind",),
)
"""Commands that only look."""


def year(folder: Path, *, receipts: bool = True) -> Path:
    """The example year with its registers and a few submissions."""
    root = sent.workspace(folder).root
    shutil.copytree(EXAMPLE / "data" / "registers", root / "data" / "registers")
    for name in SUBMISSIONS if receipts else ():
        (root / "data/submissions" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLE / "data/submissions" / name, root / "data/submissions" / name)
    return root


def small(folder: Path) -> Path:
    """The second plan with a submission."""
    shutil.copytree(SMALL, folder)
    path = folder / "data/submissions/truong-a/bao-cao-quy@2025-q4.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(
        "don_vi: truong-a\nnhiem_vu: bao-cao-quy\nky: 2025-q4\nlan_nop:\n  - nhan_luc: 4/1/2026 09:15\n"
        "    kenh: thu-dien-tu\n    van_ban: {so: 45, ky_hieu: BC-TH, ngay: 3/1/2026}\n",
        encoding="utf-8",
    )
    return folder


def yaml_trial(rng: Random, bench: Bench) -> None:
    """A YAML file of a workspace, declared, typed or recorded."""
    with bench.trial("yaml") as place:
        root = small(place / "noi") if rng.random() < 0.7 else year(place / "noi")
        (root / "data/settings.yaml").write_text("du_lieu_mau: true\n", encoding="utf-8")
        (root / "data/outreach.yaml").write_text(OUTREACH, encoding="utf-8")
        path = rng.choice(sorted(root.glob("data/**/*.yaml")))
        data = path.read_bytes()
        if rng.random() < 0.6:
            data = retyped(rng, data.decode()).encode("utf-8", "surrogateescape")
        if rng.random() < 0.5:
            data = damaged(rng, data)
        path.write_bytes(data)
        before = tree(root, inner=True)
        first = bench.judged(
            "yaml", bench.run("-C", str(root), "validate", "--format", "json", cwd=place), (0, 1, 3), place
        )
        again = bench.run("-C", str(root), "validate", "--format", "json", cwd=place)
        if (first.code, first.out, first.err) != (again.code, again.out, again.err):
            bench.find("yaml", "the same input, another answer", place)
        for what in _places(first, root):
            bench.find("yaml", what, place)
        for words in READING:
            if rng.random() < 0.25 or words[0] == "status":
                ran = bench.run("-C", str(root), *words, *DAY, cwd=place)
                bench.judged("yaml", ran, (0, 1, 3) if words[0] == "validate" else (0, 3), place)
        if tree(root, inner=True) != before:
            bench.find("yaml", "looking changed a file", place)


def _places(ran: Ran, root: Path) -> Iterator[str]:
    """What is wrong with the places of findings."""
    if ran.code not in (0, 1):
        return
    for one in json.loads(ran.out)["findings"]:
        path = root / one["file"]
        if one["line"] is None:
            continue
        if not path.is_file():
            yield f"{one['code']} has a line in {one['file']}, which is no file"
            continue
        text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
        rows = lines.replace("\u2028", "\n").replace("\u2029", "\n").split("\n")
        if not 1 <= one["line"] <= len(rows):
            yield f"{one['code']} stands at line {one['line']} of {len(rows)}"
        elif not 1 <= one["column"] <= len(rows[one["line"] - 1]) + 2:
            yield f"{one['code']} stands at a column outside of its line"


@cache
def _templates() -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted((REPOSITORY / "templates").glob("*.docx"))}


def template_trial(rng: Random, bench: Bench) -> None:
    """A Word template."""
    with bench.trial("template") as place:
        root = year(place / "noi")
        code = rng.choice(("tien-do", "theo-don-vi", "bien-nhan", "do-phu", "ke-hoach"))
        (root / "templates").mkdir()
        path = root / "templates" / f"{code}.docx"
        path.write_bytes(repacked(rng, _templates()[code]))
        bench.judged(
            "template",
            bench.run("-C", str(root), "template", "check", str(path), cwd=place),
            (0, 1, 3),
            place,
        )
        words = ("-C", str(root), "report", code, *DAY, "--out", str(place / "out"))
        one = ("--unit", "pgd-than-uyen") if code in ("theo-don-vi", "bien-nhan") else ()
        made = bench.judged("template", bench.run(*words, *one, cwd=place), (0, 2, 3), place)
        if made.code == 0 and rng.random() < 0.3:
            before = tree(place / "out", inner=True)
            bench.run(*words, *one, cwd=place)
            if tree(place / "out", inner=True) != before:
                bench.find("template", "the same input, another paper", place)


@cache
def _papers() -> dict[str, bytes]:
    saved = sorted((REPOSITORY / "tests" / "nd30" / "saved-by-libreoffice").glob("*.docx"))
    return {path.stem: path.read_bytes() for path in saved}


def lint_trial(rng: Random, bench: Bench) -> None:
    """A paper to lint beside a right one."""
    with bench.trial("lint") as place:
        papers = _papers()
        (place / "a.docx").write_bytes(repacked(rng, rng.choice([*papers.values()])))
        ran = bench.judged(
            "lint", bench.run("lint", "a.docx", "--format", "json", cwd=place), (0, 1, 3), place
        )
        if ran.code in (0, 1) and ran.out != bench.run("lint", "a.docx", "--format", "json", cwd=place).out:
            bench.find("lint", "the same input, another answer", place)


def _take_in(rng: Random, bench: Bench, kind: str, files: dict[str, bytes]) -> None:
    """Files that came in beside a good one: that one is taken in, all are kept or told, twice is once."""
    with bench.trial(kind) as place:
        root, came = year(place / "noi", receipts=False), place / "den"
        good = sent.form(unit="pgd-muong-te", number="7")
        for name, data in {**files, "z-tot.docx": good}.items():
            (came / name).parent.mkdir(parents=True, exist_ok=True)
            (came / name).write_bytes(data)
        before = tree(root)
        words = ("-C", str(root), "intake", str(came), "--received", "28/5/2021 09:12")
        ran = bench.judged(kind, bench.run(*words, "--format", "json", cwd=place), (0, 1), place)
        after = tree(root)
        if ran.code in (0, 1):
            _all_there(bench, kind, place, ran, files, after, good)
        if any(after.get(name) != data for name, data in before.items() if "/registers/" not in name):
            bench.find(kind, "a file of the workspace was changed", place)
        if rng.random() < 0.5:
            again = bench.judged(kind, bench.run(*words, cwd=place), (0, 1), place)
            if again.code == ran.code and tree(root) != after:
                bench.find(kind, "taken in again, something else was written", place)


def _all_there(
    bench: Bench,
    kind: str,
    place: Path,
    ran: Ran,
    files: dict[str, bytes],
    after: dict[str, bytes],
    good: bytes,
) -> None:
    kept = {hashlib.sha256(data).digest() for data in after.values()}
    told: dict[str, list[dict[str, Any]]] = {}
    for one in json.loads(ran.out)["files"]:
        told.setdefault(one["file"].split(" › ")[0], []).append(one)
    if hashlib.sha256(good).digest() not in kept:
        bench.find(kind, "the good file beside was not taken in", place)
    for name, data in files.items():
        about = told.get(f"den/{name}", [])
        if hashlib.sha256(data).digest() not in kept and not about:
            bench.find(kind, "a file was neither kept nor told", place)


def docx_trial(rng: Random, bench: Bench) -> None:
    """A Word form that was filled in."""
    made = rng.choice((sent.form, sent.blank, _register_sheet, _register_table_word, sent_cases.another_name))
    _take_in(rng, bench, "docx", {"a.docx": repacked(rng, made())})


def xlsx_trial(rng: Random, bench: Bench) -> None:
    """An Excel form that was filled in, of a duty or of a register."""
    made = rng.choice((sent_cases.excel, _register_table))
    _take_in(rng, bench, "xlsx", {"a.xlsx": repacked(rng, made())})


@cache
def _register_table() -> bytes:
    return table("tin-bai", entries_of("tin-bai")[:3], unit="pgd-than-uyen")


@cache
def _register_table_word() -> bytes:
    return table("tin-bai", entries_of("tin-bai")[:3], unit="pgd-than-uyen", kind="docx")


@cache
def _register_sheet() -> bytes:
    return sheet("vu-viec", entries_of("vu-viec")[0], unit="pgd-than-uyen")


def sheet_trial(rng: Random, bench: Bench) -> None:
    """The office's own tracking sheet."""
    with bench.trial("sheet") as place:
        root = year(place / "noi", receipts=False)
        book = Workbook()
        page = book.active
        assert page is not None
        page.append(["STT", "Đơn vị", "Báo cáo", "Kỳ", "Ngày nhận", "Số VB", "Ngày VB"])
        for number in range(4):
            row = [
                number,
                "pgd-than-uyen",
                "bao-cao-nam",
                "2020-2021",
                "28/5/2021",
                "45/BC-PGDĐT",
                "27/5/2021",
            ]
            page.append(
                [rng.choice(VALUES).replace("\u202e", "") if rng.random() < 0.15 else value for value in row]
            )
        stream = io.BytesIO()
        book.save(stream)
        (place / "so.xlsx").write_bytes(repacked(rng, stream.getvalue()))
        before = tree(root)
        words = ("-C", str(root), "intake", "--register", "so.xlsx", "--yes")
        bench.judged("sheet", bench.run(*words, cwd=place), (0, 1, 2, 3), place)
        if any(tree(root).get(name) != data for name, data in before.items()):
            bench.find("sheet", "a file of the workspace was changed", place)


def mail_trial(rng: Random, bench: Bench) -> None:
    """Messages, zip files and a Maildir."""
    attached = {"Báo cáo.docx": sent.form(), "bao-cao.xlsx": sent_cases.excel()}
    name = rng.choice([*attached])
    message = sent.mail({name: attached[name]})
    match rng.choice(("eml", "eml", "zip", "maildir", "case", "mail in zip")):
        case "eml":
            files = {"a.eml": mistreated(rng, message)}
        case "zip":
            files = {
                "a.zip": damaged(
                    rng, sent.zipped({name: attached[name], "b.pdf": sent.SCAN}), (b"PK", b"\x0e", b"\xff")
                )
            }
        case "maildir":
            files = {"hop/cur/1.a:2,S": mistreated(rng, message), "hop/new/2.a": message}
        case "case":
            made = rng.choice(
                (sent_cases.forwarded, sent_cases.decorated, sent_cases.strange_names, sent_cases.locked_zip)
            )
            files = {"a.eml": mistreated(rng, made())}
        case _:
            files = {
                "a.zip": sent.zipped({"a.eml": mistreated(rng, message), "~$a.docx": b"x", "Thumbs.db": b"x"})
            }
    _take_in(rng, bench, "mail", files)


WORDS = (
    *VALUES,
    *(
        "pgd-than-uyen",
        "PGD Than Uyên",
        "bao-cao-nam",
        "bao-cao-du-luan",
        "2020-2021",
        "2021-05",
        "tien-do",
        "bien-nhan",
    ),
    *(
        "1/6/2021",
        "28/5/2021 09:15",
        "json",
        "csv",
        "text",
        "docx",
        "xlsx",
        "plan",
        "TT103",
        "tin-bai",
        "Than Uyên",
    ),
    *(
        "a.docx",
        "thu.eml",
        "khong-co.xlsx",
        ".",
        "/dev/null",
        "../..",
        "data/plan.yaml",
        "data/waiting/a.yaml",
        "\udcff",
    ),
    *("--", "-", "a" * 5_000, "\x1b[2J", "45", "BC-PGDĐT", "lý do", "%s%n{0}", "CON", "ống\ntệp", "😀"),
)
LEFT_OUT = frozenset({"--pdf", "--workspace", "-C", "--help", "-h"})


@cache
def _commands() -> tuple[tuple[tuple[str, ...], Any], ...]:
    """Every command that can be typed, with its words."""

    def below(group: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - Typer's
        for name, child in sorted(group.commands.items()):
            if isinstance(child, Later):
                yield (*words, name), child.built()
            else:
                yield from below(child, (*words, name))

    return tuple(below(command(), ()))


def words_trial(rng: Random, bench: Bench) -> None:
    """Words of the command line, of every command."""
    with bench.trial("words") as place:
        root = year(place / "noi")
        (place / "a.docx").write_bytes(sent.form())
        (place / "thu.eml").write_bytes(sent.mail({"a.docx": sent.form()}))
        before = tree(root)
        name, command = rng.choice(_commands())
        typed: list[str] = []
        for param in command.params:
            if param.param_type_name == "argument":
                typed += [rng.choice(WORDS) for _ in range(rng.randint(0, 2))]
            elif not LEFT_OUT & set(param.opts) and rng.random() < (0.7 if param.required else 0.25):
                typed += [rng.choice(param.opts), *([] if param.is_flag else [rng.choice(WORDS)])]
        if rng.random() < 0.2:
            typed.insert(rng.randint(0, len(typed)), rng.choice(WORDS))
        ran = bench.run("-C", str(root), *name, *typed, cwd=place)
        bench.judged("words", ran, (0, 1, 2, 3), place)
        gone = [one for one in before if one.startswith("data/") and one not in tree(root)]
        if gone:
            bench.find("words", f"{name}: {gone} is gone", place)


TRIALS: dict[str, Callable[[Random, Bench], None]] = {
    "yaml": yaml_trial,
    "template": template_trial,
    "lint": lint_trial,
    "docx": docx_trial,
    "xlsx": xlsx_trial,
    "sheet": sheet_trial,
    "mail": mail_trial,
    "words": words_trial,
}
