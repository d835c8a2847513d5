"""Invented matters that people asked about: plain questions of school life, no scandal, no pupil's name."""

from __future__ import annotations

from dataclasses import dataclass

from sample_year.sorts import Sort


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter of opinion.

    Attributes:
        what: what people asked or said.
        topic: the topic of the plan it belongs to.
        months: the months in which it comes up.
        where: in whose reports it stands, and the place that they write.
        done: how it was handled.
        doing: how far it is where it is not yet handled.
        mood: ``sac_thai`` of the form.
        busy: many people care.
    """

    what: str
    topic: str
    months: tuple[int, ...]
    where: dict[Sort, str]
    done: str
    doing: str
    mood: str = "trung-tinh"
    busy: bool = False


_DISTRICT, _SCHOOL, _BOARDING, _CENTRE = Sort.DISTRICT, Sort.SCHOOL, Sort.BOARDING, Sort.CENTRE
_UPPER = {_SCHOOL: "Khối 12", _BOARDING: "Khối 12", _CENTRE: "Các lớp 12"}

MATTERS = (
    Matter(
        what="Cha mẹ học sinh hỏi thời gian cấp đủ sách giáo khoa lớp 1 theo chương trình mới.",
        topic="ii-2-a",
        months=(11, 12),
        where={_DISTRICT: "Các trường tiểu học"},
        done="Phòng thông báo lịch cấp sách tới các trường; sách đã cấp đủ trong tháng.",
        doing="Đang rà soát số lượng sách còn thiếu với đơn vị cung ứng.",
        busy=True,
    ),
    Matter(
        what="Hỏi quy trình lựa chọn sách giáo khoa lớp 2, lớp 6 của năm học sau.",
        topic="ii-2-a",
        months=(2, 3, 4),
        where={_DISTRICT: "Các trường tiểu học, trung học cơ sở"},
        done="Đã đăng quy trình trên trang của Phòng và trả lời tại hội nghị giao ban hiệu trưởng.",
        doing="Đang tổng hợp ý kiến của các tổ chuyên môn để trả lời chung.",
    ),
    Matter(
        what="Đề nghị niêm yết thực đơn bữa ăn bán trú hằng tuần ở bảng tin.",
        topic="ii-2-i",
        months=(11, 12, 3, 4),
        where={_DISTRICT: "Các trường có học sinh bán trú", _BOARDING: "Nhà ăn của trường"},
        done="Đã niêm yết thực đơn vào sáng thứ Hai hằng tuần; cha mẹ học sinh đồng tình.",
        doing="Đang thống nhất mẫu niêm yết để áp dụng từ tháng sau.",
    ),
    Matter(
        what="Hỏi về nước sinh hoạt ở khu nội trú trong mùa khô.",
        topic="ii-2-i",
        months=(12, 1, 2, 3),
        where={_DISTRICT: "Các trường có khu nội trú ở vùng cao", _BOARDING: "Khu nội trú"},
        done="Đã lắp thêm bể chứa, thông báo lịch cấp nước tới học sinh và gia đình.",
        doing="Đang làm việc với đơn vị cấp nước về lịch cấp bổ sung.",
        mood="ban-khoan",
        busy=True,
    ),
    Matter(
        what="Hỏi về lịch xe đưa đón học sinh ở bản xa trong những ngày mưa.",
        topic="ii-2-i",
        months=(11, 4, 5),
        where={_DISTRICT: "Các xã xa trung tâm", _SCHOOL: "Các bản xa trường"},
        done="Đã thống nhất lịch xe với ban đại diện cha mẹ học sinh và thông báo tới từng bản.",
        doing="Đang lấy ý kiến cha mẹ học sinh về giờ xe đón.",
        mood="ban-khoan",
    ),
    Matter(
        what="Hỏi cách thông báo tới gia đình khi học sinh nghỉ học do rét đậm.",
        topic="ii-3",
        months=(12, 1, 2),
        where={_DISTRICT: "Các trường mầm non, tiểu học", _SCHOOL: "Toàn trường", _BOARDING: "Toàn trường"},
        done="Đã hướng dẫn gia đình nhận tin nhắn của lớp; thông báo phát trên loa truyền thanh từ 6 giờ.",
        doing="Đang bổ sung số điện thoại của những gia đình chưa có trong danh sách.",
        busy=True,
    ),
    Matter(
        what="Hỏi hồ sơ đăng ký dự thi tốt nghiệp THPT năm 2021.",
        topic="ii-2-d",
        months=(3, 4, 5),
        where=_UPPER,
        done="Đã hướng dẫn tại buổi sinh hoạt lớp và đăng tài liệu hỏi đáp trên trang của đơn vị.",
        doing="Đang chờ văn bản hướng dẫn chi tiết để trả lời.",
        busy=True,
    ),
    Matter(
        what="Hỏi phương án tuyển sinh lớp 10 năm học 2021-2022.",
        topic="ii-2-d",
        months=(3, 4, 5),
        where={_DISTRICT: "Các trường trung học cơ sở", _SCHOOL: "Tuyển sinh của trường"},
        done="Đã niêm yết phương án tuyển sinh và tư vấn tại các trường trung học cơ sở.",
        doing="Sẽ thông báo khi phương án được phê duyệt.",
        busy=True,
    ),
    Matter(
        what="Hỏi cách tra cứu kết quả học tập trên sổ liên lạc điện tử.",
        topic="ii-2-c",
        months=(11, 1, 5),
        where={_DISTRICT: "Các trường ở trung tâm", _SCHOOL: "Toàn trường", _CENTRE: "Các lớp buổi tối"},
        done=(
            "Giáo viên chủ nhiệm đã hướng dẫn tại họp cha mẹ học sinh; có bài hướng dẫn trên trang của "
            "đơn vị."
        ),
        doing="Đang làm tờ hướng dẫn gửi kèm giấy mời họp cha mẹ học sinh.",
    ),
    Matter(
        what="Đồng tình với việc giáo viên đến từng bản vận động học sinh ra lớp sau Tết.",
        topic="ii-2-h",
        months=(3,),
        where={_DISTRICT: "Các xã vùng cao", _SCHOOL: "Các bản xa trường", _BOARDING: "Các bản xa trường"},
        done="Đã ghi nhận, biểu dương tại buổi giao ban và viết bài gửi Website Ngành.",
        doing="Đang hoàn thiện bài viết.",
        mood="dong-tinh",
    ),
    Matter(
        what="Hỏi kế hoạch học bù sau thời gian nghỉ để phòng, chống dịch.",
        topic="ii-3",
        months=(2, 3, 5),
        where={_DISTRICT: "Các trường trực thuộc", _SCHOOL: "Toàn trường", _CENTRE: "Các lớp của Trung tâm"},
        done="Đã thông báo kế hoạch học bù tới từng lớp và trên trang của đơn vị.",
        doing="Đang xếp lại thời khóa biểu, sẽ thông báo trong tuần sau.",
        busy=True,
    ),
    Matter(
        what="Tin chưa đúng trên mạng xã hội về ngày học sinh đi học trở lại.",
        topic="ii-3",
        months=(2, 5),
        where={_DISTRICT: "Các trường ở trung tâm", _SCHOOL: "Toàn trường"},
        done="Đã đăng thông báo chính thức; người đăng tin đã gỡ và sửa lại cho đúng.",
        doing="Đã đăng thông báo chính thức, đang theo dõi phản hồi.",
        mood="sai-su-that",
        busy=True,
    ),
    Matter(
        what="Đề nghị dọn đất đá ở đoạn đường vào điểm trường sau mưa.",
        topic="ii-2-i",
        months=(11, 4, 5),
        where={_DISTRICT: "Một điểm trường lẻ"},
        done="Chính quyền xã cùng giáo viên, cha mẹ học sinh đã dọn xong trong hai ngày.",
        doing="Đã báo chính quyền xã bố trí nhân lực.",
    ),
    Matter(
        what="Hỏi thời gian nhận gạo hỗ trợ học kỳ II của học sinh bán trú.",
        topic="ii-1",
        months=(1, 2, 3),
        where={_DISTRICT: "Các trường có học sinh bán trú", _SCHOOL: "Học sinh ở trọ gần trường"},
        done="Đã thông báo lịch nhận gạo theo từng đợt; các lớp đã nhận đủ.",
        doing="Đang đối chiếu danh sách với đơn vị cấp gạo.",
    ),
    Matter(
        what="Giáo viên hỏi lịch bồi dưỡng để dạy lớp 2, lớp 6 theo chương trình mới.",
        topic="ii-2-b",
        months=(3, 4, 5),
        where={_DISTRICT: "Các trường tiểu học, trung học cơ sở"},
        done="Đã thông báo lịch bồi dưỡng theo từng môn tới các trường.",
        doing="Đang lập danh sách cử người dự bồi dưỡng.",
    ),
    Matter(
        what="Hỏi điểm mới của Luật Giáo dục 2019 về trình độ chuẩn được đào tạo của giáo viên.",
        topic="ii-2-e",
        months=(11, 12, 1),
        where={_DISTRICT: "Các trường mầm non", _SCHOOL: "Hội đồng trường"},
        done="Đã giải đáp tại buổi họp hội đồng và gửi tài liệu hỏi đáp.",
        doing="Đang tổng hợp câu hỏi để giải đáp chung.",
    ),
    Matter(
        what="Hỏi việc vừa học văn hóa vừa học nghề và chính sách miễn học phí nghề.",
        topic="ii-2-g",
        months=(1, 3, 4, 5),
        where={_CENTRE: "Học viên lớp 10, lớp 11", _SCHOOL: "Khối 11, khối 12"},
        done="Đã tư vấn tại ngày hội hướng nghiệp, phát tờ giới thiệu các nghề đang tuyển.",
        doing="Đang mời cơ sở đào tạo nghề đến tư vấn.",
    ),
    Matter(
        what="Đề nghị mở lớp dạy bơi cho học sinh trong dịp hè.",
        topic="ii-2-i",
        months=(4, 5),
        where={_DISTRICT: "Khu vực trung tâm", _SCHOOL: "Toàn trường"},
        done="Đã phối hợp với Đoàn Thanh niên mở hai lớp, thông báo lịch đăng ký.",
        doing="Đang khảo sát số học sinh đăng ký.",
    ),
    Matter(
        what="Đồng tình với ngày hội thể thao học sinh và các môn thể thao dân tộc.",
        topic="ii-2-i",
        months=(11, 12),
        where={_DISTRICT: "Sân vận động trung tâm", _SCHOOL: "Sân trường", _BOARDING: "Sân trường"},
        done="Đã đăng tin, ảnh trên trang của đơn vị và gửi Website Ngành.",
        doing="Đang biên tập ảnh.",
        mood="dong-tinh",
    ),
    Matter(
        what="Đồng tình với chương trình gói bánh chưng cho học sinh ở lại trường dịp Tết.",
        topic="ii-2-h",
        months=(1,),
        where={_BOARDING: "Khu nội trú", _DISTRICT: "Các trường có học sinh bán trú"},
        done="Đã viết bài, đăng ảnh trên trang của đơn vị.",
        doing="Đang biên tập bài viết.",
        mood="dong-tinh",
    ),
    Matter(
        what="Hỏi thời gian kết thúc năm học và việc quản lý học sinh trong hè.",
        topic="ii-1",
        months=(5,),
        where={_DISTRICT: "Các trường trực thuộc", _SCHOOL: "Toàn trường", _BOARDING: "Khu nội trú"},
        done="Đã thông báo lịch tổng kết, bàn giao học sinh về sinh hoạt hè tại địa phương.",
        doing="Đang thống nhất lịch bàn giao với Đoàn Thanh niên xã.",
    ),
    Matter(
        what="Đề nghị tăng sóng di động ở điểm trường để học trực tuyến.",
        topic="ii-2-c",
        months=(2, 3, 5),
        where={_DISTRICT: "Một số điểm trường lẻ", _CENTRE: "Học viên ở bản xa"},
        done="Đã kiến nghị với đơn vị viễn thông; sóng đã ổn định hơn.",
        doing="Đã gửi kiến nghị tới đơn vị viễn thông, đang chờ trả lời.",
    ),
)

SOURCES = (
    ("truc-tiep", "Họp cha mẹ học sinh"),
    ("truc-tiep", "Trao đổi tại trường"),
    ("mang-xa-hoi", "Nhóm của cha mẹ học sinh trên mạng xã hội"),
    ("duong-day-nong", "Số điện thoại công khai của đơn vị"),
    ("don-thu", "Thư hỏi gửi hòm thư của đơn vị"),
)


def matters_of(sort: Sort, month: int) -> list[Matter]:
    """What a unit of this sort could hear in a month."""
    return [one for one in MATTERS if sort in one.where and month in one.months]
