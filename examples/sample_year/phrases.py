"""Invented sentences in the style of such reports; ``{…}`` is filled in by the sort of unit."""

from __future__ import annotations

LED_OWN_PLAN = (
    (
        "{Own} ban hành Kế hoạch số {plan} về truyền thông năm học 2020-2021; phân công một lãnh đạo "
        "phụ trách, "
        "giao nhiệm vụ cụ thể tới {below}. Nội dung truyền thông được đưa vào giao ban hằng tháng."
    ),
    (
        "Trên cơ sở Kế hoạch của Sở, {own} ban hành Kế hoạch số {plan}, thành lập tổ truyền thông gồm "
        "đại diện "
        "lãnh đạo, công đoàn, đoàn thanh niên; quy định việc duyệt tin, bài trước khi đăng."
    ),
    (
        "{Own} quán triệt Kế hoạch của Sở trong tháng 11/2020 và ban hành Kế hoạch số {plan}. Việc "
        "viết tin, bài "
        "được đưa vào tiêu chí thi đua của {below}."
    ),
    (
        "Kế hoạch số {plan} của {own} giao chỉ tiêu tin, bài theo quý cho {below}; {head} trực tiếp "
        "duyệt nội dung "
        "cung cấp cho báo chí."
    ),
)
LED_MERGED = (
    (
        "Nội dung truyền thông được lồng ghép trong Kế hoạch số {plan} về nhiệm vụ năm học. {head} "
        "trực tiếp chỉ đạo, "
        "phân công người phụ trách trang thông tin điện tử và người phát ngôn."
    ),
    (
        "{Own} không ban hành kế hoạch riêng mà đưa nhiệm vụ truyền thông vào Kế hoạch số {plan}; mỗi "
        "tháng giao "
        "{below} ít nhất một tin, bài, có theo dõi, nhắc nhở."
    ),
)

RESULTS = {
    "ii-1": (
        (
            "Đăng {count} tin, bài về chủ trương, chỉ đạo của ngành và các phong trào thi đua; nội "
            "dung bám sát "
            "nhiệm vụ trọng tâm từng tháng."
        ),
        (
            "Phổ biến văn bản chỉ đạo của Sở tại họp giao ban, họp cha mẹ học sinh; đăng {count} tin, bài "
            "về kết quả."
        ),
        (
            "{count} tin, bài về đổi mới phương pháp dạy học, sinh hoạt chuyên môn được đăng trên trang "
            "của đơn vị."
        ),
        "Mỗi tháng có tin về hoạt động nổi bật của {below}; cả năm đăng {count} tin, bài.",
    ),
    "ii-2-a": (
        (
            "Tuyên truyền lộ trình thực hiện Chương trình giáo dục phổ thông mới tới giáo viên và cha "
            "mẹ học sinh; "
            "đăng {count} tin, bài."
        ),
        "Đăng {count} tin, bài về tập huấn giáo viên, chuẩn bị phòng học, thiết bị cho chương trình mới.",
        "Thông tin việc lựa chọn sách giáo khoa công khai, dân chủ; có {count} tin, bài và ảnh.",
    ),
    "ii-2-b": (
        (
            "Đăng {count} tin, bài về bồi dưỡng thường xuyên, hội thi giáo viên dạy giỏi, đánh giá theo "
            "chuẩn nghề nghiệp."
        ),
        (
            "Thông tin về rà soát, sắp xếp đội ngũ tới cán bộ, giáo viên; {count} tin, bài về gương tự "
            "học, tự bồi dưỡng."
        ),
        "{count} tin, bài giới thiệu sinh hoạt chuyên môn cụm và việc giúp đỡ giáo viên mới vào nghề.",
    ),
    "ii-2-c": (
        (
            "Hướng dẫn cha mẹ học sinh tra cứu kết quả học tập trên trang của đơn vị và sổ liên lạc điện tử; "
            "đăng {count} tin, bài."
        ),
        "Tuyên truyền sử dụng sổ điểm, học bạ điện tử; giới thiệu bài giảng trực tuyến; {count} tin, bài.",
        "Trang thông tin điện tử cập nhật hằng tuần; {count} tin, bài về ứng dụng công nghệ thông tin.",
    ),
    "ii-2-d": (
        (
            "Phổ biến quy chế thi tốt nghiệp THPT năm 2021 tới học sinh lớp 12; {count} tin, bài về ôn "
            "tập, hướng nghiệp."
        ),
        "Tổ chức ngày hội tư vấn tuyển sinh; đăng {count} tin, bài về lịch ôn tập, đăng ký dự thi.",
        "Thông tin đầy đủ các mốc đăng ký dự thi, đăng ký xét tuyển; {count} tin, bài.",
    ),
    "ii-2-e": (
        "Giới thiệu điểm mới của Luật Giáo dục 2019 ở chuyên mục pháp luật; {count} tin, bài.",
        "Lồng ghép phổ biến Luật Giáo dục 2019 trong Ngày Pháp luật và họp hội đồng; đăng {count} tin, bài.",
    ),
    "ii-2-g": (
        "Tuyên truyền hướng nghiệp, phân luồng học sinh; đăng {count} tin, bài.",
        (
            "Giới thiệu gương học nghề, lập nghiệp tại địa phương và thông tin tuyển sinh nghề; {count} "
            "tin, bài."
        ),
    ),
    "ii-2-h": (
        "Tuyên truyền Đại hội Đảng các cấp; chuyên mục gương người tốt, việc tốt có {count} tin, bài.",
        "Đăng {count} tin, bài về giáo viên vận động học sinh ra lớp, phong trào giúp bạn đến trường.",
        "Tổ chức kể chuyện gương sáng dưới cờ; {count} tin, bài về giáo dục đạo đức, lối sống.",
    ),
    "ii-2-i": (
        "Đăng {count} tin, bài về Hội khỏe Phù Đổng, thể dục giữa giờ, các môn thể thao dân tộc.",
        "Tuyên truyền an toàn thực phẩm, vệ sinh, phòng bệnh theo mùa; {count} tin, bài và ảnh.",
        "Tuyên truyền phòng, chống đuối nước, an toàn giao thông, phòng, chống dịch; {count} tin, bài.",
    ),
    "ii-3": (
        "Tuyên truyền cải cách hành chính, nhận hồ sơ trực tuyến; {count} tin, bài.",
        "Đăng {count} tin, bài về khai giảng, Ngày Nhà giáo Việt Nam 20/11 và các sự kiện của ngành.",
        "Thông tin kịp thời về lịch học khi rét đậm, khi phòng, chống dịch; {count} tin, bài.",
    ),
}
"""What was done on a topic; ``{count}`` is the number of pieces of its row."""

