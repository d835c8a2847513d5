"""Reads the form in a piece, in Word, in Excel or as the YAML file of a submission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from truyenthong.diagnostics.intake import TT610, TT659
from truyenthong.findings import FieldPath, Finding, Ref, Severity
from truyenthong.forms.filled import Filled, Spot
from truyenthong.forms.identity import Identity, identity_of
from truyenthong.intake.kinds import SEALED, FileKind, not_ours, refusal
from truyenthong.intake.pieces import Piece
from truyenthong.model.plan import Plan
from truyenthong.model.units import Roster
from truyenthong.yamltext.days import parse_period
from truyenthong.yamltext.parse import parse_yaml
from truyenthong.yamltext.places import PlaceFinder
from truyenthong.yamltext.tree import Value

_OFFICE = ("nhan_luc", "kenh", "xu_ly", "tep", "thu")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPiece:
    """A file as it was sent, and what was read in it.

    Attributes:
        filled: the form in it; None where it is none, or cannot be opened.
        findings: why it cannot be taken, or what is to be said about the file itself.
    """

    piece: Piece
    kind: FileKind
    filled: Filled | None
    findings: tuple[Finding, ...]

    @property
    def is_sealed(self) -> bool:
        """Whether it may hold a form that nobody has seen."""
        return bool(self.piece.faults) or self.kind in SEALED

    @property
    def is_unreadable(self) -> bool:
        """Whether it is a form of which nothing could be read."""
        filled = self.filled
        broken = any(one.severity is Severity.ERROR for one in self.findings)
        return filled is not None and filled.identity is None and not filled.values and broken


def read_piece(piece: Piece, plan: Plan, roster: Roster) -> ReadPiece:
    """Reads the form in a file; the readers of forms raise what they like on broken ones."""
    refused = refusal(piece.kind, piece.label)
    findings: tuple[Finding, ...] = piece.faults or ((refused,) if refused is not None else ())
    filled = None if findings else read_form(piece, plan, roster)
    if filled is not None:
        findings = tuple(replace(one, ref=replace(one.ref, file=piece.label)) for one in filled.findings)
    elif not findings:
        findings = (not_ours(piece.kind, piece.label),)
    return ReadPiece(piece=piece, kind=piece.kind, filled=filled, findings=findings)


def unread_piece(piece: Piece, reason: str) -> ReadPiece:
    """A file on which a reader broke, for that reason."""
    hint = "mở thử tệp; đọc được thì lưu lại thành tệp mới rồi gửi lại"
    told = TT610.at(Ref(file=piece.label), f"tệp không đọc được trọn: {reason}", hint=hint)
    return ReadPiece(piece=piece, kind=FileKind.BROKEN, filled=None, findings=(told,))


def read_form(piece: Piece, plan: Plan, roster: Roster) -> Filled | None:
    """The form in a file; None where it is none of ours."""
    # Each reader is loaded only where a file of its kind came in.
    if piece.kind is FileKind.WORD:
        from truyenthong.forms.word import read_docx  # noqa: PLC0415

        return read_docx(piece.data, plan, roster)
    if piece.kind is FileKind.EXCEL:
        from truyenthong.forms.excel import read_xlsx  # noqa: PLC0415

        return read_xlsx(piece.data, plan, roster)
    return _read_yaml(piece.data, plan, piece.label) if piece.kind is FileKind.YAML else None


def _read_yaml(data: bytes, plan: Plan, name: str) -> Filled:
    """What the last receipt of a submission's file contains; nothing where it does not parse.

    The keys ``don_vi``, ``nhiem_vu`` and ``ky`` count like a form's own word, and are compared with the
    sender all the same.
    """
    parsed = parse_yaml(data, file=name)
    root = parsed.value
    if not parsed.ok or not isinstance(root, dict):
        return Filled(identity=None, check=None, values={}, findings=parsed.findings)
    entry, path = _entry(root)
    content = entry.get("noi_dung")
    values = content if isinstance(content, dict) else {}
    identity = _identity(root, plan)
    given = entry.get("van_ban")
    paper = given if isinstance(given, dict) else {}
    nil = str(entry.get("khong_phat_sinh") or "").strip().casefold() in {"true", "có"}
    finder = PlaceFinder(data)
    places = {below: _spot(finder, (*path, "noi_dung", *below)) for below in _paths(values, ()) if below}
    errors = [one for one in parsed.findings if one.severity is Severity.ERROR]
    return Filled(
        identity=identity if not errors else None,
        check=identity.check if identity is not None else None,
        values=values,
        paper={key: one for key, one in paper.items() if isinstance(one, str)},
        nil=nil,
        places=places,
        untouched=not values and not nil,
        findings=(*parsed.findings, *_left_out(root, entry, name)),
    )


def _entry(root: dict[str, Value]) -> tuple[dict[str, Value], FieldPath]:
    receipts = root.get("lan_nop")
    if isinstance(receipts, list) and receipts and isinstance(receipts[-1], dict):
        return receipts[-1], ("lan_nop", len(receipts) - 1)
    return root, ()


def _identity(root: dict[str, Value], plan: Plan) -> Identity | None:
    unit, duty, period = (_word(root.get(key)) for key in ("don_vi", "nhiem_vu", "ky"))
    obligation = plan.obligations_by_code.get(duty) if duty is not None else None
    form = plan.form_of(obligation) if obligation is not None else None
    if duty is None:
        return None
    kind = obligation.period_kind if obligation is not None else None
    read = parse_period(period, kind, plan.semesters) if period is not None else None
    code = read if isinstance(read, str) else period
    if form is not None:
        return identity_of(form, plan=plan.code, obligation=duty, unit=unit, period=code)
    return Identity(
        plan=plan.code, obligation=duty, form="", version=0, declaration="", unit=unit, period=code
    )


def _word(value: Value) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _paths(value: Value, path: FieldPath) -> Iterator[FieldPath]:
    yield path
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _paths(below, (*path, key))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _paths(below, (*path, index))


def _spot(finder: PlaceFinder, path: FieldPath) -> Spot:
    span = finder.find(path)
    return Spot(words=f"dòng {span.line}, cột {span.column}", locator=f"{span.line}:{span.column}")


def _left_out(root: dict[str, Value], entry: dict[str, Value], name: str) -> Iterator[Finding]:
    named = [key for key in _OFFICE if entry.get(key) is not None]
    named += ["gia_han"] if root.get("gia_han") is not None else []
    if named:
        yield TT659.at(Ref(file=name), f"không lấy {', '.join(named)} trong tệp: phần ấy do văn phòng ghi")
    receipts = root.get("lan_nop")
    if isinstance(receipts, list) and len(receipts) > 1:
        yield TT659.at(Ref(file=name), f"tệp có {len(receipts)} lần nộp; chỉ lần cuối được đọc")
