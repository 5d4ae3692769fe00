"""How long one review takes, as whole processes side by side: ``python benchmarks/review.py FILE [--runs N]``.

Each round runs every command once, in turn, so that a busy machine hurts all alike; medians and their ratios to bare
pypdfium2 text extraction are printed, with peak memory. DOCX files are compared with bare python-docx.
"""

import argparse
import os
import statistics
import sys
import time
from pathlib import Path

PYTHON = sys.executable
BARE_PDFIUM = (
    "import sys, pypdfium2\n"
    "print(sum(len(p.get_textpage().get_text_range()) for p in pypdfium2.PdfDocument(sys.argv[1])))"
)
BARE_PLUMBER = (
    "import sys, pdfplumber; print(sum(len(p.extract_text() or '') for p in pdfplumber.open(sys.argv[1]).pages))"
)
BARE_DOCX = "import sys, docx; print(sum(len(p.text) for p in docx.Document(sys.argv[1]).paragraphs))"


def commands(file: Path) -> dict[str, list[str]]:
    """Name to command; the first is what the others are measured against."""
    review = [PYTHON, "-m", "agreecheck", str(file)]
    bare = (
        {"bare python-docx": [PYTHON, "-c", BARE_DOCX, str(file)]}
        if file.suffix == ".docx"
        else {
            "bare pypdfium2": [PYTHON, "-c", BARE_PDFIUM, str(file)],
            "bare pdfplumber": [PYTHON, "-c", BARE_PLUMBER, str(file)],
        }
    )
    return bare | {
        "python -c pass": [PYTHON, "-c", "pass"],
        "agreecheck --help": [PYTHON, "-m", "agreecheck", "--help"],
        "agreecheck FILE": review,
        "agreecheck FILE --format json": [*review, "--format", "json"],
        "agreecheck FILE, first reader": [*review, "--no-second-reader"],
    }


def run(command: list[str]) -> tuple[float, float, int]:
    """Seconds, peak memory in MiB and exit code of one process."""
    silent = os.open(os.devnull, os.O_WRONLY)
    start = time.perf_counter()
    actions = [(os.POSIX_SPAWN_DUP2, silent, 1), (os.POSIX_SPAWN_DUP2, silent, 2)]
    child = os.posix_spawn(command[0], command, dict(os.environ), file_actions=actions)
    _, status, used = os.wait4(child, 0)
    os.close(silent)
    return time.perf_counter() - start, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    table = commands(options.file)
    for command in table.values():  # once for nothing: files into memory, bytecode onto disk
        run(command)
    rounds = [{name: run(command) for name, command in table.items()} for _ in range(options.runs)]
    base = statistics.median(one[next(iter(table))][0] for one in rounds)
    print(f"{options.file.name}, median of {options.runs} rounds\n{'':32}{'seconds':>9}{'ratio':>8}{'MiB':>7}  exit")
    for name in table:
        seconds = statistics.median(one[name][0] for one in rounds)
        memory = max(one[name][1] for one in rounds)
        codes = sorted({one[name][2] for one in rounds})
        print(f"{name:32}{seconds:9.3f}{seconds / base:8.1f}{memory:7.0f}  {', '.join(map(str, codes))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
