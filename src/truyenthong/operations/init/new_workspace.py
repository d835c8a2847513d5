"""``init``: makes a new workspace, from the starter, the example or last year's, and its list to confirm."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from truyenthong.documents.plan import decode_plan
from truyenthong.documents.year_shift import TEXT_OF_YEAR, ShiftedPlan, shift_plan
from truyenthong.errors import CannotContinueError, UsageError
from truyenthong.model.forms import Content
from truyenthong.model.periods import SchoolYear
from truyenthong.model.plan import Plan
from truyenthong.model.registers import Register
from truyenthong.model.units import Roster, Unit
from truyenthong.operations.load import Ready, load, ready
from truyenthong.operations.schema import schema_of_submissions
from truyenthong.text import day_in_week, day_wording, fold
from truyenthong.workspace import assets, storage
from truyenthong.workspace.layout import CALENDAR_FILE, PLAN_FILE, UNITS_FILE, Workspace
from truyenthong.yamltext.days import parse_date
from truyenthong.yamltext.parse import parse_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class InitOutcome:
    """The new workspace and its files (relative names), made now or by a run that was stopped."""

    root: Path
    made: tuple[str, ...]


class Kind(StrEnum):
    """What a new workspace starts from."""

    STARTER = "starter"
    EXAMPLE = "example"
    SAMPLE = "sample"


def source_files(kind: Kind) -> Iterator[tuple[str, Path]]:
    """Path in the new workspace and file to copy."""
    match kind:
        case Kind.STARTER:
            return assets.starter_files()
        case Kind.EXAMPLE:
            return assets.example_files()
        case Kind.SAMPLE:
            return assets.sample_files()
        case _ as never:
            assert_never(never)


def init(root: Path, kind: Kind) -> InitOutcome:
    """Makes a workspace in a new or empty folder; a run that was stopped is finished by the next one.

    Raises:
        CannotContinueError: where another file has the place of one that would be made; nothing is changed.
    """
    files = {name: storage.read_bytes(source) for name, source in sorted(source_files(kind))}
    parsed = parse_yaml(files[PLAN_FILE], file=PLAN_FILE)
    plan, _ = decode_plan(parsed.value, file=PLAN_FILE)
    put_whole(root, {**files, **files_of_schema(plan)})
    return InitOutcome(root=root, made=tuple(files))


def put_whole(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files into a new or empty folder; what already holds exactly these bytes stays as it is.

    The plan comes last: a folder without one is no workspace yet.

    Raises:
        CannotContinueError: where another file has the place of one of them; nothing is changed.
    """
    if root.exists() and not root.is_dir():
        raise CannotContinueError(f"{root} là một tệp, không phải thư mục.", hint="chọn tên khác.")
    with storage.locked(root):
        missing = [name for name, data in files.items() if not storage.holds(root / name, data)]
        taken = [name for name in missing if (root / name).exists()]
        if taken:
            raise CannotContinueError(
                f"{root} đã có {', '.join(taken[:3])}: không ghi đè.",
                hint="chọn một thư mục mới hoặc thư mục trống.",
            )
        in_order = sorted(missing, key=lambda name: name == PLAN_FILE)
        storage.write_all({root / name: files[name] for name in in_order})


def files_of_schema(plan: Plan | None) -> dict[str, bytes]:
    """What the first line of each YAML file points editors to; submissions follow the plan's own forms."""
    files = {name: storage.read_bytes(source) for name, source in assets.schema_files()}
    return {**files, "schema/submission.json": f"{schema_of_submissions(plan)}\n".encode()}


