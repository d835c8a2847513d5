"""Decodes the forms of a plan: fields, choices, bounds, checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from truyenthong.diagnostics.forms import TT164, TT170, TT171, TT172, TT173, TT174
from truyenthong.model.expressions import (
    RESERVED,
    Expression,
    ExpressionFault,
    ValueKind,
    check_names,
    check_types,
    parse_expression,
    texts_compared,
)
from truyenthong.model.forms import Bounds, Choice, ChoiceSource, Condition, Field, FieldType, Form, FormCheck
from truyenthong.text import collapse
from truyenthong.yamltext.reader import MappingReader
from truyenthong.yamltext.scalars import Fault, short

_KINDS: Mapping[FieldType, ValueKind] = {
    FieldType.TEXT: ValueKind.TEXT,
    FieldType.CHOICE: ValueKind.TEXT,
    FieldType.INTEGER: ValueKind.NUMBER,
    FieldType.NUMBER: ValueKind.NUMBER,
    FieldType.DATE: ValueKind.DATE,
    FieldType.MOMENT: ValueKind.MOMENT,
    FieldType.BOOLEAN: ValueKind.BOOLEAN,
}


def decode_form(entry: MappingReader) -> Form | None:
    """One form; checks that do not fit its fields are reported and left out."""
    code = entry.code("ma", required=True, example="ket-qua-nam")
    name = entry.text("ten", required=True, example="Báo cáo kết quả")
    version = entry.integer("phien_ban", minimum=1)
    fields = _fields(entry, "truong")
    checks = tuple(_checks(entry, fields))
    if code is None or name is None:
        return None
    return Form(code=code, name=name, version=version or 1, fields=fields, checks=checks, index=entry.index)


def _fields(entry: MappingReader, key: str) -> tuple[Field, ...]:
    fields: list[Field] = []
    codes: set[str] = set()
    for reader in entry.items(key, required=True):
        field = _field(reader, in_table=key == "cot")
        if field is None:
            continue
        if field.code in codes:
            reader.report(TT170, "ma", f"mã trường «{field.code}» đã dùng ở trên", hint="đặt mã khác")
        elif field.code in RESERVED:
            message = f"«{field.code}» là từ dành riêng của biểu thức"
            reader.report(TT171, "ma", message, hint=f"đặt mã khác, ví dụ {field.code}_so")
        codes.add(field.code)
        fields.append(field)
    return tuple(fields)


def _field(reader: MappingReader, *, in_table: bool) -> Field | None:
    code = reader.name("ma", required=True)
    label = reader.text("nhan", required=True, example="Số tin, bài")
    kind = reader.one_of("kieu", FieldType, required=True)
    required = reader.boolean("bat_buoc", default=False)
    bounds = _bounds(reader, kind)
    choices = _choices(reader, kind)
    columns = _columns(reader, kind, in_table=in_table)
    guidance, measure = reader.text("huong_dan"), reader.text("don_vi_tinh")
    additive = reader.boolean("cong_gop", default=True)
    link = reader.boolean("la_lien_ket", default=False)
    if link and kind not in (None, FieldType.TEXT):
        message = f"la_lien_ket không hợp với trường kiểu {kind}"
        reader.report(TT172, "la_lien_ket", message, hint="la_lien_ket chỉ dùng cho kiểu van-ban")
    reader.no_others("chon_tu", "cot")
    if code is None or label is None or kind is None or (in_table and kind is FieldType.TABLE):
        return None
    return Field(
        code=code,
        label=label,
        type=kind,
        required=required,
        bounds=bounds,
        choices=choices,
        columns=columns,
        guidance=guidance,
        measure=measure,
        additive=additive,
        link=link,
        index=reader.index,
    )


_BOUND_KEYS: Mapping[str, frozenset[FieldType]] = {
    "nho_nhat": frozenset({FieldType.INTEGER, FieldType.NUMBER}),
    "lon_nhat": frozenset({FieldType.INTEGER, FieldType.NUMBER}),
    "som_nhat": frozenset({FieldType.DATE, FieldType.MOMENT}),
    "muon_nhat": frozenset({FieldType.DATE, FieldType.MOMENT}),
    "dai_nhat": frozenset({FieldType.TEXT}),
    "it_nhat": frozenset({FieldType.TABLE}),
    "nhieu_nhat": frozenset({FieldType.TABLE}),
}


def _bounds(reader: MappingReader, kind: FieldType | None) -> Bounds:
    bounds = Bounds(
        minimum=reader.number("nho_nhat"),
        maximum=reader.number("lon_nhat"),
        earliest=reader.date("som_nhat"),
        latest=reader.date("muon_nhat"),
        longest=reader.integer("dai_nhat", minimum=1),
        fewest_rows=reader.integer("it_nhat", minimum=0),
        most_rows=reader.integer("nhieu_nhat", minimum=1),
    )
    for key, kinds in _BOUND_KEYS.items():
        if kind is not None and reader.has(key) and kind not in kinds:
            fits = ", ".join(sorted(one.value for one in kinds))
            message = f"giới hạn {key} không hợp với trường kiểu {kind.value}"
            reader.report(TT172, key, message, hint=f"{key} chỉ dùng cho kiểu {fits}")
    for low, high in (("nho_nhat", "lon_nhat"), ("som_nhat", "muon_nhat"), ("it_nhat", "nhieu_nhat")):
        _order(reader, bounds, low, high)
    return bounds


_BOUND_NAMES = {
    "nho_nhat": "minimum",
    "lon_nhat": "maximum",
    "som_nhat": "earliest",
    "muon_nhat": "latest",
    "it_nhat": "fewest_rows",
    "nhieu_nhat": "most_rows",
}


def _order(reader: MappingReader, bounds: Bounds, low: str, high: str) -> None:
    first, last = getattr(bounds, _BOUND_NAMES[low]), getattr(bounds, _BOUND_NAMES[high])
    if first is not None and last is not None and first > last:
        message = f"{low} lớn hơn {high}: không giá trị nào đạt"
        reader.report(TT172, high, message, hint=f"đổi chỗ {low} và {high}, hoặc sửa một trong hai")


def _choices(reader: MappingReader, kind: FieldType | None) -> tuple[Choice, ...] | ChoiceSource:
    if kind is not FieldType.CHOICE:
        if kind is not None and reader.has("chon_tu"):
            reader.report(TT173, "chon_tu", "chỉ trường kiểu chon mới có chon_tu", hint="đổi kieu thành chon")
        return ()
    if isinstance(reader.value("chon_tu", required=True, example="chu-de"), str):
        return reader.one_of("chon_tu", ChoiceSource) or ()
    choices: list[Choice] = []
    for entry in reader.mixed("chon_tu", required=True):
        choice = _choice(entry)
        if choice is None:
            continue
        if any(one.code == choice.code for one in choices):
            reader.report(TT173, "chon_tu", f"lựa chọn «{choice.code}» ghi hai lần", hint="bỏ một dòng")
        choices.append(choice)
    return tuple(choices)


def _choice(entry: str | MappingReader) -> Choice | None:
    if isinstance(entry, str):
        return Choice(code=entry, label=entry)
    code = entry.code("ma", required=True, example="website-nganh")
    label = entry.text("nhan", required=True, example="Website Ngành")
    entry.no_others()
    return None if code is None or label is None else Choice(code=code, label=label)


def _columns(reader: MappingReader, kind: FieldType | None, *, in_table: bool) -> tuple[Field, ...]:
    if kind is not FieldType.TABLE:
        if kind is not None and reader.has("cot"):
            reader.report(TT174, "cot", "chỉ trường kiểu bang mới có cot", hint="đổi kieu thành bang")
        return ()
    if in_table:
        reader.report(TT174, "kieu", "cột của bảng không thể lại là bảng", hint="tách thành bảng khác")
        return ()
    return _fields(reader, "cot")


def _checks(entry: MappingReader, fields: Sequence[Field]) -> Iterator[FormCheck]:
    for reader in entry.items("kiem_tra"):
        source = reader.text("bieu_thuc", required=True, example="da_xu_ly <= tiep_nhan")
        sentence = reader.text("cau", required=True, example="Số đã xử lý không thể lớn hơn số tiếp nhận.")
        reader.no_others()
        if source is None or sentence is None:
            continue
        expression = _expression(reader, "bieu_thuc", source, fields)
        if expression is not None:
            yield FormCheck(source=collapse(source), expression=expression, sentence=sentence)


def decode_condition(reader: MappingReader, key: str, form: Form | None) -> Condition | None:
    """The condition under a key over the fields of a form; None where there is none, or it does not fit.

    Where the form is not known nothing is said: another rule reports that it is not there.
    """
    source = reader.text(key)
    if source is None or form is None:
        return None
    expression = _expression(reader, key, source, form.fields)
    return None if expression is None else Condition(source=collapse(source), expression=expression)


def _expression(reader: MappingReader, key: str, source: str, fields: Sequence[Field]) -> Expression | None:
    expression = parse_expression(source)
    if isinstance(expression, tuple):
        _tell(reader, key, source, expression)
        return None
    kinds = {one.code: _kind(one) for one in fields}
    faults = check_names(expression, kinds) or check_types(expression, kinds)
    _tell(reader, key, source, faults)
    if faults or _unknown_choice(reader, key, expression, fields):
        return None
    return expression


def _kind(field: Field) -> ValueKind | Mapping[str, ValueKind]:
    if field.type is FieldType.TABLE:
        return {column.code: _KINDS[column.type] for column in field.columns}
    return _KINDS[field.type]


def _tell(reader: MappingReader, key: str, source: str, faults: Sequence[ExpressionFault]) -> None:
    reader.report_each(key, (_placed(one, source) for one in faults))


def _placed(fault: ExpressionFault, source: str) -> Fault:
    """The fault with the part of the expression in which it is."""
    part = source[fault.start : fault.end]
    where = f" (ở «{short(part)}», ký tự thứ {fault.start + 1})" if part.strip() else ""
    return Fault(kind=fault.diagnostic, message=f"{fault.message}{where}", hint=fault.hint)


def _unknown_choice(reader: MappingReader, key: str, expression: Expression, fields: Sequence[Field]) -> bool:
    by_code = {one.code: one for one in fields}
    for called, text in texts_compared(expression):
        field = by_code.get(called.name)
        if field is None or not isinstance(field.choices, tuple) or not field.choices:
            continue
        codes = [choice.code for choice in field.choices]
        if text.value not in codes:
            message = f"trường {field.code} không có lựa chọn «{text.value}»"
            reader.report(TT164, key, message, hint=f"có: {', '.join(codes)}")
            return True
    return False
