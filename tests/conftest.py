"""Shared by all tests: which of them need a program that pip cannot install, and how properties are tried.

Properties are tried with the same examples each time, however long one takes on a busy machine;
``--hypothesis-profile=default`` looks for new ones.
"""

import shutil

import pytest
from hypothesis import settings

settings.register_profile("promises", deadline=None, derandomize=True)
settings.load_profile("promises")

_LEFT_OUT: list[str] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--complete", action="store_true", help="fail if a test is left out for want of a system program")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(program): left out, and listed, where this system program is missing")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    kept, left = [], []
    for item in items:
        missing = [m.args[0] for m in item.iter_markers("needs") if not shutil.which(m.args[0])]
        if missing:
            left.append(item)
            _LEFT_OUT.append(f"{item.nodeid} (needs {', '.join(missing)})")
        else:
            kept.append(item)
    items[:] = kept
    if left:
        config.hook.pytest_deselected(items=left)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _LEFT_OUT:
        terminalreporter.section("left out for want of a system program")
        for line in _LEFT_OUT:
            terminalreporter.write_line(line)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if _LEFT_OUT and session.config.getoption("--complete") and exitstatus == 0:
        session.exitstatus = 1
