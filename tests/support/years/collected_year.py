"""The real plan's forms with six invented units: what the reports that collect submissions are made from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from support.years.small_year import receipt
from truyenthong.documents.plan import decode_plan
from truyenthong.model.calendar import Calendar
from truyenthong.model.forms import Content
from truyenthong.model.plan import Plan
from truyenthong.model.submissions import Receipt, ReceiptKey, SentFile, Submission, SubmissionKey
from truyenthong.model.units import Roster, Unit, UnitKind
from truyenthong.progress import progress
from truyenthong.views.subject import ViewInput
from truyenthong.yamltext.parse import parse_yaml

ROOT = Path(__file__).resolve().parents[3]
AS_OF = date(2021, 6, 1)
YEAR = "2020-2021"


@cache
def real_plan() -> Plan:
    """The plan of the repository."""
    data = (ROOT / "data" / "plan.yaml").read_bytes()
    plan, findings = decode_plan(parse_yaml(data, file="plan.yaml").value, file="plan.yaml")
    assert plan is not None
    assert findings == ()
    return plan


def roster() -> Roster:
    """The office, three district offices, two schools."""

    def unit(code: str, name: str, short: str, kind: str, superior: str | None = None) -> Unit:
        return Unit(
            code=code, name=name, short_name=short, kind=kind, superior=superior, place="A", verified=True
        )

    district = "Phòng Giáo dục và Đào tạo huyện"
    return Roster(
        kinds=(
            UnitKind(code="so", name="Trong cơ quan Sở", inside=True),
            UnitKind(code="phong-gddt", name="Phòng Giáo dục và Đào tạo"),
            UnitKind(code="truc-thuoc", name="Đơn vị trực thuộc Sở"),
        ),
        units=(
            unit("van-phong-so", "Văn phòng Sở Giáo dục và Đào tạo", "Văn phòng Sở", "so"),
            unit("a", f"{district} A", "Phòng GD&ĐT A", "phong-gddt", "UBND huyện A"),
            unit("b", f"{district} B", "Phòng GD&ĐT B", "phong-gddt"),
            unit("c", f"{district} C", "Phòng GD&ĐT C", "phong-gddt"),
            unit("x", "Trường THPT X", "THPT X", "truc-thuoc"),
            unit("y", "Trường THPT Y", "THPT Y", "truc-thuoc"),
        ),
    )


def year_content(*, volunteers: int | None, pieces: int, shortcoming: str) -> Content:
    """A year's report; ``volunteers`` may be left empty."""
    return {
        "chi_dao": "Đơn vị ban hành kế hoạch riêng.",
        "ke_hoach_long_ghep": volunteers is None,
        "cong_tac_vien": volunteers,
        "dot_tap_huan": 1,
        "luot_tap_huan": 12,
        "theo_chu_de": (
            {"chu_de": "ii-1", "ket_qua": "Đăng tin về phong trào thi đua.", "so_tin_bai": pieces},
            {"chu_de": "ii-2-d", "ket_qua": "Tư vấn tuyển sinh & hướng nghiệp.", "so_tin_bai": None},
        ),
        "tin_bai": (
            {"kenh": "website-nganh", "da_gui": 9, "da_dang": 7, "phong_su": 1},
            {"kenh": "mang-xa-hoi", "da_gui": pieces, "da_dang": pieces, "phong_su": None},
        ),
        "tong_da_dang": 7 + pieces,
        "tiep_nhan": 2,
        "da_xu_ly": 1,
        "vu_viec": (
            {"ngay": date(2021, 3, 2), "noi_dung": "Hỏi lịch học bù.", "nguon": None, "xu_ly": None},
        ),
        "dien_hinh": ({"ten": "Cô giáo Mẫu", "viec_lam": "Vận động học sinh ra lớp.", "noi_dang": None},),
        "han_che": f"Tin, bài còn ít. {shortcoming}",
        "phuong_huong": "Tập huấn từ đầu năm học.",
        "kien_nghi": None,
    }


def opinion_content(matters: int, *, heat: str = "it") -> Content:
    """A month's report with so many matters, the first one not handled yet."""
    return {
        "tinh_hinh_chung": "Cha mẹ học sinh quan tâm nền nếp bán trú.",
        "tiep_nhan": matters + 1,
        "da_xu_ly": matters - 1,
        "da_phan_hoi": None,
        "van_de": tuple(
            {
                "ngay": date(2020, 11, 3 + place),
                "noi_dung": f"Hỏi việc thứ {place + 1} về bữa ăn.",
                "nguon": "mang-xa-hoi" if place else "bao-chi",
                "nguon_cu_the": None,
                "dia_ban": "Xã Mẫu",
                "chu_de": "ii-3",
                "sac_thai": None,
                "muc_do": heat,
                "tinh_trang": "da-xu-ly" if place else "chua-xu-ly",
                "xu_ly": "Đã trả lời tại họp." if place else None,
            }
            for place in range(matters)
        ),
        "du_bao": "Kỳ sau, dư luận có thể quan tâm việc giữ ấm.",
        "kien_nghi": None,
    }


