"""An order to end, whoever gives it: Ctrl-C, the system that shuts down, the terminal that is closed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_ORDERS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


class Stopped(KeyboardInterrupt):
    """What an order raises. Python ends by the signal itself, whatever exit code was asked for, once a plain
    KeyboardInterrupt has passed through ``exec``, as it does when a library is imported that makes its classes so."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Within, the first order raises Stopped. Those that follow are not heard, so that nothing keeps the
    program from putting away what it has; what is ignored from the start (nohup) stays so."""
    heard = False

    def obey(number: int, frame: FrameType | None) -> None:
        nonlocal heard
        heard = True
        for order in _ORDERS:
            signal.signal(order, signal.SIG_IGN)
        raise Stopped

    before = {order: signal.getsignal(order) for order in _ORDERS}
    for order in _ORDERS:
        if before[order] != signal.SIG_IGN:
            signal.signal(order, obey)
    try:
        yield
    finally:
        if not heard:
            for order, handler in before.items():
                signal.signal(order, handler)
