"""Submissions as their files hold them."""

from __future__ import annotations

from datetime import date, time

import pytest

from support.yaml.decoding import SMALLEST_ROSTER, good_plan, roster_of, submission_of, tree
from truyenthong.documents.submissions import decode_submission
from truyenthong.model.moments import Moment
from truyenthong.model.submissions import (
    Channel,
    Decision,
    DecisionKind,
    Extension,
    PaperNumber,
    Receipt,
    SentFile,
    Submission,
)

PLAN = good_plan("""\
hoc_ky: [{ma: hk1, ten: Học kỳ I, tu: 1/9/2020, den: 15/1/2021}]
nhiem_vu:
  - {ma: bao-cao-nam, ten: Năm, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: nam-hoc}
  - {ma: thang, ten: Tháng, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: thang}
  - {ma: quy, ten: Quý, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: quy}
  - {ma: hoc-ky, ten: Học kỳ, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}, ky: hoc-ky}
  - {ma: le, ten: Lẻ, dieu_khoan: III.1, trich: x, nop_boi: {them: [a]}}
""")
HEAD = "don_vi: a\nnhiem_vu: bao-cao-nam\nky: 2020-2021\n"
DIGEST = "0123456789abcdef" * 4


def receipts_of(text: str) -> tuple[Submission, list[str]]:
    submission, findings = submission_of(HEAD + text, PLAN)
    assert submission is not None
    return submission, findings


def test_every_key_of_a_submission() -> None:
    submission, findings = receipts_of(f"""\
gia_han:
  - {{ngay: 20/5/2021, den: 5/6/2021, van_ban: {{so: 120, ky_hieu: SGDĐT-VP}}, ly_do: Mưa lũ chia cắt}}
lan_nop:
  - nhan_luc: 28/5/2021 09:15
    kenh: thu-dien-tu
    van_ban: {{so: 045, ky_hieu: BC-PGDĐT, ngay: 27/5/2021}}
    tep: [{{ten: bao-cao-45.docx, sha256: {DIGEST.upper()}}}, {{ten: a.pdf}}]
    khong_phat_sinh: true
    xu_ly: {{ket_qua: tra-lai, ngay: 29/5/2021, boi: Văn phòng Sở, ly_do: Thiếu số liệu mục II}}
  - nhan_luc: 30/5/2021
    xu_ly: {{ket_qua: chap-nhan, ngay: 1/6/2021}}
""")
    assert findings == []
    assert submission == Submission(
        file="a.yaml",
        unit="a",
        obligation="bao-cao-nam",
        period="2020-2021",
        extensions=(
            Extension(
                granted=date(2021, 5, 20),
                until=date(2021, 6, 5),
                paper=PaperNumber(number="120", symbol="SGDĐT-VP"),
                reason="Mưa lũ chia cắt",
            ),
        ),
        receipts=(
            Receipt(
                index=0,
                received=Moment(day=date(2021, 5, 28), hour=time(9, 15)),
                channel=Channel.EMAIL,
                paper=PaperNumber(number="045", symbol="BC-PGDĐT", day=date(2021, 5, 27)),
                files=(SentFile(name="bao-cao-45.docx", sha256=DIGEST), SentFile(name="a.pdf")),
                nil=True,
                decision=Decision(
                    kind=DecisionKind.RETURNED,
                    day=date(2021, 5, 29),
                    by="Văn phòng Sở",
                    reason="Thiếu số liệu mục II",
                ),
            ),
            Receipt(
                index=1,
                received=Moment(day=date(2021, 5, 30)),
                decision=Decision(kind=DecisionKind.ACCEPTED, day=date(2021, 6, 1)),
            ),
        ),
    )


def test_what_is_left_out_takes_its_default() -> None:
    submission, findings = receipts_of("lan_nop: [{nhan_luc: 30/5/2021, van_ban: {}, kenh: , xu_ly: ~}]")
    assert findings == []
    (receipt,) = submission.receipts
    assert receipt == Receipt(index=0, received=Moment(day=date(2021, 5, 30)), paper=PaperNumber())
    assert (submission.extensions, submission.unreadable_receipts) == ((), ())


@pytest.mark.parametrize("channel", list(Channel))
def test_every_channel(channel: Channel) -> None:
    submission, findings = receipts_of(f"lan_nop: [{{nhan_luc: 30/5/2021, kenh: {channel.value}}}]")
    assert (submission.receipts[0].channel, findings) == (channel, [])


