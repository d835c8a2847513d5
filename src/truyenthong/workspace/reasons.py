"""What the system says when it refuses, in Vietnamese; touches no file."""

from __future__ import annotations

import errno
import stat

_REASONS = {
    errno.EACCES: "không có quyền",
    errno.EPERM: "hệ thống không cho phép",
    errno.EISDIR: "đó là một thư mục, không phải tệp",
    errno.ENOTDIR: "một phần của đường dẫn không phải thư mục",
    errno.ENOENT: "không có tệp hay thư mục ấy",
    errno.EEXIST: "đã có tệp cùng tên",
    errno.EIO: "ổ đĩa báo lỗi đọc, ghi",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EDQUOT: "đã hết phần đĩa được dùng",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EFBIG: "tệp quá lớn",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.ELOOP: "các liên kết trỏ vòng quanh nhau",
    errno.EMFILE: "đang mở quá nhiều tệp",
    errno.ENFILE: "máy đang mở quá nhiều tệp",
    errno.EBUSY: "tệp hay ổ đĩa đang bận",
    errno.ETXTBSY: "tệp đang được chạy",
    errno.ESTALE: "ổ đĩa mạng đã mất tệp này",
    errno.ENOTCONN: "ổ đĩa mạng mất kết nối",
    errno.EHOSTDOWN: "máy chủ của ổ đĩa mạng không trả lời",
    errno.ETIMEDOUT: "ổ đĩa mạng không trả lời kịp",
    errno.ENODEV: "không thấy ổ đĩa",
    errno.ENXIO: "không thấy ổ đĩa",
    errno.ENOMEM: "máy hết bộ nhớ",
    errno.EAGAIN: "nơi nhận chưa nhận kịp",
    errno.EINVAL: "tên hay nội dung không hợp lệ với ổ đĩa này",
}


_KINDS = {
    stat.S_IFDIR: "đó là một thư mục, không phải tệp",
    stat.S_IFIFO: "đó là một ống dẫn, không phải tệp thường",
    stat.S_IFSOCK: "đó là một ổ cắm mạng, không phải tệp thường",
    stat.S_IFCHR: "đó là một thiết bị, không phải tệp thường",
    stat.S_IFBLK: "đó là một thiết bị, không phải tệp thường",
}


def kind_wording(mode: int) -> str:
    """What something on the disk is that is no regular file, by its mode."""
    return _KINDS.get(stat.S_IFMT(mode), "đó không phải một tệp thường")


def reason_of(error: OSError) -> str:
    """Why the system refused; a reason that is not in the list keeps the system's own words and number."""
    known = _REASONS.get(error.errno or 0)
    return known if known is not None else f"hệ thống báo «{error.strerror or error}», số {error.errno}"
