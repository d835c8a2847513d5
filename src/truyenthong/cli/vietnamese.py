"""Typer's own English words in Vietnamese: headings, notes and usage errors (Typer is pinned for this)."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

import typer.core
from typer._click import Command, Context, HelpFormatter
from typer._click.exceptions import (
    BadArgumentUsage,
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

_WORDS = {
    "Arguments": "Đối số",
    "Options": "Tùy chọn",
    "Commands": "Lệnh",
    "required": "bắt buộc",
    "default: {default}": "mặc định: {default}",
    "env var: {var}": "biến môi trường: {var}",
    "(dynamic)": "(tùy lúc)",
    "Missing command.": "Thiếu tên lệnh.",
    "No such command {name!r}.": "Không có lệnh «{name}».",
    "Aborted!": "Đã dừng.",
}

_NO_COMMAND = re.compile(r"^Không có lệnh «(?P<name>.*?)»\.")
_EXTRA = re.compile(r"^Got unexpected extra argument\(s\) \((?P<words>.*)\)$", re.DOTALL)


def _vietnamese(message: str) -> str:
    return _WORDS.get(message, message)


def install() -> None:
    """Has Typer take its words from the table above."""
    typer.core._ = _vietnamese  # type: ignore[attr-defined]  # Typer takes its words from this name


class VietnameseCommand(typer.core.TyperCommand):
    """A command whose help page is Vietnamese throughout."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Writes the usage line."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Context) -> Any:  # noqa: ANN401 - Typer's own option class
        """The ``--help`` option with its Vietnamese sentence."""
        return _in_vietnamese(super().get_help_option(ctx))


class VietnameseGroup(typer.core.TyperGroup):
    """A group of commands whose help page is Vietnamese throughout."""

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Writes the usage line."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Context) -> Any:  # noqa: ANN401 - Typer's own option class
        """The ``--help`` option with its Vietnamese sentence."""
        return _in_vietnamese(super().get_help_option(ctx))


def _write_usage(command: Command, ctx: Context, formatter: HelpFormatter) -> None:
    pieces = [_usage_piece(piece) for piece in command.collect_usage_pieces(ctx)]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng: ")


def _usage_piece(piece: str) -> str:
    return {"[OPTIONS]": "[TÙY CHỌN]", "COMMAND [ARGS]...": "LỆNH [ĐỐI SỐ]..."}.get(piece, piece)


def _in_vietnamese(option: Any) -> Any:  # noqa: ANN401 - Typer's own option class
    if option is not None:
        option.help = "Hiện trang này rồi thôi."
    return option


def usage_sentence(error: ClickException) -> str:
    """The error as a Vietnamese sentence."""
    match error:
        case NoSuchOption():
            near = sorted(error.possibilities or ())
            hint = f" Có phải {' hoặc '.join(near)}?" if near else ""
            return f"Không có tùy chọn {error.option_name}.{hint}"
        case MissingParameter():
            return f"Thiếu {_parameter_name(error)}."
        case BadParameter():
            return error.message
        case BadOptionUsage():
            takes_none = "does not take a value" in error.message
            verb = "không nhận giá trị" if takes_none else "cần một giá trị theo sau"
            return f"Tùy chọn {error.option_name} {verb}."
        case BadArgumentUsage():
            return "Thiếu đối số."
        case _:
            return _plain_sentence(error)


def _parameter_name(error: MissingParameter) -> str:
    param = error.param
    if param is None:
        return "đối số"
    hint = param.human_readable_name
    return f"đối số {hint}" if param.param_type_name == "argument" else f"tùy chọn {hint}"


def _plain_sentence(error: ClickException) -> str:
    message = error.message
    extra = _EXTRA.match(message)
    if extra is not None:
        return f"Thừa «{extra['words']}»: lệnh này không nhận thêm đối số."
    unknown = _NO_COMMAND.match(message)
    if unknown is not None:
        return f"Không có lệnh «{unknown['name']}».{_near_command(error, unknown['name'])}"
    return message


def _near_command(error: ClickException, name: str) -> str:
    ctx = error.ctx if isinstance(error, UsageError) else None
    commands = list(getattr(ctx.command, "commands", {})) if ctx is not None else []
    near = get_close_matches(name, commands, n=1)
    return f" Có phải «{near[0]}»?" if near else ""


def usage_help(error: ClickException) -> str | None:
    """The line that tells where the help is, or None where no command is known."""
    ctx = error.ctx if isinstance(error, UsageError) else None
    return f"Xem cách dùng: {ctx.command_path} --help" if ctx is not None else None