@pytest.mark.parametrize(
    ("duty", "typed", "period"),
    [
        ("bao-cao-nam", "2020 - 2021", "2020-2021"),
        ("thang", "11/2020", "2020-11"),
        ("quy", "quý IV/2020", "2020-q4"),
        ("hoc-ky", "Học kỳ I", "hk1"),
        ("le", "gì đó", "gì đó"),
        ("nhiem-vu-la", "2020", "2020"),
        ("bao-cao-nam", "", None),
    ],
)
def test_the_period_is_read_by_its_duty(duty: str, typed: str, period: str | None) -> None:
    submission, findings = submission_of(f"don_vi: a\nnhiem_vu: {duty}\nky: {typed}\n", PLAN)
    assert submission is not None
    assert (submission.key, findings) == (("a", duty, period), [])


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("x", "TT107 : chỗ này là chữ «x», nhưng cần một nhóm khóa"),
        ("[don_vi]", "TT107 : chỗ này là danh sách, nhưng cần một nhóm khóa"),
        ("don_vi: a", "TT101 nhiem_vu: thiếu khóa «nhiem_vu» ở cấp ngoài cùng của tệp"),
        ("don_vi:\nnhiem_vu: le", "TT102 don_vi: khóa bắt buộc «don_vi» để trống"),
        ("don_vi: ' '\nnhiem_vu: le", "TT102 don_vi: khóa bắt buộc «don_vi» để trống"),
        ("don_vi: [a]\nnhiem_vu: le", "TT107 don_vi: chỗ này cần một giá trị, nhưng đây là danh sách"),
        ("don_vi: a\nnhiem_vu: thang\nky: 13/2020", "TT114 ky: không có tháng «13/2020»"),
    ],
)
def test_a_file_that_is_nobodys_gives_no_submission(text: str, finding: str) -> None:
    assert submission_of(text, PLAN) == (None, [finding])


@pytest.mark.parametrize(
    ("typed", "places", "codes"),
    [
        ("lan_nop: x", (0,), ["TT107"]),
        ("lan_nop: {nhan_luc: 1/1/2021}", (0,), ["TT107"]),
        ("lan_nop: [x]", (0,), ["TT107"]),
        ("lan_nop: [x, {nhan_luc: 1/1/2021}, [y], ~]", (0, 2, 3), ["TT102", "TT107", "TT107"]),
        ("lan_nop: [{kenh: giay}]", (0,), ["TT101"]),
        ("lan_nop: [{nhan_luc: 31/4/2021}, {nhan_luc: 1/1/2021}]", (0,), ["TT103"]),
        ("lan_nop: [{nhan_luc: 1/1/2021 9:15 PM}]", (0,), ["TT116"]),
        ("lan_nop: []", (), []),
        ("lan_nop:", (), []),
    ],
)
def test_receipts_that_cannot_be_read_keep_their_places(
    typed: str, places: tuple[int, ...], codes: list[str]
) -> None:
    submission, findings = receipts_of(typed)
    assert submission.unreadable_receipts == places
    assert [finding[:5] for finding in findings] == codes
    assert not {one.index for one in submission.receipts} & set(places)


@pytest.mark.parametrize(
    ("typed", "receipts", "drafts", "places"),
    [
        ("lan_nop: [{nhan_luc: 1/1/2021}, {ban_nhap: có, nhan_luc: 2/1/2021}]", 1, 1, (1,)),
        ("lan_nop: [{nhan_luc: 1/1/2021}, {ban_nhap: không, nhan_luc: 2/1/2021}]", 2, 0, ()),
        ("lan_nop: [{ban_nhap: có}]", 0, 0, (0,)),
        ("ban_nhap: có\nlan_nop: [{nhan_luc: 1/1/2021}, {kenh: giay}]", 0, 1, (0, 1)),
        ("ban_nhap: có\nlan_nop: x", 0, 0, ()),
    ],
)
def test_what_is_being_typed_in_counts_as_not_received(
    typed: str, receipts: int, drafts: int, places: tuple[int, ...]
) -> None:
    submission, _ = receipts_of(typed)
    assert (len(submission.receipts), len(submission.drafts)) == (receipts, drafts)
    assert (submission.draft_places, submission.unreadable_receipts) == (places, ())
    assert submission.next_index == len(submission.receipts) + len(places)


