"""What the system refuses at a file, as sentences: the errors that ``storage`` raises."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from truyenthong.errors import CannotContinueError, FileInUseError
from truyenthong.text import number_wording

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


def reason_of(error: OSError) -> str:
    """Why the system refused; a reason that is not in the list keeps the system's own words and number."""
    known = _REASONS.get(error.errno or 0)
    return known if known is not None else f"hệ thống báo «{error.strerror or error}», số {error.errno}"


class RefusedError(CannotContinueError):
    """The system refuses to read something; ``reason`` is why, a phrase."""

    def __init__(self, message: str, *, hint: str | None = None, reason: str) -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


class TooLargeError(RefusedError):
    """A file is larger than whoever reads it can use."""


def no_scratch_folder() -> CannotContinueError:
    """That there is no place for temporary files."""
    return CannotContinueError(
        "Không có thư mục tạm nào ghi được.",
        hint="kiểm tra chỗ trống trên đĩa, hoặc đặt biến môi trường TMPDIR (Windows: TEMP).",
    )


def in_use(path: Path) -> FileInUseError:
    """That a file cannot be written because another program has it open."""
    return FileInUseError(
        f"Không ghi được {path}: tệp đang mở ở nơi khác (Word?).",
        hint="đóng tệp rồi chạy lại; bản cũ còn nguyên.",
    )


def cannot_open(path: str | Path, error: OSError) -> RefusedError:
    """That a file cannot be opened; some systems refuse what is no regular file in words of their own."""
    with contextlib.suppress(OSError):
        kind = os.stat(path).st_mode  # noqa: PTH116 - as it was named
        if not stat.S_ISREG(kind):
            return not_a_file(path, kind)
    return cannot_read(path, reason_of(error))


def not_a_file(path: str | Path, mode: int) -> RefusedError:
    """That something is no regular file, by its mode."""
    reason = _KINDS.get(stat.S_IFMT(mode), "đó không phải một tệp thường")
    return RefusedError(f"Không đọc được {path}: {reason}.", hint="chỉ ra một tệp thường.", reason=reason)


def cannot_read(path: str | Path, reason: str) -> RefusedError:
    """That the system refuses to read something, with its reason."""
    return RefusedError(
        f"Không đọc được {path}: {reason}.",
        hint="kiểm tra quyền đọc tệp, ổ đĩa mạng, hoặc chương trình đang giữ tệp.",
        reason=reason,
    )


def too_large(path: str | Path, size: int, most: int) -> TooLargeError:
    """That a file has more bytes than its reader takes."""
    reason = f"tệp quá lớn ({_size(size)}; nhiều nhất {_size(most)})"
    return TooLargeError(f"Không đọc được {path}: {reason}.", hint="kiểm tra lại tên tệp.", reason=reason)


def _size(count: int) -> str:
    for unit, name in ((1_000_000, "MB"), (1_000, "KB")):
        if count >= unit:
            return f"{number_wording(count // unit)} {name}"
    return f"{count} byte"


def cannot_write(path: Path, error: Exception) -> CannotContinueError:
    """That the system refuses to write a file or to lock a folder."""
    reason = reason_of(error) if isinstance(error, OSError) else "ổ đĩa này không cho khóa tệp"
    return CannotContinueError(
        f"Không ghi được {path}: {reason}.",
        hint="kiểm tra quyền ghi và chỗ trống trên đĩa; bản cũ (nếu có) còn nguyên.",
    )
