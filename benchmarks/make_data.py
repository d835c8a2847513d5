"""Makes a workspace of any size from the sample year: the same plan, more units, a fault in every 25th file.

Usage: make_data.py FOLDER COUNT. The same count gives the same bytes. Presents nothing as fact.
``FOLDER/planted.json`` tells where each fault was planted: file, line, column, code.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "2020-2021" / "data"
FAULT_EVERY = 25
FEWEST_LINES = 40
PLANTED = "planted.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A slip of the hand.

    Attributes:
        code: the finding that it deserves.
        old, new: what is replaced, once; ``new`` holds the place that the finding must name.
        at: what begins at that place.
    """

    code: str
    old: str
    new: str
    at: str

    def plant(self, text: str) -> tuple[str, int, int]:
        """The text with the fault, its line and its column."""
        if self.old not in text:
            raise ValueError(f"nowhere to put a fault: {self.old!r}")
        start = text.index(self.old)
        faulty = f"{text[:start]}{self.new}{text[start + len(self.old) :]}"
        place = start + self.new.index(self.at)
        line = faulty.count("\n", 0, place) + 1
        return faulty, line, place - faulty.rfind("\n", 0, place)


NOT_YAML = "TT011"
FAULTS = (
    Fault(code="TT103", old="  - nhan_luc: ", new="  - nhan_luc: 31/4/2021 # ", at="31/4"),
    Fault(code="TT106", old="    kenh: ", new="    kenhh: ", at="kenhh"),
    Fault(code="TT106", old="nhiem_vu: ", new="nhiem_vuu: ", at="nhiem_vuu"),
    Fault(code=NOT_YAML, old="lan_nop:\n", new="lan_nop:\n\t", at="\t"),
    Fault(code="TT112", old="    kenh: ", new="    kenh: buu-dien # ", at="buu-dien"),
    Fault(code="TT113", old="        sha256: ", new="        sha256: khong-ro # ", at="khong-ro"),
    Fault(code="TT301", old="don_vi: ", new="don_vi: don-vi-la # ", at="don-vi-la"),
    Fault(code="TT104", old="      ngay: ", new="      ngay: hôm qua # ", at="hôm qua"),
)


def main(folder: Path, count: int) -> None:
    """Writes the workspace anew."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    for name in ("plan.yaml", "calendar.yaml"):
        shutil.copyfile(EXAMPLE / name, folder / "data" / name)
    typed_papers = papers()
    units = -(-count // len(typed_papers))
    (folder / "data" / "units.yaml").write_text(_units(units), encoding="utf-8", newline="\n")
    planted: list[list[str | int]] = []
    for index in range(count):
        unit, place = divmod(index, len(typed_papers))
        name, text = typed_papers[place]
        code = f"don-vi-{unit + 1:05d}"
        file = f"data/submissions/{code}/{name}"
        typed = _of_unit(text, name, code)
        if index % FAULT_EVERY == FAULT_EVERY - 1:
            fault = FAULTS[index // FAULT_EVERY % len(FAULTS)]
            typed, line, column = fault.plant(typed)
            planted.append([file, line, column, fault.code])
        _write(folder / file, typed)
    _write(folder / PLANTED, json.dumps(planted, indent=0))


def _of_unit(text: str, name: str, code: str) -> str:
    """The paper as another unit sent it."""
    typed = text.replace("don_vi: pgd-tam-duong", f"don_vi: {code}", 1)
    digest = hashlib.sha256(name.encode() + code.encode()).hexdigest()
    return re.sub("sha256: .*", f"sha256: {digest}", typed)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def papers() -> list[tuple[str, str]]:
    """The year report and the longer monthly reports of one unit, by name."""
    files = sorted((EXAMPLE / "submissions" / "pgd-tam-duong").glob("bao-cao-*.yaml"))
    found = [(path.name, path.read_text(encoding="utf-8")) for path in files]
    return [(name, text) for name, text in found if text.count("\n") >= FEWEST_LINES]


def _units(count: int) -> str:
    head = (
        "loai:\n  - {ma: phong-gddt, ten: Đơn vị}\n  - {ma: truc-thuoc, ten: Trường}\n  - {ma: so, ten: Sở}\n"
    )
    office = "don_vi:\n  - {ma: van-phong-so, ten: Văn phòng Sở, loai: so, da_xac_minh: true}\n"
    lines = (
        f"  - {{ma: don-vi-{number:05d}, ten: Đơn vị thứ {number}, loai: phong-gddt, da_xac_minh: true}}\n"
        for number in range(1, count + 1)
    )
    return head + office + "".join(lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
