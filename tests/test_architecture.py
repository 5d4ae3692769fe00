"""Promises about the code itself: small files, light start-up, and a wheel that carries its knowledge with it."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
HEAVY = ("spacy", "jieba", "pdfplumber", "pypdfium2", "docx", "rich")


def test_no_file_grows_past_400_lines() -> None:
    long = {str(p.relative_to(ROOT)): n for p in SOURCES if (n := len(p.read_text("utf-8").splitlines())) > 400}
    assert long == {}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["rules"], ["explain", "settle-cert"], ["schema"]])
def test_what_needs_no_document_loads_nothing_heavy(words: list[str]) -> None:
    program = (
        "import sys, agreecheck.cli\n"
        f"try: agreecheck.cli.main({words!r})\n"
        "except SystemExit: pass\n"
        f"print('LOADED', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "LOADED []", done.stdout[-300:]


def test_importing_the_package_loads_no_stage() -> None:
    program = "import sys, agreecheck; print([m for m in sys.modules if m.startswith('agreecheck.')])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_same_file_gives_the_same_bytes_under_any_hash_seed() -> None:
    def report(seed: str) -> bytes:
        command = [
            sys.executable,
            "-m",
            "agreecheck",
            str(ROOT / "samples" / "card-plan.pdf"),
            "--format",
            "json",
            "--as-of",
            "2026-11-01",
        ]
        return subprocess.run(command, capture_output=True, env={"PYTHONHASHSEED": seed}, check=False).stdout

    first = report("1")
    assert first.startswith(b"{")
    assert report("2") == first


def test_the_wheel_alone_reviews_an_agreement(tmp_path: Path) -> None:
    """Patterns, messages and law data travel inside; nothing is read from the checkout."""
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "bare"
    venv.create(home, with_pip=True)
    python = home / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", str(wheel)], check=True, capture_output=True)
    rules = subprocess.run(
        [python, "-m", "agreecheck", "rules"], capture_output=True, text=True, cwd=tmp_path, encoding="utf-8"
    )
    assert "settle-cert" in rules.stdout, rules.stderr
    sample = ROOT / "samples" / "card-plan.pdf"
    review = subprocess.run(
        [python, "-m", "agreecheck", str(sample)], capture_output=True, text=True, cwd=tmp_path, encoding="utf-8"
    )
    assert review.returncode in (0, 1), review.stderr
    assert "个性化分期" in review.stdout