PLANNED = {
    "ii-1": ("Mỗi tháng gửi Website Ngành ít nhất hai tin, bài về hoạt động của đơn vị.", "Hằng tháng"),
    "ii-2-a": (
        "Tuyên truyền việc lựa chọn sách giáo khoa, chuẩn bị cho chương trình mới.",
        "Từ tháng 02/2021",
    ),
    "ii-2-b": ("Giới thiệu giáo viên dạy giỏi, sinh hoạt chuyên môn cụm.", "Theo lịch chuyên môn"),
    "ii-2-c": ("Hướng dẫn tra cứu kết quả học tập trên trang của đơn vị.", "Cuối mỗi học kỳ"),
    "ii-2-d": ("Phổ biến quy chế thi, tư vấn hướng nghiệp, tuyển sinh.", "Từ tháng 3 đến tháng 6/2021"),
    "ii-2-e": ("Giới thiệu Luật Giáo dục 2019 nhân Ngày Pháp luật.", "Tháng 11/2020"),
    "ii-2-g": ("Tuyên truyền hướng nghiệp, phân luồng học sinh.", "Từ tháng 3 đến tháng 5/2021"),
    "ii-2-h": ("Duy trì chuyên mục gương người tốt, việc tốt.", "Cả năm học"),
    "ii-2-i": ("Tuyên truyền Hội khỏe Phù Đổng, an toàn trường học.", "Cả năm học"),
    "ii-3": ("Đưa tin các sự kiện của ngành, cải cách hành chính.", "Theo sự kiện"),
}
"""What a unit's own plan says on a topic, and when."""

MODELS = (
    ("Giáo viên: ", "Đến từng bản cùng trưởng bản vận động học sinh trở lại lớp sau Tết Nguyên đán."),
    ("Giáo viên: ", "Làm đồ dùng dạy học từ vật liệu sẵn có, chia sẻ cách làm với đồng nghiệp trong cụm."),
    ("Giáo viên: ", "Dựng kho bài giảng trực tuyến dùng chung, hướng dẫn đồng nghiệp khai thác."),
    ("Chi đoàn giáo viên", "Tổ chức tủ sách lưu động, mỗi tuần đổi một lượt sách cho điểm trường xa."),
    ("Tổ công đoàn", "Cùng học sinh trồng rau, cải thiện bữa ăn; đóng góp áo ấm cho học sinh vùng cao."),
    (
        "Câu lạc bộ văn nghệ, thể thao",
        "Duy trì tập luyện các điệu dân ca, trò chơi dân tộc vào chiều thứ Sáu.",
    ),
)
"""Who was shown as an example and for what; a dangling colon is followed by a name."""

