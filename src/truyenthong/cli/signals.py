"""What asks the program to stop becomes an exception, so that every ``finally`` on the way is run."""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn

_SIGNALS = {"SIGTERM": "có lệnh dừng chương trình", "SIGHUP": "cửa sổ lệnh đã đóng hay mất kết nối"}


class Stopped(BaseException):
    """A signal asked the program to stop; like ``KeyboardInterrupt`` it is no error that anybody handles."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number
        self.sentence = f"Đã dừng vì {_SIGNALS[signal.Signals(number).name]}; không có tệp nào ghi dở."


def listen() -> None:
    """From here on the signals raise ``Stopped``; what the caller has had ignored (``nohup``) stays so."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)  # Windows lacks some
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    for name in _SIGNALS:  # the next one must not break off the tidying up
        other = getattr(signal, name, None)
        if other is not None:
            signal.signal(other, signal.SIG_IGN)
    raise Stopped(number)
