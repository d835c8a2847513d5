"""The least that others would write: CSafeLoader and a pydantic model, without places or meaning."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml
from pydantic import BaseModel, ValidationError


class Receipt(BaseModel, extra="forbid"):
    """One receipt, its parts unlooked at."""

    nhan_luc: str
    kenh: str | None = None
    van_ban: dict[str, object] | None = None
    tep: list[dict[str, object]] | None = None
    khong_phat_sinh: bool = False
    noi_dung: dict[str, object] | None = None
    xu_ly: dict[str, object] | None = None


class Submission(BaseModel, extra="forbid"):
    """One submission."""

    don_vi: str
    nhiem_vu: str
    ky: str | None = None
    gia_han: list[dict[str, object]] | None = None
    lan_nop: list[Receipt] = []


def main(folder: Path) -> None:
    """Counts the files that do not fit."""
    wrong = 0
    for path in sorted(folder.rglob("*.yaml")):
        try:
            Submission.model_validate(yaml.load(path.read_bytes(), yaml.CSafeLoader))
        except (yaml.YAMLError, ValidationError):
            wrong += 1
    print(wrong)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
