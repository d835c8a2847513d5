"""One slip in a declared file is one error there, and no state of a unit is another for it in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from support.yaml.slips import Slip, slips
from support.years.second_plan import HERE, RECEIPT, REPOSITORY
from truyenthong.errors import UnreadableDataError
from truyenthong.operations.load import Loaded, load
from truyenthong.operations.validate import measurable
from truyenthong.progress import Row
from truyenthong.workspace.layout import Workspace
from truyenthong.workspace.snapshot import Snapshot, look_at

PLAN, UNITS, CALENDAR, SETTINGS = (f"data/{name}.yaml" for name in ("plan", "units", "calendar", "settings"))
OF_THE_SAMPLE = (
    *("pgd-lai-chau", "pgd-muong-te", "pgd-phong-tho", "pgd-sin-ho", "pgd-than-uyen", "thpt-binh-lu"),
    *("pgd-tan-uyen", "thpt-nam-tam", "van-phong-so"),
)
"""Units of the sample year whose submissions are kept: enough for every duty, few enough to read often."""

Board = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A workspace before the slip: what lies in it, its errors and its board."""

    workspace: Workspace
    snapshot: Snapshot
    as_of: date
    errors: frozenset[tuple[object, ...]]
    board: Board


def errors_of(loaded: Loaded) -> frozenset[tuple[object, ...]]:
    return frozenset((one.ref.file, one.ref.path, one.code) for one in loaded.errors)


def board_of(loaded: Loaded, as_of: date) -> Board:
    rows = measurable(loaded, figures=False).progress(as_of).rows
    return tuple((row.key, row.state, due_of(row), row.days_late, row.expected, row.behind) for row in rows)


def due_of(row: Row) -> datetime | None:
    return None if row.due is None else row.due.at


@cache
def ground(name: str) -> Ground:
    if name == "sample":
        root, as_of = REPOSITORY / "examples/2020-2021", date(2021, 6, 1)
        seen = look_at(Workspace(root=root))
        files = {name: data for name, data in seen.files.items() if is_kept(name)}
    else:
        root, as_of = HERE / "second_plan", date(2026, 2, 10)
        seen = look_at(Workspace(root=root))
        files = {**seen.files, **received()}
    workspace, snapshot = Workspace(root=root), replace(seen, files=files)
    loaded = load(workspace, snapshot=snapshot)
    return Ground(
        workspace=workspace,
        snapshot=snapshot,
        as_of=as_of,
        errors=errors_of(loaded),
        board=board_of(loaded, as_of),
    )


def is_kept(name: str) -> bool:
    return "/submissions/" not in name or Path(name).parent.name in OF_THE_SAMPLE


def received() -> Mapping[str, bytes]:
    """Receipts of the second plan, with figures of its form."""
    figures = (
        "    tep: [{ten: a.docx}]\n    noi_dung:\n      tiep_nhan: 3\n      da_xu_ly: 2\n"
        "      chu_de: ho-so-so\n"
        "      bang_lop: [{lop: A, so_luong: 3}]\n"
    )
    files = {}
    for unit in ("truong-a", "truong-b"):
        for duty, period, day, more in (
            ("bao-cao-quy", "2025-q3", "4/10/2025 09:00", figures),
            ("bao-cao-quy", "2025-q4", "4/1/2026 09:00", figures),
            ("su-co", "2025-10", "3/11/2025", "    khong_phat_sinh: có\n"),
            ("su-co", "2025-11", "3/12/2025", "    khong_phat_sinh: có\n"),
            ("bao-cao-hoc-ky", "hk1", "19/1/2026", ""),
        ):
            text = RECEIPT.format(unit=unit, duty=duty, period=period, received=day) + more
            files[f"data/submissions/{unit}/{duty}@{period}.yaml"] = text.encode()
    return files


