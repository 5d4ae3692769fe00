"""Make the sample papers from ``samples/sources``: ``python samples/make.py [NAME ...]``.

The made files are committed, so nobody needs this to use them; the same sources, fonts and library versions give
the same bytes. ``--check`` makes nothing and fails where a committed file differs.
"""

import sys
from pathlib import Path

from making.source import Paper, read_source

HERE = Path(__file__).resolve().parent


def make(paper: Paper) -> dict[str, bytes]:
    """File name to content of all files of one paper."""
    if paper.head["format"] == "docx":
        from making.docx import docx_file

        return {f"{paper.name}.docx": docx_file(paper)}
    from making.pdf import pdf, scan

    files = {f"{paper.name}.pdf": pdf(paper)}
    if paper.head.get("scan"):
        files[f"{paper.name}-scan.pdf"] = scan(paper)
    return files


def main(words: list[str]) -> int:
    check, names = "--check" in words, [word for word in words if not word.startswith("-")]
    sources = [path for path in sorted((HERE / "sources").glob("*.md")) if not names or path.stem in names]
    differing = []
    for path in sources:
        for name, content in make(read_source(path)).items():
            target = HERE / name
            if check:
                differing += [name] if not target.exists() or target.read_bytes() != content else []
            else:
                target.write_bytes(content)
                print(f"{name}: {len(content):,} bytes")
    for name in differing:
        print(f"{name} differs from its source", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
