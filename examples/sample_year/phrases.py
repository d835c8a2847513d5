"""Invented sentences in the style of such reports; no person, school or event in them is real."""

from __future__ import annotations

LED = (
    (
        "Đơn vị đã ban hành kế hoạch truyền thông năm học 2020-2021, phân công một lãnh đạo phụ trách; "
        "nội dung truyền thông được đưa vào họp giao ban hằng tháng."
    ),
    (
        "Kế hoạch truyền thông được lồng ghép vào kế hoạch nhiệm vụ năm học. Thủ trưởng đơn vị trực tiếp "
        "chỉ đạo, phân công người phụ trách trang thông tin điện tử và người phát ngôn."
    ),
    (
        "Đã thành lập tổ truyền thông gồm đại diện ban lãnh đạo, công đoàn, đoàn thanh niên; quy định việc "
        "duyệt tin, bài trước khi đăng và chế độ báo cáo khi có vụ việc báo chí nêu."
    ),
    (
        "Đơn vị quán triệt Kế hoạch của Sở tới cán bộ, giáo viên trong tháng 11/2020; bổ sung tiêu chí tham "
        "gia viết tin, bài vào quy chế thi đua của đơn vị."
    ),
)
RESULTS = (
    "Đăng tin, bài và ảnh về các hoạt động chính; tổ chức tuyên truyền tại họp cha mẹ học sinh.",
    "Phối hợp với đài truyền thanh địa phương phát tin bằng tiếng phổ thông và tiếng dân tộc.",
    "Tổ chức nói chuyện dưới cờ, trưng bày bảng tin; giới thiệu văn bản trên trang của đơn vị.",
    "Viết bài giới thiệu cách làm của các tổ chuyên môn; chia sẻ kinh nghiệm trong cụm trường.",
    "Thông tin kịp thời tới cha mẹ học sinh qua sổ liên lạc điện tử và nhóm lớp.",
    "Tuyên truyền qua ngày hội, sân chơi ngoại khóa; phóng sự ảnh đăng trên trang của đơn vị.",
)
SHORTCOMINGS = (
    "Tin, bài chuyên sâu còn ít; một số tin gửi muộn nên không còn tính thời sự.",
    "Đội ngũ cộng tác viên mỏng, kỹ năng viết và chụp ảnh còn hạn chế.",
    "Trang thông tin điện tử cập nhật chưa đều trong thời gian nghỉ hè và nghỉ tết.",
    "Chưa có nhiều nội dung bằng tiếng dân tộc cho cha mẹ học sinh ở điểm trường lẻ.",
)
CAUSES = (
    "Cán bộ làm công tác truyền thông kiêm nhiệm; đường truyền ở một số điểm trường chưa ổn định.",
    "Chưa có lớp tập huấn kỹ năng viết tin, bài cho giáo viên ở đơn vị.",
    "Kinh phí dành cho truyền thông hạn hẹp; thiết bị ghi hình đã cũ.",
)
NEXT = (
    "Giao chỉ tiêu tin, bài cho từng tổ; mở lớp tập huấn kỹ năng viết và chụp ảnh đầu năm học.",
    "Duy trì chuyên mục gương người tốt, việc tốt; phối hợp với đài truyền thanh địa phương mỗi tháng.",
    "Kiện toàn tổ truyền thông; xây dựng kho ảnh, tư liệu dùng chung của đơn vị.",
)
WISHES = (
    "Đề nghị Sở mở lớp tập huấn kỹ năng truyền thông cho cộng tác viên ở cơ sở.",
    "Đề nghị Sở sớm thông báo lịch các chủ đề trọng tâm để đơn vị chủ động viết bài.",
    None,
)
GENERAL = (
    "Dư luận cơ bản đồng tình với hoạt động của ngành; cha mẹ học sinh quan tâm điều kiện ăn ở bán trú.",
    "Trong kỳ, người dân quan tâm việc lựa chọn sách giáo khoa và lịch học, lịch thi.",
    "Tình hình ổn định; một số ý kiến hỏi về chế độ, chính sách và thời gian nghỉ học khi rét đậm.",
    "Cha mẹ học sinh quan tâm đến đường tới trường trong mùa mưa và an toàn bếp ăn.",
)
MATTERS = (
    ("Hỏi về thời gian cấp phát sách giáo khoa lớp 1 theo chương trình mới.", "trung-tinh", "ii-1"),
    ("Đề nghị công khai thực đơn và đơn giá bữa ăn bán trú hằng tuần.", "trung-tinh", "ii-2-i"),
    ("Băn khoăn về lịch xe đưa đón học sinh ở điểm trường xa khi trời mưa.", "ban-khoan", "ii-2-i"),
    ("Hỏi về quy chế thi tốt nghiệp trung học phổ thông năm 2021.", "trung-tinh", "ii-2-d"),
    ("Băn khoăn về các khoản thu thỏa thuận đầu năm học.", "ban-khoan", "ii-3"),
    ("Khen ngợi giáo viên cắm bản vận động học sinh ra lớp sau Tết.", "dong-tinh", "ii-2-h"),
    ("Hỏi về nước sinh hoạt ở khu nội trú trong mùa khô.", "ban-khoan", "ii-2-i"),
    ("Thông tin không đúng trên mạng xã hội về việc cho học sinh nghỉ học.", "sai-su-that", "ii-2-c"),
)
HANDLED = (
    "Đơn vị đã trả lời trực tiếp tại họp cha mẹ học sinh và niêm yết công khai.",
    "Đã đăng thông tin chính thức trên trang của đơn vị, được người dân đồng tình.",
    "Đã phối hợp với chính quyền xã khắc phục, thông báo lại cho người dân.",
)
FORECAST = (
    "Người dân sẽ tiếp tục quan tâm đến công tác tuyển sinh và kỳ thi.",
    "Dư luận sẽ quan tâm việc bảo đảm an toàn cho học sinh trong mùa mưa lũ.",
    "Chưa thấy vấn đề có thể trở thành điểm nóng.",
)
PEOPLE = ("Lò Văn Mẫu", "Vàng Thị Mẫu", "Nguyễn Thị Ví Dụ", "Trần Văn Ví Dụ", "Giàng A Mẫu", "Hoàng Văn Mẫu")
WORKS = (
    "Lớp học trên lưng núi",
    "Mùa xuân đến trường",
    "Bữa cơm bán trú",
    "Người thầy của bản xa",
    "Thư viện trong gùi",
)
