"""Write ``src/agreecheck/nlp/common.txt``: the commoner words of jieba's dictionary (licence: common.LICENSE).

``python benchmarks/second/words.py [LEAST]`` with the least frequency to keep (500).
"""

import re
import sys
from importlib.util import find_spec
from pathlib import Path

TARGET = Path(__file__).resolve().parents[2] / "src" / "agreecheck" / "nlp" / "common.txt"
WORD = re.compile(r"[\u4e00-\u9fff]{1,4}")


def main() -> None:
    least = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("jieba is missing")
    lines = Path(spec.origin).with_name("dict.txt").read_text("utf-8").splitlines()
    rows = [line.split(" ") for line in lines]
    kept = sorted(row for row in rows if int(row[1]) >= least and WORD.fullmatch(row[0]))
    TARGET.write_text("".join(f"{' '.join(row)}\n" for row in kept), "utf-8")


if __name__ == "__main__":
    main()
