"""A review on a real terminal: as wide as the terminal is, and with its colours."""

import os
import pty
import re
import struct
import subprocess
import sys
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

from agreecheck.report.wrap import cells
from cli.test_command_line import FAST, PLAN


def on_a_terminal(path: Path, columns: int) -> str:
    """What one review writes to a terminal of so many columns."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
    command = [sys.executable, "-m", "agreecheck", str(path), *FAST]
    process = subprocess.Popen(command, stdout=theirs, env={**environment, "TERM": "xterm"})
    os.close(theirs)
    parts = []
    try:
        while part := os.read(ours, 65536):
            parts.append(part)
    except OSError:  # Linux: all that held the other end are gone
        pass
    process.wait(60)
    os.close(ours)
    return b"".join(parts).decode()


def test_one_review_is_as_wide_as_the_terminal_and_coloured(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    shown = {columns: on_a_terminal(path, columns) for columns in (50, 90)}
    assert all("\x1b[" in text for text in shown.values())
    # the question sheet is left in one piece a question, to be copied
    widest = {columns: max(map(_cells, text.split("五、")[0].splitlines())) for columns, text in shown.items()}
    assert 40 < widest[50] <= 50
    assert 80 < widest[90] <= 90


def _cells(line: str) -> int:
    return cells(re.sub(r"\x1b\[[0-9;]*m", "", line))
