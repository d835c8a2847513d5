"""Findings about the text of a YAML file, before its fields are read (TT001 to TT099)."""

from __future__ import annotations

from truyenthong.diagnostics.kinds import error, warning

TT001 = error(
    "TT001",
    "tệp quá lớn",
    reason=(
        "Tệp YAML được đọc trọn vào bộ nhớ nên có giới hạn 2 MiB, gấp hơn hai mươi lần bản Kế hoạch. Tệp "
        "lớn hơn thường là tệp Word, ảnh đổi đuôi thành .yaml."
    ),
    bad="# một tệp Word đổi tên thành bao-cao-nam@2020-2021.yaml",
    good="# để tệp Word trong thư mục tep/ của đơn vị, tệp .yaml chỉ ghi số liệu",
)
TT002 = error(
    "TT002",
    "lồng quá sâu",
    reason="Không mẫu dữ liệu nào cần quá 40 cấp lồng nhau; sâu hơn là tệp hỏng, nên dừng đọc tại đó.",
    bad="a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    good="a: [1]",
)
TT003 = error(
    "TT003",
    "quá nhiều mục",
    reason=(
        "Một tệp có không quá 200.000 giá trị; nhiều hơn thế là tệp hỏng hoặc không phải tệp của chương "
        "trình."
    ),
    bad="a: [1, 1, 1, 1]   # … hơn 200.000 lần",
    good="a: [1, 1, 1, 1]",
)
TT004 = error(
    "TT004",
    "tệp không phải UTF-8",
    reason=(
        "Chữ Việt trong tệp phải được lưu bằng Unicode UTF-8. Tệp lưu bằng TCVN3 (phông .VnTime), VNI, "
        "Windows-1258 hoặc UTF-16 hiện ra sai chữ; chương trình gọi tên bảng mã nhưng không tự chuyển, "
        "vì chuyển sai thì mất chữ mà không ai biết."
    ),
    bad="ten: Phßng Gi¸o dôc vµ §µo t¹o",
    good="ten: Phòng Giáo dục và Đào tạo",
)
TT005 = error(
    "TT005",
    "ký tự điều khiển",
    reason=(
        "Chép từ Word, Excel hay từ PDF đôi khi kéo theo ký tự không nhìn thấy (ngắt dòng mềm, ký tự "
        "rỗng). YAML không nhận các ký tự ấy."
    ),
    bad='ly_do: "Mưa lũ\\x0bchia cắt"',
    good="ly_do: Mưa lũ chia cắt",
)
TT006 = error(
    "TT006",
    "tệp trống",
    reason="Tệp không có nội dung nào ngoài ghi chú: có thể lần lưu trước bị dở, hoặc tệp thừa.",
    bad="# tệp chỉ có dòng ghi chú này",
    good="don_vi: pgd-than-uyen\nnhiem_vu: bao-cao-nam",
)
TT010 = error(
    "TT010",
    "không đúng cú pháp YAML",
    reason=(
        "Từ chỗ này trở đi không đọc được tệp; thường do thiếu hoặc thừa một dấu ở dòng này hay dòng "
        "ngay trên."
    ),
    bad="ngay: ? 31/5/2021",
    good="ngay: 31/5/2021",
)
TT011 = error(
    "TT011",
    "thụt dòng bằng phím Tab",
    reason="YAML chỉ cho thụt dòng bằng dấu cách, vì mỗi máy hiện phím Tab rộng hẹp khác nhau.",
    bad="van_ban:\n\tso: 45",
    good="van_ban:\n  so: 45",
)
TT012 = error(
    "TT012",
    "ngoặc kép chưa đóng",
    reason="Dấu ngoặc mở mà không đóng làm mọi dòng sau bị coi là cùng một đoạn chữ.",
    bad='ly_do: "Thiếu số liệu mục II\nngay: 29/5/2021',
    good='ly_do: "Thiếu số liệu mục II"\nngay: 29/5/2021',
)
TT013 = error(
    "TT013",
    "thụt dòng không thẳng",
    reason="Các khóa cùng cấp phải bắt đầu ở cùng một cột; khóa của cấp dưới thụt vào sâu hơn khóa chứa nó.",
    bad="van_ban:\n  so: 45\n   ngay: 27/5/2021",
    good="van_ban:\n  so: 45\n  ngay: 27/5/2021",
)
TT014 = error(
    "TT014",
    "thiếu dấu cách sau dấu hai chấm",
    reason="«khóa:giá trị» viết liền bị coi là một đoạn chữ; YAML cần một dấu cách sau dấu hai chấm.",
    bad="don_vi: pgd-than-uyen\nky:2020-2021",
    good="don_vi: pgd-than-uyen\nky: 2020-2021",
)
TT015 = error(
    "TT015",
    "giá trị có dấu hai chấm chưa đặt trong ngoặc kép",
    reason=(
        "Dấu hai chấm có dấu cách theo sau là dấu của YAML; muốn nó là chữ thì đặt cả giá trị trong "
        "ngoặc kép."
    ),
    bad="ly_do: Thiếu: số liệu mục II",
    good='ly_do: "Thiếu: số liệu mục II"',
)
TT016 = error(
    "TT016",
    "dòng không có dấu hai chấm",
    reason=(
        "Giữa các dòng «khóa: giá trị» có một dòng không có dấu hai chấm nên không biết là khóa hay giá trị."
    ),
    bad="don_vi: pgd-than-uyen\nnhiem_vu\nky: 2020-2021",
    good="don_vi: pgd-than-uyen\nnhiem_vu: bao-cao-nam\nky: 2020-2021",
)
TT017 = error(
    "TT017",
    "giá trị bắt đầu bằng ký tự riêng của YAML",
    reason=(
        "Các dấu * & ! % @ ` | > đứng đầu giá trị có nghĩa riêng trong YAML; là chữ thì đặt trong ngoặc kép."
    ),
    bad="chu: *Nội dung* truyền thông",
    good='chu: "*Nội dung* truyền thông"',
)
TT018 = error(
    "TT018",
    "danh sách trong ngoặc viết chưa đúng",
    reason="Trong [ ] và { } các mục cách nhau bằng dấu phẩy và ngoặc phải được đóng.",
    bad="van_ban: {so: 45, ngay: 27/5/2021\nkenh: giay",
    good="van_ban: {so: 45, ngay: 27/5/2021}\nkenh: giay",
)
TT019 = error(
    "TT019",
    "dấu \\ trong ngoặc kép",
    reason="Trong ngoặc kép, dấu \\ báo một ký tự đặc biệt; tên thư mục của Windows thì để trong ngoặc đơn.",
    bad='nguon: "D:\\VanThu\\bao-cao-45.docx"',
    good="nguon: 'D:\\VanThu\\bao-cao-45.docx'",
)
TT020 = error(
    "TT020",
    "khóa lặp lại",
    reason=(
        "Hai giá trị dưới cùng một khóa: không đoán được giá trị nào đúng. Chương trình tạm đọc giá trị đầu."
    ),
    bad="kenh: giay\nkenh: thu-dien-tu",
    good="kenh: thu-dien-tu",
)
TT021 = error(
    "TT021",
    "neo (&) của YAML",
    reason="Neo làm hai chỗ trong tệp dính vào nhau, người đọc khó thấy; dữ liệu ở đây ghi đủ tại chỗ.",
    bad="van_ban: &vb {so: 45}",
    good="van_ban: {so: 45}",
)
TT022 = error(
    "TT022",
    "bí danh (*) của YAML",
    reason=(
        "Giá trị bắt đầu bằng * là chép lại từ chỗ khác trong tệp; dữ liệu ở đây ghi đủ tại chỗ. Nếu * "
        "là dấu in nghiêng thì đặt giá trị trong ngoặc kép."
    ),
    bad="van_ban: *vb",
    good="van_ban: {so: 45}",
)
TT023 = error(
    "TT023",
    "thẻ kiểu (!) của YAML",
    reason="Kiểu của từng trường do mẫu quy định nên không ghi thẻ; dấu ! là chữ thì đặt trong ngoặc kép.",
    bad="so: !!str 045",
    good="so: 045",
)
TT024 = error(
    "TT024",
    "khóa gộp (<<) của YAML",
    reason="Khóa << chép các khóa từ chỗ khác vào; dữ liệu ở đây ghi đủ tại chỗ.",
    bad="<<: {kenh: giay}",
    good="kenh: giay",
)
TT025 = error(
    "TT025",
    "nhiều tài liệu trong một tệp",
    reason="Dòng --- bắt đầu một tài liệu thứ hai; mỗi tệp chỉ có một, phần sau dòng ấy sẽ không được đọc.",
    bad="don_vi: pgd-than-uyen\n---\ndon_vi: pgd-tan-uyen",
    good="don_vi: pgd-than-uyen",
)
TT026 = error(
    "TT026",
    "khóa không phải là chữ",
    reason="Khóa là một từ như don_vi; danh sách hay nhóm khóa không làm khóa được.",
    bad="[don_vi, nhiem_vu]: pgd-than-uyen",
    good="don_vi: pgd-than-uyen",
)
TT027 = error(
    "TT027",
    "khóa trống",
    reason="Trước dấu hai chấm không có tên khóa nên không biết giá trị thuộc về đâu.",
    bad=": pgd-than-uyen",
    good="don_vi: pgd-than-uyen",
)
TT028 = error(
    "TT028",
    "chỉ thị (%) của YAML",
    reason="Dòng bắt đầu bằng % là chỉ thị cho trình đọc YAML; dữ liệu ở đây không dùng chỉ thị.",
    bad="%YAML 1.1\n---\ndon_vi: pgd-than-uyen",
    good="don_vi: pgd-than-uyen",
)
TT030 = warning(
    "TT030",
    "chữ sau dấu # bị bỏ",
    reason=(
        "Dấu # sau dấu cách bắt đầu một ghi chú, nên phần sau nó không được đọc. Là ghi chú thì viết «# "
        "» có dấu cách; là chữ của giá trị thì đặt cả giá trị trong ngoặc kép."
    ),
    bad="ly_do: Thiếu phụ lục #2",
    good='ly_do: "Thiếu phụ lục #2"',
)
TT031 = error(
    "TT031",
    "dấu của một lần gộp git chưa xong",
    reason=(
        "Khi hai người cùng sửa một chỗ, git để cả hai bản trong tệp, ngăn bằng ba dòng <<<<<<<, ======= và "
        ">>>>>>>. Phải chọn một bản (hoặc ghép hai bản) rồi xóa ba dòng ấy; chưa chọn thì tệp không được đọc."
    ),
    bad="<<<<<<< HEAD\ntiep_nhan: 3\n=======\ntiep_nhan: 4\n>>>>>>> may-khac",
    good="tiep_nhan: 4",
)
TT032 = error(
    "TT032",
    "thiếu dấu cách sau dấu gạch đầu mục",
    reason="Mỗi mục của danh sách bắt đầu bằng dấu gạch và một dấu cách; viết liền thì thành tên khóa.",
    bad="lan_nop:\n  -nhan_luc: 28/5/2021\n    kenh: giay",
    good="lan_nop:\n  - nhan_luc: 28/5/2021\n    kenh: giay",
)
TT033 = error(
    "TT033",
    "dấu ngoặc cong dán từ Word",
    reason=(
        "Word đổi dấu ngoặc thẳng thành ngoặc cong “ ” ‘ ’. Với YAML, ngoặc cong là chữ như mọi chữ khác: "
        "không bao được giá trị, cũng không được là một phần của ngày, số, mã."
    ),
    bad="ly_do: “Thiếu: mục II”",
    good='ly_do: "Thiếu: mục II"',
)
