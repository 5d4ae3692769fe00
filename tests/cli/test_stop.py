"""Orders to end: the first is obeyed, what is ignored stays ignored, all is as before where none came."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from agreecheck.cli.stop import stoppable

ORDERS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    before = {order: signal.getsignal(order) for order in ORDERS}
    yield
    for order, handler in before.items():
        signal.signal(order, handler)


@pytest.mark.parametrize("order", ORDERS)
def test_the_first_order_is_obeyed_and_the_next_not_heard(order: signal.Signals) -> None:
    with pytest.raises(KeyboardInterrupt), stoppable():
        os.kill(os.getpid(), order)
    for later in ORDERS:
        os.kill(os.getpid(), later)


def test_the_exit_code_is_the_programs_wherever_the_order_finds_it(tmp_path: Path) -> None:
    """Libraries make classes by exec while they are imported; an order may come just then."""
    program = """
import os, signal, sys
from agreecheck.cli.stop import stoppable
try:
    with stoppable():
        exec("os.kill(os.getpid(), signal.SIGINT)")
except KeyboardInterrupt:
    sys.exit(130)
"""
    (tmp_path / "stopped.py").write_text(program)
    assert subprocess.run((sys.executable, "-m", "stopped"), cwd=tmp_path, check=False).returncode == 130


def test_what_is_ignored_from_the_start_stays_so() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    with stoppable():
        os.kill(os.getpid(), signal.SIGHUP)


def test_without_an_order_all_is_as_before() -> None:
    before = [signal.getsignal(order) for order in ORDERS]
    with stoppable():
        assert [signal.getsignal(order) for order in ORDERS] != before
    assert [signal.getsignal(order) for order in ORDERS] == before