SHORTCOMINGS = (
    "Tin, bài chuyên sâu còn ít; một số tin gửi muộn nên không còn tính thời sự.",
    "Đội ngũ cộng tác viên mỏng, kỹ năng viết và chụp ảnh còn hạn chế.",
    "Trang thông tin điện tử cập nhật chưa đều trong thời gian nghỉ hè và nghỉ Tết.",
    "Chưa có nhiều nội dung bằng tiếng dân tộc để tuyên truyền tới bản xa.",
    "Tin, bài tập trung ở một số người; {below} tham gia chưa đồng đều.",
    "Hình thức tuyên truyền chưa phong phú, ít phóng sự, video ngắn.",
)
CAUSES = (
    "Cán bộ làm công tác truyền thông kiêm nhiệm, chưa được tập huấn thường xuyên.",
    "Đường truyền ở nơi xa trung tâm chưa ổn định; thiết bị ghi hình đã cũ.",
    "Kinh phí dành cho truyền thông hạn hẹp, chưa có chế độ cho người viết.",
    "Thời gian nghỉ để phòng, chống dịch làm nhiều hoạt động phải lùi lại.",
    "Việc giao chỉ tiêu tin, bài chưa gắn với đánh giá, xếp loại.",
)
NEXT = (
    "Giao chỉ tiêu tin, bài theo quý cho {below}; tập huấn kỹ năng viết và chụp ảnh từ đầu năm học.",
    "Duy trì chuyên mục gương người tốt, việc tốt; phối hợp với đài truyền thanh địa phương mỗi tháng.",
    "Kiện toàn tổ truyền thông; xây dựng kho ảnh, tư liệu dùng chung của đơn vị.",
    "Tăng số phóng sự, video ngắn; tập trung tuyên truyền việc thực hiện chương trình mới.",
    "Trả lời câu hỏi của cha mẹ học sinh trong hai ngày làm việc; công khai đầu mối tiếp nhận.",
)
WISHES = (
    "Đề nghị Sở mở lớp tập huấn kỹ năng truyền thông cho cộng tác viên ở cơ sở.",
    "Đề nghị Sở thông báo sớm chủ đề trọng tâm từng tháng để đơn vị chủ động viết bài.",
    "Đề nghị Sở có hướng dẫn về hình thức động viên người viết tin, bài.",
    None,
)

GENERAL = {
    11: (
        "Cha mẹ học sinh quan tâm việc dạy học lớp 1 theo chương trình mới và nền nếp bán trú đầu năm học.",
        (
            "Học sinh, cha mẹ học sinh quan tâm các hoạt động kỷ niệm Ngày Nhà giáo Việt Nam và nền nếp "
            "đầu năm học."
        ),
    ),
    12: (
        "Dư luận quan tâm việc giữ ấm cho học sinh, bữa ăn bán trú và ngày hội thể thao các cấp.",
        "Cha mẹ học sinh quan tâm lịch kiểm tra học kỳ I và điều kiện ở trong mùa đông.",
    ),
    1: (
        "Rét đậm kéo dài, cha mẹ học sinh quan tâm lịch nghỉ học, việc giữ ấm ở lớp và ở khu bán trú.",
        "Cha mẹ học sinh quan tâm kết quả học kỳ I, chế độ hỗ trợ và lịch nghỉ Tết.",
    ),
    2: (
        "Người dân quan tâm thời gian học sinh trở lại trường sau Tết Nguyên đán và việc phòng, chống dịch.",
        "Cha mẹ học sinh quan tâm ngày đi học trở lại và kế hoạch học bù.",
    ),
    3: (
        "Dư luận quan tâm việc lựa chọn sách giáo khoa lớp 2, lớp 6 và nước sinh hoạt mùa khô.",
        "Học sinh lớp 12 và gia đình quan tâm kế hoạch ôn tập, đăng ký dự thi tốt nghiệp THPT.",
    ),
    4: (
        "Dư luận quan tâm tuyển sinh các lớp đầu cấp và đường đến trường trong mùa mưa.",
        "Học sinh và gia đình quan tâm hồ sơ dự thi tốt nghiệp THPT, chọn ngành, chọn nghề.",
    ),
    5: (
        "Người dân quan tâm thời gian kết thúc năm học, việc phòng, chống dịch và quản lý học sinh dịp hè.",
        "Học sinh và gia đình quan tâm lịch thi, lịch tổng kết và việc phòng, chống dịch ở phòng thi.",
    ),
}
"""The general picture of a month: as a district tells it, as a school tells it."""

