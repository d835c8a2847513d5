"""``outreach.yaml`` as it is typed; a password is never repeated."""

from __future__ import annotations

from datetime import date, time

import pytest
from jsonschema import Draft7Validator

from support.yaml.decoding import said, tree
from truyenthong.documents.outreach import decode_outreach
from truyenthong.documents.schema import outreach_schema
from truyenthong.model.outreach import (
    Addressee,
    Incoming,
    MailServer,
    Outgoing,
    Outreach,
    PasswordSource,
    ReminderMark,
    ReminderRules,
    Security,
    ZaloGroup,
)

WHOLE = """\
thu_di:
  may_chu: mail.example.gov.vn
  cong: 587
  bao_mat: starttls
  chung_thu: null
  tai_khoan: vp.sogddt@example.gov.vn
  mat_khau: {bien: TRUYENTHONG_SMTP_MAT_KHAU}
  nguoi_gui: {ten: Văn phòng Sở GD&ĐT, dia_chi: vp.sogddt@example.gov.vn}
  tra_loi_ve: vp.sogddt@example.gov.vn
  ban_sao: vp.sogddt@example.gov.vn
  ten_mien_duoc_gui: [example.edu.vn, Example.gov.vn]
  toi_da: {moi_phut: 20, moi_lan: 100, kb: 8192}
thu_den:
  may_chu: imap.example.gov.vn
  cong: 993
  bao_mat: tls
  tai_khoan: vp.sogddt@example.gov.vn
  mat_khau: {tep: ~/.config/truyenthong/imap}
  hop: [INBOX]
  tu_ngay: 1/9/2020
  xac_thuc_do: mx.example.gov.vn
  giu_ngay: 30
nhac_han:
  ngay_gui: lam-viec
  gio_gui: {tu: "07:30", den: "17:00"}
  moc:
    - {ma: sau-5, sau: 5, dong_gui: [phu-trach]}
    - {ma: truoc-7, truoc: 7}
    - {ma: truoc-1, truoc: 1, kem_bieu: có}
    - {ma: sau-1, sau: 1, het_han_sau: 5}
  tru: {nhiem_vu: [tap-huan], don_vi: [truong-a]}
  them: {don_vi: [van-phong-so]}
nguoi_phu_trach: [{ma: phu-trach, ten: Chánh Văn phòng, dia_chi: cvp@example.gov.vn}]
nguoi_nhan_tom_tat: [{ten: Giám đốc, dia_chi: gd@example.gov.vn}]
zalo: [{ten: Nhóm phòng GD&ĐT, loai: [phong-gddt]}]
"""


def decoded(text: str) -> tuple[Outreach | None, list[str]]:
    outreach, findings = decode_outreach(tree(text), file="o")
    return outreach, said(findings)


def test_every_key() -> None:
    office = "vp.sogddt@example.gov.vn"
    expected = Outreach(
        outgoing=Outgoing(
            server=MailServer(
                host="mail.example.gov.vn",
                port=587,
                security=Security.STARTTLS,
                account=office,
                password=PasswordSource(variable="TRUYENTHONG_SMTP_MAT_KHAU"),
            ),
            sender=Addressee(name="Văn phòng Sở GD&ĐT", address=office),
            reply_to=office,
            copy_to=office,
            domains=("example.edu.vn", "example.gov.vn"),
        ),
        incoming=Incoming(
            server=MailServer(
                host="imap.example.gov.vn",
                port=993,
                security=Security.TLS,
                account=office,
                password=PasswordSource(file="~/.config/truyenthong/imap"),
            ),
            since=date(2020, 9, 1),
            authority="mx.example.gov.vn",
            keep_days=30,
        ),
        reminding=ReminderRules(
            hours=(time(7, 30), time(17, 0)),
            marks=(
                ReminderMark(code="truoc-7", offset=-7),
                ReminderMark(code="truoc-1", offset=-1, with_form=True),
                ReminderMark(code="sau-1", offset=1, open_days=5),
                ReminderMark(code="sau-5", offset=5, copies=("phu-trach",)),
            ),
            excluded_duties=("tap-huan",),
            excluded_units=("truong-a",),
            added_units=("van-phong-so",),
        ),
        supervisors=(Addressee(name="Chánh Văn phòng", address="cvp@example.gov.vn", code="phu-trach"),),
        readers=(Addressee(name="Giám đốc", address="gd@example.gov.vn"),),
        groups=(ZaloGroup(name="Nhóm phòng GD&ĐT", kinds=("phong-gddt",)),),
    )
    assert decoded(WHOLE) == (expected, [])
    assert list(Draft7Validator(outreach_schema()).iter_errors(tree(WHOLE))) == []


def test_an_empty_file_declares_nothing() -> None:
    assert decode_outreach(None, file="o") == (Outreach(), ())


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("a@example.edu.vn", True),
        ("a@tamduong.EXAMPLE.edu.vn", True),
        ("a@example.edu.vn.evil.com", False),
        ("a@badexample.edu.vn", False),
    ],
)
def test_domains_that_may_be_written_to(address: str, allowed: bool) -> None:
    outreach, _ = decoded(WHOLE)
    assert outreach is not None
    assert outreach.outgoing is not None
    assert outreach.outgoing.allows(address) is allowed


SERVER = "thu_di: {may_chu: a.vn, tai_khoan: x, nguoi_gui: {ten: A, dia_chi: a@a.vn}, mat_khau: PASSWORD}"


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("hunter2", "TT710"),
        ("[hunter2]", "TT710"),
        ("{bien: hunter2}", "TT710"),
        ("{kho_khoa: 'hunter2 !'}", "TT710"),
        ("{hunter2: x}", "TT711"),
        ("{mat_khau: hunter2}", "TT711"),
        ("{bien: A, tep: hunter2}", "TT711"),
        ("{}", "TT711"),
    ],
)
def test_a_password_in_the_file_is_told_and_not_repeated(password: str, code: str) -> None:
    _, findings = decoded(SERVER.replace("PASSWORD", password))
    assert [one.partition(" ")[0] for one in findings] == [code]
    assert "hunter2" not in "".join(findings)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_only_this_machine_is_spoken_to_in_the_open(host: str) -> None:
    outreach, findings = decoded(
        f'thu_di: {{may_chu: "{host}", bao_mat: khong, nguoi_gui: {{ten: A, dia_chi: a@a.vn}}}}'
    )
    assert findings == []
    assert outreach is not None
    assert outreach.outgoing is not None