LEGAL = {
    # What may be left out, and then says something else: no program can know that it was meant.
    ("gone", "nhiem_vu.*.bat_buoc"),
    ("gone", "nhiem_vu.*.phai_gui"),
    ("gone", "nhiem_vu.*.tu_ky"),
    ("gone", "nhiem_vu.*.den_ky"),
    ("gone", "don_vi.*.hieu_luc.*.tu"),
    ("gone", "don_vi.*.hieu_luc.*.den"),
    # A code that nobody calls may be any code.
    ("code", "nhiem_vu.*.ma"),
    ("code", "don_vi.*.ma"),
}
MORE_ERRORS = {
    # The clauses below a label are gone with it, and each is told where it is named.
    ("gone", "noi_dung.phan.*.nhan"),
    ("value", "noi_dung.phan.*.nhan"),
    ("code", "noi_dung.phan.*.nhan"),
    ("gone", "noi_dung.phan.*.muc.*.nhan"),
    ("value", "noi_dung.phan.*.muc.*.nhan"),
    ("code", "noi_dung.phan.*.muc.*.nhan"),
    # Another number is read well, and the article that names the right one has no such review.
    ("value", "muc.*.so_phieu"),
    # Without its condition the rule holds for every entry.
    ("gone", "so_theo_doi.*.phai_co_truoc.*.khi"),
}


def trouble(before: Ground, name: str, slip: Slip) -> str | None:
    """What is not as it should be after a slip; None where all is."""
    files = {**before.snapshot.files, name: slip.data}
    loaded = load(before.workspace, snapshot=replace(before.snapshot, files=files))
    new = errors_of(loaded) - before.errors
    what = (slip.kind, slip.shape)
    said = f"{'/'.join(what)}: {sorted(map(str, new))[:3]}"
    wanted = {1} if slip.kind in ("key", "twice") else {0, 1}
    if len(new) not in wanted and what not in MORE_ERRORS:
        return f"{len(new)} errors: {said}"
    elsewhere = any(error[0] != name for error in new)
    if elsewhere and slip.kind != "code" and what not in MORE_ERRORS:
        return f"not at the slip: {said}"
    try:
        board = board_of(loaded, before.as_of)
    except UnreadableDataError as error:
        return None if f"  {name}:" in str(error) else f"no place: {error}"
    return None if board == before.board or what in LEGAL else f"another board: {said}"


@pytest.mark.parametrize(
    ("name", "file", "root", "each"),
    [
        *(("second", PLAN, root, 3) for root in ("ma", "nam_hoc", "co_quan", "hoc_ky", "chu_de", "noi_dung")),
        *(("second", PLAN, root, 4) for root in ("nhiem_vu", "khong_theo_doi", "quy_uoc", "bieu_mau")),
        *(
            ("second", PLAN, root, 2)
            for root in ("so_theo_doi", "bao_cao", "nguoi_ky", "phu_luc", "dinh_chinh")
        ),
        *(("second", UNITS, root, 4) for root in ("loai", "don_vi")),
        *(("second", CALENDAR, root, 2) for root in ("nghi", "lam_bu")),
        *(("sample", PLAN, root, 1) for root in ("nam_hoc", "co_quan", "chu_de", "can_cu", "noi_nhan")),
        *(("sample", PLAN, root, 1) for root in ("nhiem_vu", "quy_uoc", "so_theo_doi", "bieu_mau")),
        *(("sample", UNITS, root, 1) for root in ("loai", "don_vi")),
        *(("sample", CALENDAR, root, 1) for root in ("nghi", "lam_bu")),
        ("sample", SETTINGS, "du_lieu_mau", 1),
    ],
)
def test_one_slip_is_one_error_and_no_other_board(name: str, file: str, root: str, each: int) -> None:
    before = ground(name)
    tried = tuple(slips(before.snapshot.files[file], root=root, each=each))
    assert tried, f"{file} has no {root}"
    found = [one for slip in tried if (one := trouble(before, file, slip)) is not None]
    assert found == [], "\n".join(found)


REGISTERS = ("cong-tac-vien", "kiem-tra", "tham-dinh", "tin-bai", "vu-viec")


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("root", ["so", "muc"])
def test_one_slip_in_a_register_is_one_error_there_and_no_other_board(register: str, root: str) -> None:
    before, name = ground("sample"), f"data/registers/{register}.yaml"
    tried = tuple(slips(before.snapshot.files[name], root=root, each=1))
    assert tried
    found = [one for slip in tried if (one := trouble(before, name, slip)) is not None]
    assert found == [], "\n".join(found)
