"""Writes examples/2020-2021: plan, units, calendar byte for byte, submissions invented; ``--check`` compares.

The plan is real, the submissions are not: every file says so, and ``du_lieu_mau`` marks every page.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from sample_year.year import SETTINGS, registers, submissions

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "data"
TARGET = HERE / "2020-2021"
COPIED = ("plan.yaml", "units.yaml", "calendar.yaml")


def wanted() -> dict[str, bytes]:
    """Every file of the workspace by its name in it."""
    files = {f"data/{name}": (DATA / name).read_bytes() for name in COPIED}
    files["data/settings.yaml"] = SETTINGS.encode()
    for name, text in (*registers(DATA), *submissions(DATA)):
        files[name] = text.encode()
    return files


def there(target: Path = TARGET) -> dict[str, bytes]:
    """Every file that lies in the workspace's data now."""
    paths = (path for path in (target / "data").rglob("*") if path.is_file())
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in paths}


def differences(files: Mapping[str, bytes], found: Mapping[str, bytes]) -> list[str]:
    """A line for each file that is missing, superfluous or not as the generator makes it."""
    lines: list[str] = []
    for name in sorted(files.keys() | found.keys()):
        if name not in found:
            lines.append(f"thiếu: {name}")
        elif name not in files:
            lines.append(f"thừa:  {name}")
        elif files[name] != found[name]:
            lines.append(f"khác:  {name}")
    return lines


def write(files: Mapping[str, bytes], target: Path = TARGET) -> None:
    """Makes the workspace's data hold exactly ``files``."""
    for name in there(target).keys() - files.keys():
        (target / name).unlink()
        if not any((target / name).parent.iterdir()):
            (target / name).parent.rmdir()
    for name, data in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def main(arguments: Sequence[str]) -> int:
    """Writes, or compares and returns 1 where something differs."""
    files = wanted()
    if "--check" not in arguments:
        write(files)
        print(f"examples/2020-2021: đã ghi {len(files)} tệp")
        return 0
    lines = differences(files, there())
    for line in lines:
        print(line)
    print("examples/2020-2021:", "đã cũ; chạy lại examples/make_example.py" if lines else "đúng")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