@pytest.mark.parametrize(
    ("typed", "finding"),
    [
        ("kenh: email", "TT112 {}.kenh: «email» không có trong danh sách"),
        ("khong_phat_sinh: yes", "TT111 {}.khong_phat_sinh: «yes» không phải có hay không"),
        ("van_ban: 45/BC", "TT107 {}.van_ban: chỗ này là chữ «45/BC», nhưng cần một nhóm khóa"),
        ("van_ban: {số: 45}", "TT106 {}.van_ban.số: khóa «số» không có ở đây"),
        (
            "van_ban: {ngay: 5/30/2021}",
            "TT105 {}.van_ban.ngay: ngày 5/30/2021 có tháng 30: có lẽ tháng viết trước ngày theo kiểu Mỹ",
        ),
        ("tep: a.docx", "TT107 {}.tep: «tep» cần một danh sách, nhưng đây là chữ «a.docx»"),
        (
            "tep: [{sha256: }]",
            "TT101 {}.tep.0.ten: thiếu khóa «ten» trong mục 1 của «tep» của mục 1 của «lan_nop»",
        ),
        ("tep: [{ten: a, sha256: 0x12}]", "TT113 {}.tep.0.sha256: sha256 không phải 64 chữ số hệ mười sáu"),
        ("tep: [{ten: a, cỡ: 1}]", "TT106 {}.tep.0.cỡ: khóa «cỡ» không có ở đây"),
        ("xu_ly: trả lại", "TT107 {}.xu_ly: chỗ này là chữ «trả lại», nhưng cần một nhóm khóa"),
        ("xu_ly: {ket_qua: tra, ngay: 1/1/2021}", "TT112 {}.xu_ly.ket_qua: «tra» không có trong danh sách"),
        (
            "xu_ly: {ket_qua: tra-lai}",
            "TT101 {}.xu_ly.ngay: thiếu khóa «ngay» trong «xu_ly» của mục 1 của «lan_nop»",
        ),
        (
            "xu_ly: {ket_qua: tra-lai, ngay: 1/1/2021, lydo: x}",
            "TT106 {}.xu_ly.lydo: khóa «lydo» không có ở đây",
        ),
        ("nhanluc: x", "TT106 {}.nhanluc: khóa «nhanluc» không có ở đây"),
    ],
)
def test_a_fault_in_a_receipt_leaves_the_receipt(typed: str, finding: str) -> None:
    submission, findings = receipts_of(f"lan_nop: [{{nhan_luc: 1/1/2021, {typed}}}]")
    assert findings == [finding.format("lan_nop.0")]
    assert len(submission.receipts) == 1


def test_files_and_decisions_that_cannot_be_read_are_left_out() -> None:
    submission, _ = receipts_of(
        "lan_nop: [{nhan_luc: 1/1/2021, tep: [{}, {ten: a, sha256: x}], xu_ly: {ket_qua: tra-lai}}]"
    )
    (receipt,) = submission.receipts
    assert (receipt.files, receipt.decision) == ((SentFile(name="a"),), None)


@pytest.mark.parametrize(
    ("typed", "finding", "count"),
    [
        ("{ngay: 1/1/2021}", "TT101 gia_han.0.den: thiếu khóa «den» trong mục 1 của «gia_han»", 0),
        ("{den: 1/1/2021}", "TT101 gia_han.0.ngay: thiếu khóa «ngay» trong mục 1 của «gia_han»", 0),
        ("đến 1/1/2021", "TT107 gia_han.0: chỗ này là chữ «đến 1/1/2021», nhưng cần một nhóm khóa", 0),
        (
            "{ngay: 1/1/2021, den: 2/1/2021, lydo: x}",
            "TT106 gia_han.0.lydo: khóa «lydo» không có ở đây",
            1,
        ),
    ],
)
def test_extensions_that_cannot_be_read(typed: str, finding: str, count: int) -> None:
    submission, findings = receipts_of(f"gia_han: [{typed}]")
    assert (findings, len(submission.extensions)) == ([finding], count)


def test_hints_say_how_to_mend() -> None:
    text = HEAD.replace("don_vi", "donvi") + "lan_nop: [{nhan_luc: 1/1/2021, noi_dung: {a: 1}}]\n"
    _, findings = decode_submission(tree(text), file="f", plan=PLAN, roster=roster_of(SMALLEST_ROSTER))
    assert [(one.code, one.ref.file, one.ref.at, one.hint) for one in findings] == [
        ("TT135", "f", "value", "bỏ noi_dung, hoặc ghi bieu_mau cho nhiệm vụ ấy ở data/plan.yaml"),
        ("TT106", "f", "key", "có phải «don_vi»?"),
    ]