def merit_content() -> Content:
    """A collective and two persons."""
    return {
        "so_luoc": "Đơn vị có 20 cộng tác viên.",
        "thanh_tich": "Có tin, bài hằng tuần.",
        "so_tap_the": 1,
        "so_ca_nhan": 2,
        "de_nghi": (
            {
                "ten": "Trần Thị Mẫu",
                "doi_tuong": "ca-nhan",
                "chuc_vu": "Giáo viên",
                "hinh_thuc": "Giấy khen",
                "thanh_tich": "Viết 12 bài.",
                "so_tin_bai": 12,
            },
            {
                "ten": "Lò Văn Ví Dụ",
                "doi_tuong": "ca-nhan",
                "chuc_vu": None,
                "hinh_thuc": "Giấy khen",
                "thanh_tich": "Quản trị trang.",
                "so_tin_bai": None,
            },
            {
                "ten": "Tổ truyền thông",
                "doi_tuong": "tap-the",
                "chuc_vu": None,
                "hinh_thuc": "Giấy khen",
                "thanh_tich": "Viết 30 bài.",
                "so_tin_bai": 30,
            },
        ),
        "tac_pham": (
            {"tieu_de": "Bữa cơm bán trú", "tac_gia": "Trần Thị Mẫu", "noi_dang": None, "ngay_dang": None},
        ),
        "da_khen": (
            {"ten": "Trần Thị Mẫu", "nam": Decimal(2019), "hinh_thuc": "Giấy khen", "quyet_dinh": None},
        ),
    }


def _with(content: Content | None, base: Receipt) -> Receipt:
    file = SentFile(name="bao-cao.docx", sha256="0123456789abcdef" * 4)
    return Receipt(
        index=base.index,
        received=base.received,
        channel=base.channel,
        paper=base.paper,
        files=(file,),
        nil=base.nil,
        content=content,
        decision=base.decision,
    )


def submissions() -> dict[SubmissionKey, Submission]:
    """Year reports of a and b counted, c on paper alone, x returned, y missing; three of November."""
    late = "Thiếu phóng sự."
    came: tuple[tuple[str, str, str, Receipt], ...] = (
        (
            "a",
            "bao-cao-nam",
            YEAR,
            _with(
                year_content(volunteers=20, pieces=5, shortcoming=late),
                receipt(0, date(2021, 5, 28), number="45"),
            ),
        ),
        (
            "b",
            "bao-cao-nam",
            YEAR,
            _with(
                year_content(volunteers=None, pieces=8, shortcoming="Trang web cập nhật chậm."),
                receipt(0, date(2021, 5, 31), number="12"),
            ),
        ),
        ("c", "bao-cao-nam", YEAR, _with(None, receipt(0, date(2021, 5, 29), number="9"))),
        ("x", "bao-cao-nam", YEAR, receipt(0, date(2021, 5, 29), number="3", returned="Thiếu mục II")),
        ("a", "bao-cao-du-luan", "2020-11", _with(opinion_content(2), receipt(0, date(2020, 11, 20)))),
        ("b", "bao-cao-du-luan", "2020-11", receipt(0, date(2020, 11, 21), nil=True)),
        (
            "x",
            "bao-cao-du-luan",
            "2020-11",
            _with(opinion_content(1, heat="nong"), receipt(0, date(2020, 11, 22))),
        ),
        (
            "a",
            "khen-thuong",
            YEAR,
            _with(merit_content(), receipt(0, date(2021, 5, 20), number="40")),
        ),
    )
    return {
        (unit, duty, period): Submission(
            file=f"data/submissions/{unit}/{duty}@{period}.yaml",
            unit=unit,
            obligation=duty,
            period=period,
            receipts=(one,),
        )
        for unit, duty, period, one in came
    }


def collected_input(
    *, as_of: date = AS_OF, empty: bool = False, faulty: frozenset[ReceiptKey] = frozenset()
) -> ViewInput:
    """What the views are made from; ``empty``: before anything came."""
    sent = {} if empty else submissions()
    board = progress(real_plan(), roster(), sent, Calendar(), as_of=as_of, faulty=faulty)
    return ViewInput(plan=real_plan(), roster=roster(), progress=board, sample=False)
