"""What a folder of papers costs: ``python benchmarks/folder.py WORK [--files 1000] [--broken 20] [--curve 100 1000]``.

Prints documents a second, per core and per second of processor time, of a folder reviewed at once; beside them single
runs of some of its files, and bare pypdfium2 text extraction of its PDF files in one warm process. Processor time is
what to compare on a machine that has other work. ``--curve`` reviews that many short text files at a time, of at most
``--distinct`` contents (what is the same is read once, but told for each file), and prints the peak memory of the
program and of its largest worker. Made files stay in WORK. Needs Linux (/proc).
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from folder_papers import papers, short_papers

AGREECHECK = [sys.executable, "-m", "agreecheck"]
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Cost:
    """Of one run: wall-clock seconds, processor seconds and peak memory (MiB) of each of its processes, exit code."""

    leader: int = 0
    seconds: float = 0.0
    code: int = 0
    processor: dict[int, float] = field(default_factory=dict)
    memory: dict[int, float] = field(default_factory=dict)

    def look(self) -> None:
        """Note what every process of the session has used so far."""
        for place in Path("/proc").glob("[0-9]*"):
            with suppress(OSError, IndexError, ValueError):
                stat = (place / "stat").read_text().rsplit(")", 1)[1].split()
                if int(stat[3]) == self.leader:
                    pid, status = int(place.name), (place / "status").read_text()
                    self.processor[pid] = (int(stat[11]) + int(stat[12])) / TICKS
                    self.memory[pid] = int(status.split("VmHWM:")[1].split()[0]) / 1024

    def worker_memory(self) -> float:
        """The largest process besides the first."""
        return max((size for pid, size in self.memory.items() if pid != self.leader), default=0)


def folder_run(folder: Path, out: Path, *words: str) -> Cost:
    """Review a folder anew."""
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    run = subprocess.Popen([*AGREECHECK, folder, "-o", out, "--quiet", *words], start_new_session=True)
    cost = Cost(leader=run.pid)
    while run.poll() is None:
        cost.look()
        time.sleep(0.1)
    cost.seconds, cost.code = time.perf_counter() - start, run.returncode
    return cost


def single_run(file: Path) -> tuple[float, float]:
    """Wall-clock and processor seconds of reviewing one file."""
    start = time.perf_counter()
    run = subprocess.Popen([*AGREECHECK, file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, used.ru_utime + used.ru_stime


def bare(files: list[Path]) -> float:
    """Processor seconds of bare text extraction, this process being warm."""
    import pypdfium2

    def text(file: Path) -> int:
        with suppress(pypdfium2.PdfiumError):
            return sum(len(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(file))
        return 0

    text(files[1])
    start = time.process_time()
    for file in files:
        text(file)
    return time.process_time() - start


def compare(work: Path, total: int, broken: int, alone: int, jobs: int) -> None:
    """One folder against its files one by one and against bare extraction."""
    home = work / f"papers-{total}-{broken}"
    papers(home, total, broken)
    files = sorted(home.iterdir())
    whole = folder_run(home, work / "out", "--jobs", str(jobs), "--format", "json")
    used = sum(whole.processor.values())
    reports = len(list((work / "out").glob("*.json"))) - 1
    print(f"{total} files, {broken} broken: {reports} reports, exit code {whole.code}, {jobs} jobs")
    rate = total / whole.seconds
    print(f"  {whole.seconds:8.1f} s   {rate:6.2f} files/s   {rate / jobs:6.2f} per core")
    print(f"  {used:8.1f} s of processor time   {total / used:6.2f} files/s")
    print(f"  peak memory {whole.memory[whole.leader]:.0f} MiB, worker {whole.worker_memory():.0f} MiB")
    some = [single_run(file) for file in files[:: max(1, total // alone)]]
    wall, processor = (sum(part) / len(some) for part in zip(*some, strict=True))
    print(f"one by one ({len(some)} measured): {wall:.2f} s, {processor:.2f} s of processor time a file;")
    print(f"  all would take {wall * total:.0f} s, {wall * total / whole.seconds:.1f} times the folder's;")
    print(f"  of processor time {processor * total:.0f} s, {processor * total / used:.1f} times the folder's")
    prints = [file for file in files if file.suffix == ".pdf"]
    only = folder_run(home, work / "out", "--jobs", str(jobs), "--format", "json", "--include", "*.pdf")
    ours, theirs = sum(only.processor.values()), bare(prints)
    print(f"{len(prints)} PDF files, processor time: {1000 * ours / len(prints):.1f} ms a file,")
    print(f"  bare pypdfium2 {1000 * theirs / len(prints):.1f} ms, ratio {ours / theirs:.1f}")


def curve(work: Path, sizes: list[int], distinct: int, jobs: int) -> None:
    """Peak memory by number of files."""
    print(f"short text files, {min(distinct, max(sizes))} contents at most, {jobs} jobs")
    print(f"{'files':>8}{'seconds':>10}{'processor':>11}{'MiB':>8}{'worker MiB':>12}  exit")
    for size in sizes:
        home = work / f"short-{size}-{distinct}"
        short_papers(home, size, distinct)
        cost = folder_run(home, work / "out-short", "--jobs", str(jobs), "--format", "json")
        memory, used = cost.memory[cost.leader], sum(cost.processor.values())
        print(
            f"{size:8}{cost.seconds:10.1f}{used:11.1f}{memory:8.0f}{cost.worker_memory():12.0f}  {cost.code}",
            flush=True,
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--files", type=int, default=1000, help="0: leave this part out")
    parser.add_argument("--broken", type=int, default=20)
    parser.add_argument("--alone", type=int, default=24, help="how many are reviewed one by one")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--curve", type=int, nargs="*", default=[])
    parser.add_argument("--distinct", type=int, default=sys.maxsize)
    options = parser.parse_args()
    if options.files:
        compare(options.work, options.files, options.broken, options.alone, options.jobs)
    if options.curve:
        curve(options.work, options.curve, options.distinct, options.jobs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
