"""Finds the root of a workspace and names every path in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from truyenthong.errors import UsageError, WorkspaceNotFoundError

if TYPE_CHECKING:  # an answer that is remembered does without the model
    from truyenthong.model.submissions import SubmissionKey

PLAN_FILE = "data/plan.yaml"
UNITS_FILE = "data/units.yaml"
CALENDAR_FILE = "data/calendar.yaml"
SETTINGS_FILE = "data/settings.yaml"
WAITING_FOLDER = "data/waiting"
OUTREACH_FILE = "data/outreach.yaml"
OUTREACH_FOLDER = "data/outreach"
SUBMISSIONS_FOLDER = "data/submissions"
REGISTERS_FOLDER = "data/registers"
WAITING_FOLDER = "data/waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionPath:
    """A submission's file and what its path says: ``<unit>/<obligation>[@<period>].yaml``.

    Attributes:
        name: the path as findings name it, as it is spelt on the disk.
        unit, obligation, period: what it says, in NFC.
    """

    name: str
    unit: str
    obligation: str
    period: str | None

    @property
    def key(self) -> SubmissionKey:
        """Unit, duty and period as the path says."""
        return (self.unit, self.obligation, self.period)

    @property
    def suffix(self) -> str:
        """``.yaml``, or the ending that the file has instead."""
        return self.name[self.name.rindex(".") :]

    @property
    def stem(self) -> str:
        """The file's name without its suffix."""
        return self.name[self.name.rindex("/") + 1 : self.name.rindex(".")]

    @classmethod
    def of(cls, name: str) -> SubmissionPath:
        """What the path of a submission says."""
        folder, _, file = unicodedata.normalize("NFC", name).rpartition("/")
        obligation, at, period = file[: file.rindex(".")].partition("@")
        unit = folder.rpartition("/")[2]
        return cls(name=name, unit=unit, obligation=obligation, period=period if at else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace by its root folder (absolute).

    Attributes:
        cache: where something may be remembered between runs, for any number of workspaces; None: nowhere.
    """

    root: Path
    cache: Path | None = None

    @property
    def plan(self) -> Path:
        """``data/plan.yaml``."""
        return self.root / PLAN_FILE

    @property
    def units(self) -> Path:
        """``data/units.yaml``."""
        return self.root / UNITS_FILE

    @property
    def calendar(self) -> Path:
        """``data/calendar.yaml``."""
        return self.root / CALENDAR_FILE

    @property
    def settings(self) -> Path:
        """``data/settings.yaml``, which may be missing."""
        return self.root / SETTINGS_FILE

    @property
    def submissions(self) -> Path:
        """The folder of submissions, which may be missing."""
        return self.root / SUBMISSIONS_FOLDER

    @property
    def registers(self) -> Path:
        """The folder of registers, which may be missing."""
        return self.root / REGISTERS_FOLDER

    @property
    def waiting(self) -> Path:
        """The folder of what came in and waits, which may be missing."""
        return self.root / WAITING_FOLDER

    @property
    def outreach(self) -> Path:
        """The folder of what was sent and read, which may be missing."""
        return self.root / OUTREACH_FOLDER

    @property
    def templates(self) -> Path:
        """The workspace's own templates, which come before the built-in ones."""
        return self.root / "templates"

    @property
    def out(self) -> Path:
        """Where reports go unless told otherwise."""
        return self.root / "out"

    def name_inside(self, path: Path) -> str:
        """The name of a file or folder that a user pointed to.

        Raises:
            UsageError: where it does not exist or lies outside of the workspace.
        """
        if not path.exists():
            raise UsageError(f"Không có {path}.", hint="kiểm tra lại tên tệp hoặc thư mục.")
        resolved, root = path.resolve(), self.root.resolve()
        if not resolved.is_relative_to(root):
            raise UsageError(
                f"{path} nằm ngoài không gian làm việc {self.root}.",
                hint="chỉ kiểm tra được tệp trong không gian làm việc; dùng -C để chọn nơi khác.",
            )
        return resolved.relative_to(root).as_posix()


def is_yaml_name(name: str) -> bool:
    """Whether a file's name is that of a YAML file; hidden files and Word's ``~$`` files are not."""
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith((".", "~$"))


def meant_yaml_name(name: str) -> str | None:
    """The name that a file was meant to have which Windows or an editor gave one more ending, or None.

    ``x.yaml.txt`` is what Notepad makes of ``x.yaml``; copies that editors keep (``.bak``, ``~``) are none.
    """
    found = _DOUBLED.fullmatch(name)
    if found is None or found[2].casefold() in _KEPT_COPIES or name.startswith((".", "~$")):
        return None
    return f"{found[1]}.yaml"


_DOUBLED = re.compile(r"([^/]+?)[ .]*\.[ ]*ya?ml([ .~][^/]*|~)", re.IGNORECASE)
_KEPT_COPIES = frozenset({"~", ".bak", ".orig", ".old", ".swp", ".tmp"})


def find_workspace(start: Path, *, cache: Path | None = None) -> Workspace:
    """The workspace at ``start`` or above it.

    Raises:
        WorkspaceNotFoundError: where no folder up to the top holds ``data/plan.yaml``.
    """
    for folder in (start, *start.parents):
        if (folder / PLAN_FILE).is_file():
            return Workspace(root=folder, cache=cache)
    raise WorkspaceNotFoundError(
        f"Không tìm thấy không gian làm việc: từ {start} trở lên không thư mục nào có {PLAN_FILE}.",
        hint="đứng trong thư mục của kế hoạch, chỉ ra bằng -C THƯ_MỤC, hoặc tạo mới bằng «truyenthong init».",
    )


def named_workspace(folder: Path, *, cache: Path | None = None) -> Workspace:
    """The workspace that the user named, and no other.

    Raises:
        WorkspaceNotFoundError: where the folder does not hold ``data/plan.yaml``.
    """
    root = folder.absolute()
    if not (root / PLAN_FILE).is_file():
        raise WorkspaceNotFoundError(
            f"{folder} không phải là không gian làm việc: không có {PLAN_FILE}.",
            hint="kiểm tra lại tên thư mục sau -C, hoặc tạo mới bằng «truyenthong init».",
        )
    return Workspace(root=root, cache=cache)
