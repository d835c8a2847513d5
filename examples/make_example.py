"""Writes examples/2020-2021: plan, units, calendar byte for byte, submissions invented; ``--check`` compares.

The plan is real, the submissions are not: every file says so, and ``du_lieu_mau`` marks every page.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sample_year.year import SETTINGS, submissions

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"
TARGET = HERE / "2020-2021"
COPIED = ("plan.yaml", "units.yaml", "calendar.yaml")


def wanted() -> dict[str, bytes]:
    """Every file of the workspace by its name in it."""
    files = {f"data/{name}": (DATA / name).read_bytes() for name in COPIED}
    files["data/settings.yaml"] = SETTINGS.encode()
    for name, text in submissions(DATA):
        files[name] = text.encode()
    return files


def there() -> dict[str, bytes]:
    """Every file that lies in the workspace's data now."""
    folder = TARGET / "data"
    return {
        path.relative_to(TARGET).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def main() -> int:
    """Writes or compares."""
    files, found = wanted(), there()
    if "--check" in sys.argv:
        stale = sorted(name for name in files.keys() | found.keys() if files.get(name) != found.get(name))
        for name in stale:
            print(f"examples/2020-2021/{name} khác bản được tạo ra")
        print("examples/2020-2021:", "đã cũ; chạy python examples/make_example.py" if stale else "đúng")
        return 1 if stale else 0
    for name in found.keys() - files.keys():
        (TARGET / name).unlink()
    for name, data in files.items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"examples/2020-2021: {len(files)} tệp")
    return 0


if __name__ == "__main__":
    sys.exit(main())
