"""Work for worker processes that does what the file's text says: behave, die, hang, eat memory, hear nothing."""

import os
import re
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from agreecheck.batch.files import Job
from agreecheck.errors import ReadError


@dataclass(frozen=True)
class Mischief:
    """``log`` gets a line for each start, so that a test sees how often a file was begun, and by whom."""

    log: Path

    def warm(self) -> None:
        with self.log.open("a") as file:
            file.write(f"warm {os.getpid()}\n")

    def __call__(self, job: Job) -> bytes:
        text = job.path.read_text()
        with self.log.open("a") as file:
            file.write(f"{job.name} {os.getpid()}\n")
        word = text.split()[0]
        if word == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "die-once" and not job.path.with_suffix(".died").exists():
            job.path.with_suffix(".died").touch()
            os.kill(os.getpid(), signal.SIGSEGV)
        if word == "leave":
            os._exit(int(text.split()[1]))
        if word == "exit":
            sys.exit(0)
        if word == "hang":
            while True:
                time.sleep(1)
        if word == "stuck":  # in C code that lets no other thread run
            re.match("(a+)+$", "a" * 60 + "b")
        if word == "deaf":
            signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
            while True:
                time.sleep(1)
        if word == "eat":
            return bytes(3 * 1024**3)
        if word == "odd":
            raise Odd("a", "b")
        if word == "refuse":
            raise ReadError("no", code="damaged")
        if word == "slow":
            time.sleep(0.2)
        return text.upper().encode()


class Odd(Exception):
    """Cannot be rebuilt from what pickle keeps of it."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)
