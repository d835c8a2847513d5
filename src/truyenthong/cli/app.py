"""The list of commands; a command's module is imported, and the command built, when it is called."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer
import typer.main
from typer._click import Command, Context

from truyenthong import __version__
from truyenthong.cli import console, options, vietnamese

vietnamese.install()


class Later(typer.core.TyperCommand):
    """What is known of a command before it is called: its name and its line in the list of commands."""

    def __init__(
        self, name: str, place: str, line: str, *, anywhere: bool = False, writes: bool = False
    ) -> None:
        """Lists a command.

        Args:
            name: what the user types.
            place: module in ``cli.commands`` and function, «record:sent»; the module alone where both agree.
            line: the first line of its help.
            anywhere: it works without a workspace and takes neither ``-C`` nor ``--as-of``.
            writes: it may have to wait for another run and takes ``--wait``.
        """
        super().__init__(name, help=line)
        self._place, self._anywhere, self._writes = place, anywhere, writes

    def built(self) -> Command:
        """The command itself."""
        module, _, function = self._place.partition(":")
        called = getattr(import_module(f"truyenthong.cli.commands.{module}"), function or module)
        alone = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
        alone.command(self.name, cls=vietnamese.VietnameseCommand)(called)
        command = typer.main.get_command(alone)
        if not self._anywhere:
            command.params += options.where_and_when()
        if self._writes:
            command.params.append(options.wait())
        return command


class Commands(vietnamese.VietnameseGroup):
    """A group of commands that are built when they are called; help and completion use the list alone."""

    def __init__(self, name: str, line: str, commands: Sequence[Command], **more: Any) -> None:  # noqa: ANN401 - Typer's own arguments
        super().__init__(
            name=name, help=line, commands=commands, no_args_is_help=True, rich_markup_mode=None, **more
        )

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """The command that is called, its name and the words for it."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.built() if isinstance(command, Later) else command, rest


