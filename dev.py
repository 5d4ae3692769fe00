#!/usr/bin/env python3
"""Set up and check this project with nothing but Python 3.11 or newer.

    python3 dev.py try [FILE]       make .venv, install agreecheck into it, review a sample (or FILE)
    python3 dev.py test [--complete]  install what the tests need and run all checks

``test`` leaves out what needs a system program that is missing, and lists it; ``--complete`` makes that a failure.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SAMPLE = HERE / "samples" / "card-plan.pdf"


def run(*command: str | Path) -> int:
    """Run one step in the project's folder, its output going through."""
    return subprocess.run([str(c) for c in command], cwd=HERE, check=False).returncode


def install(what: str) -> None:
    """Make the virtual environment where there is none, and install ``what`` into it."""
    if sys.version_info < (3, 11):  # noqa: UP036  # this file runs before anything checks the version
        sys.exit(
            f"agreecheck needs Python 3.11 or newer; this is {sys.version.split()[0]}. Run dev.py with a newer one."
        )
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists() and run(sys.executable, "-m", "venv", VENV):
        sys.exit("The virtual environment could not be made. On Debian and Ubuntu: apt install python3-venv.")
    if run(BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", what):
        sys.exit(
            "The installation did not succeed; see the lines above. A connection to the package index is needed once."
        )


def try_it(files: list[str]) -> int:
    """Install and review; findings (exit code 1) are what a review is for, so they are no failure here."""
    install(".")
    code = run(BIN / "agreecheck", *(files or [SAMPLE]))
    return 0 if code == 1 else code


def test(options: list[str]) -> int:
    """Lint, types, import contracts, then the tests. All run even if one fails."""
    install(".[test]")
    steps = [
        ("lint", [BIN / "ruff", "check", "."]),
        ("format", [BIN / "ruff", "format", "--check", "."]),
        ("types", [BIN / "mypy"]),
        ("layers", [BIN / "lint-imports"]),
        ("tests", [BIN / "python", "-m", "pytest", *options]),
    ]
    failed = []
    for name, command in steps:
        print(f"== {name}", flush=True)
        if run(*command):
            failed.append(name)
    print(f"== failed: {', '.join(failed)}" if failed else "== all checks passed", flush=True)
    return 1 if failed else 0


def main() -> int:
    verb, rest = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if verb == "try":
        return try_it(rest)
    if verb == "test":
        return test(rest)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
