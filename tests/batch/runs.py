"""``agreecheck`` as a process of its own, on the samples."""

import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
PAPERS = ("debt-buyer.pdf", "deferral.docx", "goods.pdf", "lease.pdf", "hardship.docx", "debt-buyer-scan.pdf")
HANGS = 300  # seconds after which a process is taken to hang; no machine is so busy


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "agreecheck", *map(str, words), "--as-of", "2026-11-01", "--lang", "en"]


def agreecheck(*words: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(command(*words), capture_output=True, timeout=HANGS, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    """What was written below a folder, without the store."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and not p.name.startswith(".agreecheck.")
    }