_CONFIRM = Commands(
    "confirm",
    "Ghi điều đã đối chiếu với văn bản: tên đơn vị, phụ lục.",
    [
        Later(
            "unit",
            "confirm:unit",
            "Ghi rằng tên đơn vị đã đối chiếu với văn bản; báo cáo thôi ghi chú đơn vị ấy chưa xác minh.",
            writes=True,
        ),
        Later(
            "appendix",
            "confirm:appendix",
            "Ghi rằng phụ lục, hoặc từng hàng của nó, đã đối chiếu với văn bản.",
            writes=True,
        ),
    ],
)
_RECORD = Commands(
    "record",
    "Ghi lại việc trên giấy: văn bản đã gửi, bài đã nhận, gia hạn.",
    [
        Later("entry", "record_entry:entry", "Ghi một mục vào sổ theo dõi.", writes=True),
        Later(
            "receipt",
            "record:receipt",
            "Ghi bài đơn vị gửi bằng giấy, hoặc báo qua điện thoại, thành một lần nhận.",
            writes=True,
        ),
        Later(
            "extension",
            "record:extension",
            "Ghi gia hạn mà Văn phòng đã cho một hay nhiều đơn vị.",
            writes=True,
        ),
        Later(
            "reminded",
            "record_reminded:reminded",
            "Ghi rằng đã đôn đốc đơn vị bằng công văn (giấy, e-Office); mốc đến ngày ấy thôi gửi thư.",
            writes=True,
        ),
        Later("sent", "record:sent", "Ghi văn bản Sở đã gửi thành bài nộp của đơn vị gửi.", writes=True),
        _CONFIRM,
    ],
)
_MAIL = Commands(
    "mail",
    "Thư khai ở data/outreach.yaml: thử máy chủ, tóm tắt tuần.",
    [
        Later("check", "mail:check", "Thử máy chủ thư đã khai: kết nối, chứng thư, đăng nhập, hộp thư."),
        Later(
            "summary",
            "mail:summary",
            "Gửi tóm tắt tuần và trang tiến độ cho nguoi_nhan_tom_tat, mỗi người mỗi tuần một thư.",
            writes=True,
        ),
    ],
)
_TEMPLATE = Commands(
    "template",
    "Tạo, kiểm tra mẫu Word và xem mẫu được dùng những ô nào.",
    [
        Later(
            "check",
            "template:check",
            "Kiểm tra mẫu Word: cú pháp, tên ô, chỗ mở và đóng, biểu đồ và hình.",
            writes=True,
        ),
        Later("fields", "template:fields", "Liệt kê các ô mà mẫu của một báo cáo được dùng, kèm ví dụ."),
        Later(
            "copy",
            "template:copy",
            "Lấy mẫu đi kèm của một báo cáo ra templates/ để sửa bằng Word; không ghi đè.",
            writes=True,
        ),
        Later(
            "new",
            "template:new",
            "Tạo mẫu mới từ mẫu của một báo cáo đã đúng thể thức; không ghi đè.",
            writes=True,
        ),
    ],
)
_UNITS = Commands(
    "units",
    "Xem trước thay đổi của danh sách đơn vị.",
    [
        Later(
            "plan-change",
            "units:plan_change",
            "Xem danh sách đơn vị mới làm bảng thay đổi thế nào, trước khi ghi.",
        )
    ],
)
_COMMANDS = (
    Later(
        "init", "init", "Tạo một không gian làm việc mới; không bao giờ ghi đè.", anywhere=True, writes=True
    ),
    Later("form", "form", "Làm biểu mẫu để đơn vị điền rồi gửi lại.", writes=True),
    Later("intake", "intake", "Nhận tệp đơn vị gửi thành bài nộp.", writes=True),
    Later("review", "review", "Xem bài nào chờ quyết định; chấp nhận hoặc trả lại.", writes=True),
    Later(
        "coverage", "coverage", "Xem nội dung nào của Kế hoạch đã có đơn vị truyền thông, nội dung nào chưa."
    ),
    Later("validate", "validate", "Kiểm tra dữ liệu; chỉ rõ chỗ sai và cách sửa."),
    Later("status", "status", "Xem đơn vị nào đã gửi gì, ai chậm bao nhiêu ngày."),
    Later("report", "report", "Làm báo cáo Word; nói rõ cái nào không làm, vì sao.", writes=True),
    Later(
        "daily",
        "daily",
        "Làm mọi việc hằng ngày: hộp thư, kiểm tra, nhắc hạn, trang, lịch, báo cáo; in một trang nhật ký.",
        writes=True,
    ),
    Later(
        "calendar",
        "calendar",
        "Làm lịch hạn nộp (.ics) cho Outlook, Google, điện thoại: cả cơ quan, một hay mọi đơn vị.",
        writes=True,
    ),
    Later(
        "contacts",
        "contacts",
        "Xem địa chỉ thư của các đơn vị; đơn vị nào chưa có, viết sai, dùng chung, thư không tới.",
    ),
    Later(
        "page",
        "page",
        "Làm trang tiến độ cho lãnh đạo: một tệp HTML mở được ở mọi nơi, in được ra A4.",
        writes=True,
    ),
    Later(
        "remind",
        "remind",
        "Xem ai cần nhắc hạn; --send thì gửi, mỗi đơn vị mỗi mốc đúng một thư.",
        writes=True,
    ),
    Later(
        "explain",
        "explain",
        "Giải thích một mã lỗi, vì sao đơn vị chậm, hoặc số liệu của một báo cáo lấy từ đâu.",
    ),
    Later("find", "find", "Tìm chữ trong Kế hoạch, đơn vị, sổ theo dõi và bài nộp."),
    Later("lint", "lint", "Soát thể thức một tệp Word theo Nghị định 30/2020/NĐ-CP."),
    Later("schema", "schema", "In JSON Schema của một loại tệp cho trình soạn thảo."),
    Later("docs", "docs", "Mở hướng dẫn sử dụng đi kèm chương trình.", anywhere=True),
    Later("completion", "completion", "In đoạn lệnh gợi ý khi nhấn Tab; README chỉ cách cài.", anywhere=True),
    _MAIL,
    _TEMPLATE,
    _RECORD,
    _UNITS,
)


def command() -> Commands:
    """The whole program as one command object."""
    version = typer.core.TyperOption(
        param_decls=["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help="Hiện phiên bản rồi thôi.",
    )
    return Commands(
        "",
        "Theo dõi kế hoạch truyền thông của ngành: kiểm tra bài nộp, xem tiến độ, làm báo cáo Word.",
        _COMMANDS,
        params=[*options.where_and_when(), version],
        context_settings={"help_option_names": ["-h", "--help"]},
    )


def _version(_ctx: Context, _param: object, wanted: bool) -> None:
    if wanted:
        console.result(f"truyenthong {__version__}")
        raise typer.Exit
