"""Records a filled form of a register: the original first, then its entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from truyenthong.diagnostics.intake import TT641, TT647, TT662, TT665
from truyenthong.errors import CannotContinueError
from truyenthong.findings import FieldPath, Finding, Ref
from truyenthong.forms.entries import ENTRIES, entries_in
from truyenthong.intake.verdict import Judged
from truyenthong.model.registers import Delivery, Ledger, Register
from truyenthong.operations.intake.submissions import AlreadyThere, Arrival, Refused, WrittenReceipt
from truyenthong.operations.load import Ready
from truyenthong.operations.record.ledger import Stock, Weighed, names_of, weigh, with_entries
from truyenthong.operations.submission_file import keep_originals
from truyenthong.views.remarks import in_words_of_form
from truyenthong.workspace import storage
from truyenthong.workspace.layout import REGISTERS_FOLDER, Workspace, is_yaml_name
from truyenthong.workspace.repository import read_ledgers
from truyenthong.workspace.snapshot import Snapshot
from truyenthong.yamltext.tree import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An entry as it was sent: its path in the form, and its values."""

    path: FieldPath
    values: Mapping[str, Value]


@dataclass(kw_only=True)
class EntryRecorder:
    """Writes entries; with ``dry_run`` it only says what it would write.

    The registers are read anew for each form: other runs, and earlier forms of this one, add to them.
    """

    workspace: Workspace
    work: Ready
    today: date
    dry_run: bool
    _read: dict[str, tuple[bytes, tuple[Ledger, ...]]] = field(default_factory=dict)

    def record(
        self, judged: Judged, register: Register, arrival: Arrival
    ) -> WrittenReceipt | AlreadyThere | Refused:
        """The entries of a form; safe to be stopped at any moment and started again.

        The caller holds the lock of the workspace.

        Raises:
            CannotContinueError: the system refuses to read or write.
        """
        stock, data = self._stock()
        given = [*self._entries(judged, register)]
        if not given:
            hint = "điền vào biểu, lưu lại rồi gửi lại"
            told = TT647.at(Ref(file=judged.label), "biểu gửi lại còn trống", hint=hint)
            return Refused(findings=(told,))
        conflicts = tuple(self._strangers(given, judged, register))
        if conflicts:
            return Refused(findings=conflicts)
        try:
            ledger = stock.ledger(register)
            if any(one.file.sha256 == arrival.files[0].sha256 for one in ledger.deliveries):
                return AlreadyThere(name=ledger.file)
            weighed = weigh(stock, register, [one.values for one in given], today=self.today)
            findings = tuple(self._placed(weighed, given, judged))
            if weighed.refusals:
                return Refused(findings=findings)
            # The keys belong to the form itself, the first file; the others only came with it.
            keys = (*weighed.known, *weighed.keys)
            deliveries = [
                Delivery(file=file, received=arrival.received, keys=() if place else keys)
                for place, file in enumerate(arrival.files)
            ]
            text = with_entries(data.get(ledger.file), weighed, deliveries)
        except CannotContinueError as error:
            message = f"chưa ghi được vào sổ «{register.code}»: {error}"
            return Refused(findings=(TT662.at(Ref(file=judged.label), message, hint=error.hint),))
        # An interrupted run finds its originals again: their names say their content.
        folder = f"{REGISTERS_FOLDER}/tep"
        written = keep_originals(self.workspace.root, folder, arrival.originals, dry_run=self.dry_run)
        if not self.dry_run:
            storage.write_atomic(self.workspace.root / weighed.name, text.encode())
        if weighed.known:
            message = f"{len(weighed.known)} mục đã có trong sổ, không ghi thêm: {', '.join(weighed.known)}"
            findings = (*findings, TT665.at(Ref(file=judged.label), message))
        return WrittenReceipt(
            name=weighed.name, written=(*written, weighed.name), findings=findings, changes=None
        )

    def _stock(self) -> tuple[Stock, dict[str, bytes]]:
        """What entries are compared with, as it is at this moment, and the bytes of the registers."""
        names = filter(is_yaml_name, storage.list_files(self.workspace.registers))
        data = {
            name: storage.read_bytes(self.workspace.root / name)
            for name in (f"{REGISTERS_FOLDER}/{one}" for one in names)
        }
        files = names_of(data)
        ledgers = tuple(one for name in files.values() for one in self._ledgers(name, data[name]))
        return replace(Stock.of(self.work), ledgers=ledgers, names=files), data

    def _ledgers(self, name: str, data: bytes) -> tuple[Ledger, ...]:
        known = self._read.get(name)
        if known is None or known[0] != data:
            alone = Snapshot(files={name: data}, stray=(), templates=())
            known = (data, read_ledgers(alone, self.work.plan, self.work.roster)[0])
            self._read[name] = known
        return known[1]

    def _entries(self, judged: Judged, register: Register) -> Iterator[Given]:
        """The entries; a unit left empty is the one that wrote, unless that writes about others."""
        values = judged.cleaned.values if judged.cleaned is not None else {}
        writer = self._writer(judged)
        for path, entry in entries_in(values, table=ENTRIES in values):
            unit = entry.get(register.unit or "")
            if all(value is None for code, value in entry.items() if code != register.unit):
                continue
            if register.unit is not None and unit is None and writer is not None:
                yield Given(path=path, values={**entry, register.unit: writer})
            else:
                yield Given(path=path, values=entry)

    def _writer(self, judged: Judged) -> str | None:
        unit = self.work.roster.by_code.get(judged.understood.unit or "")
        return unit.code if unit is not None and not self.work.roster.is_inside(unit) else None

    def _strangers(self, given: Sequence[Given], judged: Judged, register: Register) -> Iterator[Finding]:
        """Entries of another unit than the one that wrote."""
        writer = self._writer(judged)
        by_code = self.work.roster.by_code
        for one in given if register.unit is not None and writer is not None and not judged.insisted else ():
            said = str(one.values.get(register.unit or ""))
            if said != writer and said in by_code:
                message = f"biểu của {by_code[writer or ''].name} mà mục này ghi {by_code[said].name}"
                spot = judged.spot((*one.path, register.unit or ""))
                hint = "hỏi lại đơn vị gửi; đúng thì ghi từ mục chờ bằng --unit"
                yield TT641.at(Ref(file=judged.label, spot=spot), message, hint=hint)

    def _placed(self, weighed: Weighed, given: Sequence[Given], judged: Judged) -> Iterator[Finding]:
        """What the rules say in the words of the form, with the places of the file that was sent."""
        form = self.work.plan.forms_by_code.get(judged.register.form) if judged.register is not None else None
        for one in weighed.findings:
            path = one.ref.path
            index = path[1] if len(path) > 1 else 0
            where = (*given[index if isinstance(index, int) else 0].path, *path[2:])
            field = Ref(file=judged.label, path=("lan_nop", 0, "noi_dung", *path[2:]))
            told = in_words_of_form(replace(one, ref=field), form)
            yield replace(told, ref=Ref(file=judged.label, spot=judged.spot(where)))
