"""A copy of the second plan as a workspace to try things in, and the program as its users call it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
REPOSITORY = HERE.parent

RECEIPT = """don_vi: {unit}
nhiem_vu: {duty}
ky: {period}
lan_nop:
  - nhan_luc: {received}
    kenh: thu-dien-tu
"""


def workspace(folder: Path) -> Path:
    """The second plan in ``folder``, which must not be there."""
    shutil.copytree(HERE / "second_plan", folder)
    return folder


def without_addresses(root: Path) -> Path:
    """The workspace before anybody has written down an address of mail."""
    units = root / "data" / "units.yaml"
    text = re.sub(r"( thu_dien_tu: \S+,|\n    thu_dien_tu: .*)", "", units.read_text(encoding="utf-8"))
    units.write_text(text, encoding="utf-8", newline="\n")
    return root


def put(root: Path, name: str, text: str) -> Path:
    """A file of the workspace."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def receive(root: Path, unit: str, duty: str, period: str, received: str, more: str = "") -> Path:
    """A submission with one receipt; ``more`` stands below it."""
    text = RECEIPT.format(unit=unit, duty=duty, period=period, received=received) + more
    return put(root, f"data/submissions/{unit}/{duty}@{period}.yaml", text)


def call(*args: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, without a terminal."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TRUYENTHONG_")}
    return subprocess.run(
        [sys.executable, "-m", "truyenthong", *args],
        cwd=cwd,
        env={**kept, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