FORECAST = {
    11: "Kỳ sau, dư luận có thể quan tâm việc giữ ấm cho học sinh và lịch kiểm tra học kỳ I.",
    12: "Kỳ sau, cha mẹ học sinh có thể hỏi nhiều về lịch nghỉ học khi rét đậm.",
    1: "Kỳ sau, dư luận có thể quan tâm việc duy trì sĩ số sau Tết Nguyên đán.",
    2: "Kỳ sau, dư luận có thể quan tâm kế hoạch học bù và lựa chọn sách giáo khoa.",
    3: "Kỳ sau, dư luận có thể quan tâm tuyển sinh đầu cấp và kỳ thi tốt nghiệp THPT.",
    4: "Kỳ sau, dư luận có thể quan tâm an toàn của học sinh trong mùa mưa và lịch kết thúc năm học.",
    5: "Kỳ sau, dư luận có thể quan tâm kỳ thi tốt nghiệp THPT, tuyển sinh và sinh hoạt hè.",
}

MERITS = (
    (
        "Năm học qua đơn vị duy trì tin, bài hằng tuần; phối hợp thường xuyên với đài truyền thanh "
        "địa phương; "
        "không để xảy ra việc cung cấp thông tin sai quy định."
    ),
    (
        "Đơn vị xây dựng được chuyên mục gương người tốt, việc tốt, có tin, bài đều đặn gửi Website Ngành; "
        "trả lời kịp thời câu hỏi của cha mẹ học sinh."
    ),
    (
        "Đội ngũ cộng tác viên có ở mọi bộ phận; nhiều tin, bài về đổi mới dạy học được bạn đọc trong ngành "
        "quan tâm, chia sẻ."
    ),
)
MERITS_OF_TEAM = (
    "Duy trì tin, bài hằng tuần, phối hợp tốt với đài truyền thanh địa phương.",
    "Xây dựng chuyên mục gương người tốt, việc tốt; mỗi tháng giới thiệu ít nhất một tập thể, cá nhân.",
    "Đưa tin kịp thời trong kỳ thi và tuyển sinh; trả lời câu hỏi của cha mẹ học sinh trên trang của đơn vị.",
    "Tự dựng phóng sự ngắn về dạy học ở vùng cao, nhiều bài được Website Ngành và báo của tỉnh đăng lại.",
    "Hướng dẫn cộng tác viên ở các trường viết tin, chụp ảnh; tin, bài gửi đều, ít phải sửa khi thẩm định.",
    "Truyền thông tốt về chương trình, sách giáo khoa mới, không để xảy ra thông tin sai kéo dài.",
)
MERITS_OF_ONE = (
    "Viết đều tin, bài về hoạt động của học sinh bán trú; ảnh có chú thích đầy đủ, đúng quy định.",
    "Quay, dựng video ngắn hướng dẫn học sinh ôn thi, được nhiều trường dùng lại.",
    "Đầu mối trả lời câu hỏi của cha mẹ học sinh trên trang của đơn vị, trả lời trong ngày.",
    "Tổ chức nhóm học sinh làm bản tin của trường, mỗi tháng một số.",
    "Có nhiều tin, bài về gương người tốt, việc tốt được đăng trên Website Ngành.",
    "Phụ trách trang của đơn vị, cập nhật hằng tuần; hướng dẫn đồng nghiệp viết tin, chụp ảnh.",
    "Dựng phóng sự ngắn về dạy học ở vùng cao, được nhiều đơn vị sử dụng lại.",
    "Chủ động cung cấp thông tin về đổi mới dạy học, giúp cha mẹ học sinh hiểu và ủng hộ.",
)
WORKS = (
    "Lớp học trên lưng núi",
    "Mùa xuân đến trường",
    "Bữa cơm bán trú",
    "Người thầy của bản xa",
    "Thư viện trong gùi",
    "Tiếng trống trường trong sương",
)
