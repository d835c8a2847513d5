"""Private connections to mail servers, and why there is none, in words; certificates are always checked."""

from __future__ import annotations

import errno
import socket
import ssl
from pathlib import Path

from truyenthong.errors import CannotContinueError
from truyenthong.model.outreach import MailServer, Security


def tls_context(server: MailServer) -> ssl.SSLContext:
    """What a server's certificate is checked with.

    Raises:
        CannotContinueError: the agency's own file of certificates cannot be read.
    """
    if server.certificates is None:
        return ssl.create_default_context()
    try:
        path = Path(server.certificates).expanduser()
        return ssl.create_default_context(cafile=str(path))
    except (OSError, RuntimeError, ValueError) as error:
        raise CannotContinueError(
            f"Không đọc được tệp chứng thư {server.certificates} ({type(error).__name__}).",
            hint="chung_thu là tệp CA dạng PEM của cơ quan; xin bộ phận quản trị máy chủ thư.",
        ) from error


def tls_words(connection: object) -> str:
    """How a connection is kept private, for people."""
    if isinstance(connection, ssl.SSLSocket):
        return f"{connection.version()}, chứng thư tin được"
    return "không mã hóa, trong chính máy này"


def connection_refused(server: MailServer, error: Exception) -> CannotContinueError:
    """Why there is no connection, as a sentence with what to do."""
    place = f"{server.host}:{server.port}"
    match error:
        case ssl.SSLCertVerificationError():
            told = f"Máy chủ thư {place} không có chứng thư tin được ({error.verify_message})."
            hint = "xem lại tên máy chủ; cơ quan dùng CA riêng thì khai tệp ấy ở chung_thu."
        case socket.gaierror():
            told = f"Không tìm thấy máy chủ thư {server.host}."
            hint = "kiểm tra tên máy chủ và mạng."
        case TimeoutError():
            told, hint = f"Máy chủ thư {place} không trả lời.", "kiểm tra mạng, cổng; chạy lại sau."
        case ssl.SSLError():
            told = f"Máy chủ thư {place} không bắt đầu được kết nối có mã hóa."
            hint = "bao_mat: tls và starttls dùng hai cổng khác nhau; hỏi quản trị máy chủ thư."
        case OSError():
            told = f"Không nối được máy chủ thư {place}: {_why(error)}."
            hint = "kiểm tra mạng, tên máy chủ, cổng."
        case _ if server.security is Security.STARTTLS:
            told = f"Máy chủ thư {place} không có STARTTLS, nên không đăng nhập."
            hint = "hỏi quản trị máy chủ thư cổng có mã hóa; mật khẩu không bao giờ đi khi chưa mã hóa."
        case _:
            told, hint = f"Máy chủ ở {place} không nói như máy chủ thư.", "kiểm tra cổng và bao_mat."
    return CannotContinueError(told, hint=hint)


_REASONS = {
    errno.ECONNREFUSED: "không có máy chủ ở cổng ấy",
    errno.ECONNRESET: "máy chủ cắt kết nối",
    errno.ENETUNREACH: "không có mạng tới nơi ấy",
    errno.EHOSTUNREACH: "không có đường tới máy ấy",
}


def _why(error: OSError) -> str:
    """Why the system made no connection; what is not in the list keeps the system's own words."""
    known = _REASONS.get(error.errno or 0)
    return known if known is not None else f"hệ thống báo «{error.strerror or type(error).__name__}»"
