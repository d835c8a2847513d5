"""Where everything lies in a workspace: finds its root and names every path; reads and writes nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from truyenthong.errors import WorkspaceNotFoundError
from truyenthong.model.submissions import SubmissionKey

PLAN_FILE = "data/plan.yaml"
UNITS_FILE = "data/units.yaml"
CALENDAR_FILE = "data/calendar.yaml"
SETTINGS_FILE = "data/settings.yaml"
SUBMISSIONS_FOLDER = "data/submissions"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmissionPath:
    """A submission's file and what its path says: ``<unit>/<obligation>[@<period>].yaml``."""

    path: Path
    unit: str
    obligation: str
    period: str | None

    @property
    def key(self) -> SubmissionKey:
        """Unit, duty and period as the path says."""
        return (self.unit, self.obligation, self.period)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A workspace by its root folder (absolute)."""

    root: Path

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
    def templates(self) -> Path:
        """The workspace's own templates, which come before the built-in ones."""
        return self.root / "templates"

    @property
    def out(self) -> Path:
        """Where reports go unless told otherwise."""
        return self.root / "out"

    def name_of(self, path: Path) -> str:
        """A path as findings name it: relative to the root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def submission_files(self) -> Iterator[SubmissionPath]:
        """Every ``.yaml`` and ``.yml`` file where submissions belong, by unit and name.

        Hidden files and whatever lies deeper (``tep/``) are not submissions.
        """
        if not self.submissions.is_dir():
            return
        folders = (one for one in self.submissions.iterdir() if one.is_dir())
        for folder in sorted(folders, key=lambda one: one.name):
            for path in sorted(folder.iterdir(), key=lambda one: one.name):
                if _is_yaml(path):
                    yield _parse(path)

    def stray_files(self) -> Iterator[Path]:
        """YAML files directly under ``data/submissions``, where no unit can be read off the path."""
        if self.submissions.is_dir():
            yield from sorted(path for path in self.submissions.iterdir() if _is_yaml(path))


def _is_yaml(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))
    return not hidden and path.suffix.lower() in {".yaml", ".yml"} and path.is_file()


def _parse(path: Path) -> SubmissionPath:
    obligation, at, period = unicodedata.normalize("NFC", path.stem).partition("@")
    return SubmissionPath(
        path=path,
        unit=unicodedata.normalize("NFC", path.parent.name),
        obligation=obligation,
        period=period if at else None,
    )


def find_workspace(start: Path) -> Workspace:
    """The workspace at ``start`` or above it.

    Raises:
        WorkspaceNotFoundError: where no folder up to the top holds ``data/plan.yaml``.
    """
    for folder in (start, *start.parents):
        if (folder / PLAN_FILE).is_file():
            return Workspace(root=folder)
    raise WorkspaceNotFoundError(
        f"Không tìm thấy không gian làm việc: từ {start} trở lên không thư mục nào có {PLAN_FILE}.",
        hint="đứng trong thư mục của kế hoạch, chỉ ra bằng -C THƯ_MỤC, hoặc tạo mới bằng «truyenthong init».",
    )


def named_workspace(folder: Path) -> Workspace:
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
    return Workspace(root=root)
