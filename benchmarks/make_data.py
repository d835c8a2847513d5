"""Makes a workspace of any size from the sample year: the same plan, more units, faults in every 25th file.

Usage: make_data.py FOLDER COUNT. The same count gives the same bytes. Presents nothing as fact.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "2020-2021" / "data"
FAULT_EVERY = 25

FAULTS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("      ngay: ", "      ngay: 31/4/2021 #", 1).replace(" #", "\n    # ", 1),
    lambda text: text.replace("    kenh: ", "    kenhh: ", 1),
    lambda text: text.replace("nhiem_vu: ", "nhiem_vuu: ", 1),
    lambda text: text.replace("lan_nop:\n", "lan_nop:\n\t", 1),
)


def main(folder: Path, count: int) -> None:
    """Writes the workspace anew."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    for name in ("plan.yaml", "calendar.yaml"):
        shutil.copyfile(EXAMPLE / name, folder / "data" / name)
    papers = _papers()
    units = -(-count // len(papers))
    (folder / "data" / "units.yaml").write_text(_units(units), encoding="utf-8", newline="\n")
    for index in range(count):
        unit, place = divmod(index, len(papers))
        name, text = papers[place]
        code = f"don-vi-{unit + 1:05d}"
        path = folder / "data" / "submissions" / code / name
        path.parent.mkdir(parents=True, exist_ok=True)
        typed = text.replace("don_vi: pgd-tam-duong", f"don_vi: {code}", 1)
        typed = re.sub(
            "sha256: .*", f"sha256: {hashlib.sha256(name.encode() + code.encode()).hexdigest()}", typed
        )
        if index % FAULT_EVERY == FAULT_EVERY - 1:
            typed = FAULTS[index // FAULT_EVERY % len(FAULTS)](typed)
        path.write_text(typed, encoding="utf-8", newline="\n")


def _papers() -> list[tuple[str, str]]:
    """The year report and the longer monthly reports of one unit, by name."""
    folder = EXAMPLE / "submissions" / "pgd-tam-duong"
    files = sorted(folder.glob("bao-cao-*.yaml"))
    found = [(path.name, path.read_text(encoding="utf-8")) for path in files]
    return [(name, text) for name, text in found if text.count("\n") > 30]


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