_INTRODUCTION = ("Đánh dấu x vào ô đã xem. Xem hết thì xóa tệp này.",)
_LONGEST = 100
_OF_YEAR = fold("năm học")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A unit that has closed, or closes during the year: its last day and who takes over."""

    unit: Unit
    last: date
    successors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingOn:
    """A register whose entries are no events of one year: who collaborates goes on doing so.

    Attributes:
        file: its name in the workspace.
        entries: each in words: key, title, unit.
        of_year: the labels of fields that speak of the school year, to be looked at again.
    """

    register: Register
    file: str
    entries: tuple[str, ...]
    of_year: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextYear:
    """The new workspace.

    Attributes:
        root: where it is.
        old, new: the school years.
        plan: the plan's text with what was moved in it and what was left.
        gone: units that do not live through the new year.
        no_days_off: calendar years of which no day off is known yet.
        going_on: registers that could be carried over.
        carried: the codes of those that were.
        made: the files in it, by relative name.
    """

    root: Path
    old: SchoolYear
    new: SchoolYear
    plan: ShiftedPlan
    gone: tuple[Gone, ...]
    no_days_off: tuple[int, ...]
    going_on: tuple[GoingOn, ...] = ()
    carried: tuple[str, ...] = ()
    made: tuple[str, ...] = ()


def confirm_list(outcome: NextYear, plan: Plan | None) -> str:
    """The list for the office as a page of text (Markdown)."""
    old, new = outcome.old.code, outcome.new.code
    still_old = []
    for one in outcome.plan.left:
        where = "lời chú thích" if one.path is None else f"`{_name(one.path)}`"
        long = len(one.words) > _LONGEST
        words = f"{one.words[: _LONGEST - 1].rstrip()}…" if long else one.words
        still_old.append(f"- [ ] dòng {one.line}, {where}: {words}")
    sections = (
        (f"# Chờ xác nhận: không gian làm việc năm học {new}, lập từ năm học {old}", _INTRODUCTION),
        ("## Phải thay", tuple(_to_replace(outcome, plan))),
        (
            f"## Đã dời sang năm học {new}, trong data/plan.yaml",
            tuple(f"- [ ] {line}" for line in change_lines(outcome)),
        ),
        (f"## Còn nhắc năm học {old}, không tự đổi", tuple(still_old)),
        ("## Đơn vị", tuple(_units(outcome))),
        ("## Sổ theo dõi", tuple(_registers(outcome))),
    )
    return "\n".join("\n".join((title, "", *lines, "")) for title, lines in sections)


def _to_replace(outcome: NextYear, plan: Plan | None) -> Iterator[str]:
    old = outcome.old.code
    yield (
        f"- [ ] `noi_dung` còn là nguyên văn Kế hoạch năm học {old}. Thay bằng nguyên văn mới; sửa `trich`, "
        "`khong_theo_doi`, `chu_de`, `can_cu`, `dinh_chinh`, `phu_luc` cho khớp; rồi xóa dòng "
        f"`{TEXT_OF_YEAR}: {old}` ở cuối tệp. Trước đó chương trình không in Kế hoạch."
    )
    yield "- [ ] Số, ngày, tháng của văn bản (`van_ban`) để trống cho đến khi ban hành."
    names = ", ".join(one.name for one in plan.signers if one.name) if plan is not None else ""
    yield f"- [ ] Người ký còn như năm cũ ({names or 'chưa ghi tên ai'}); nơi nhận còn như năm cũ."
    for year in outcome.no_days_off:
        yield (
            f"- [ ] data/calendar.yaml chưa có ngày nghỉ nào của năm {year}: thêm kèm `can_cu` khi có "
            "thông báo."
        )


def change_lines(outcome: NextYear) -> tuple[str, ...]:
    """Every value of the plan that was moved: line, key, before and after."""
    return tuple(
        f"dòng {one.line}, {_name(one.path)}: {_changed(one.before, one.after)}" for one in outcome.plan.moved
    )


def _units(outcome: NextYear) -> Iterator[str]:
    for one in outcome.gone:
        heirs = ", ".join(one.successors) or "chưa ghi ở `ke_thua`"
        yield f"- [ ] {one.unit.name}: hoạt động đến hết ngày {day_wording(one.last)}; kế thừa: {heirs}."
    yield "- [ ] Đơn vị mới thêm vào cuối data/units.yaml; đơn vị giải thể thì ghi ngày cuối, không xóa."


def _registers(outcome: NextYear) -> Iterator[str]:
    if not outcome.going_on:
        yield "Năm mới bắt đầu với các sổ trống; sổ năm cũ ở lại không gian làm việc cũ."
    for one in outcome.going_on:
        if one.register.code not in outcome.carried:
            count = len(one.entries)
            yield f"- [ ] {one.register.name}: {count} mục, chưa chép; còn dùng thì chép tệp {one.file}."
            continue
        yield f"{one.register.name}, đã chép {len(one.entries)} mục; ai thôi thì sửa trong {one.file}:"
        yield ""
        yield from (f"- [ ] {entry}" for entry in one.entries)
        for label in one.of_year:
            yield f"- [ ] Cột «{label}» nói về năm học {outcome.old.code}: sửa lại cho năm mới."


def _name(path: tuple[str | int, ...]) -> str:
    """``nhiem_vu[1].han.truoc_ngay``, positions counted from 1 as people count."""
    words = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.removeprefix(".")


def _changed(before: str, after: str | None) -> str:
    if after is None:
        return f"{before} → để trống"
    day = parse_date(after)
    return f"{before} → {day_in_week(day) if isinstance(day, date) else after}"


TO_CONFIRM = "CHO-XAC-NHAN.md"
"""The list of what was changed and what a person has to look at, in the new folder."""


def registers_going_on(source: Workspace) -> tuple[GoingOn, ...]:
    """The registers that a new year can start with: their entries have no day (``ngay``) of their own.

    None of sample data: invented people must not become real ones.

    Raises:
        CannotContinueError: the old plan or units cannot be read.
    """
    return _going_on(ready(load(source)))


def _going_on(work: Ready) -> tuple[GoingOn, ...]:
    if work.settings.sample_data:
        return ()
    kept = [one for one in work.loaded.records.ledgers if one.register.day is None and one.entries]
    return tuple(
        GoingOn(
            register=one.register,
            file=one.file,
            entries=tuple(_entry_words(one.register, entry.content, work.roster) for entry in one.entries),
            of_year=tuple(
                field.label
                for field in work.plan.forms_by_code[one.register.form].fields
                if _OF_YEAR in fold(field.label)
            ),
        )
        for one in kept
    )


def _entry_words(register: Register, content: Content, roster: Roster) -> str:
    words = [content.get(register.key), content.get(register.title)]
    unit = roster.by_code.get(str(content.get(register.unit))) if register.unit is not None else None
    words.append(unit.short_name if unit is not None else None)
    return ", ".join(str(word) for word in words if word)


def init_from(
    root: Path, source: Workspace, *, year: SchoolYear | None, carried: Collection[str] = ()
) -> NextYear:
    """Makes the workspace of a school year (the next one where None) from another one's.

    The plan comes with its dates moved; units, calendar, the workspace's own templates and the registers
    that are to be carried over as they are. What units sent, the other registers, reports and the mark of
    sample data stay behind.

    Raises:
        UsageError: the year is not a later one, or a register is none that goes on.
        CannotContinueError: the old plan or units cannot be read, or a file would be overwritten.
    """
    work = ready(load(source))
    old = work.plan.year
    new = year or SchoolYear(first_year=old.first_year + 1)
    if new.first_year <= old.first_year:
        raise UsageError(
            f"Năm học {new.code} không sau năm học {old.code} của {source.root}.",
            hint=f"ghi năm sau, ví dụ --school-year {old.first_year + 1}-{old.first_year + 2}.",
        )
    going_on = _going_on(work)
    unknown = [code for code in carried if code not in [one.register.code for one in going_on]]
    if unknown:
        known = ", ".join(one.register.code for one in going_on)
        hint = f"các sổ chép được: {known}." if known else "không gian cũ không có sổ nào còn dùng sang năm."
        raise UsageError(f"Không chép được sổ «{unknown[0]}» sang năm mới.", hint=hint)
    plan = shift_plan(work.loaded.snapshot.files[PLAN_FILE].decode("utf-8-sig"), old=old, new=new)
    days = new.days
    outcome = NextYear(
        root=root,
        old=old,
        new=new,
        plan=plan,
        gone=tuple(_gone(work.roster, new)),
        no_days_off=work.calendar.years_needed(days.start, days.last),
        going_on=going_on,
        carried=tuple(carried),
    )
    files = _year_files(work, outcome)
    put_whole(root, files)
    return replace(outcome, made=tuple(files))


def _gone(roster: Roster, year: SchoolYear) -> Iterator[Gone]:
    for unit in roster.ordered():
        last_days = [span.last for span in unit.validity]
        last = max((day for day in last_days if day is not None), default=None)
        if last is None or None in last_days or last >= year.days.last:
            continue
        named = [roster.by_code[code].name for code in unit.successors if code in roster.by_code]
        yield Gone(unit=unit, last=last, successors=tuple(named))


def _year_files(work: Ready, outcome: NextYear) -> Mapping[str, bytes]:
    """The files of the new folder, by relative name."""
    seen = work.loaded.snapshot
    text = outcome.plan.text
    files = {PLAN_FILE: text.encode(), UNITS_FILE: seen.files[UNITS_FILE]}
    if CALENDAR_FILE in seen.files:
        files[CALENDAR_FILE] = seen.files[CALENDAR_FILE]
    templates = work.loaded.workspace.templates
    if templates.is_dir():
        # copies with comments (template check --annotate) and what a person changed in them are no templates
        own = sorted(
            path
            for path in templates.glob("*.docx")
            if path.name[0] not in "~." and ".chu-thich" not in path.name
        )
        files.update({f"templates/{path.name}": storage.read_bytes(path) for path in own})
    carried = [one.file for one in outcome.going_on if one.register.code in outcome.carried]
    files.update((name, seen.files[name]) for name in carried)
    files.update((name, storage.read_bytes(path)) for name, path in assets.guides())
    plan, _ = decode_plan(parse_yaml(text.encode(), file=PLAN_FILE).value, file=PLAN_FILE)
    files.update(files_of_schema(plan))
    files[TO_CONFIRM] = confirm_list(outcome, plan).encode()
    return files
