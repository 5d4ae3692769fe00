"""Events instead of times: what other processes do is waited for, as long as a busy machine may take."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

PROMPT = 20  # seconds: what takes two on a machine of one's own may take ten times that among others
_NEVER = 120


def wait_for(condition: Callable[[], object], seconds: float = _NEVER) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def alive(process: int) -> bool:
    """Whether a process is there and not just waiting to be counted."""
    with suppress(OSError):
        return _state(Path(f"/proc/{process}/stat"))[0] != "Z"
    return False


def session(leader: int) -> set[int]:
    """The processes of a session that are alive."""
    found = set()
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, _, of = _state(place)[:4]
            found |= {int(place.parent.name)} if int(of) == leader and state != "Z" else set()
    return found


def _state(place: Path) -> list[str]:
    """The fields of a process behind its name."""
    return place.read_text().rsplit(")", 1)[1].split()
