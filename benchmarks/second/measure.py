"""How well the second reader finds the sentence of an item, on the samples and their expected reviews.

``python benchmarks/second/measure.py``: of the items that a paper covers, how many sentences are proposed at a mark,
and how many of them are the expected one; of the items that it leaves out, how many proposals are made all the same.
Training never sees the samples; both were written by the same people, so other papers will do worse.
"""

import json
import re
from pathlib import Path
from unittest.mock import patch

from agreecheck.nlp import propose
from agreecheck.read import read

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
THRESHOLDS = (0.35, 0.5, 0.6, 0.7, 0.9)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def main() -> None:
    covered: list[tuple[float, bool]] = []
    absent: list[float] = []
    for path in sorted((SAMPLES / "expected").glob("*.json")):
        wanted = json.loads(path.read_text("utf-8"))
        items = {item: value for item, value in wanted.get("items", {}).items() if not item.startswith("ha-")}
        document = read(SAMPLES / wanted["file"])
        if not items or not document.language.startswith("zh"):
            continue
        with patch.dict(propose.__globals__, LEAST=0.0):
            found = {p.item: p for p in propose(document, dict.fromkeys(items, ()))}
        for item, (status, words) in items.items():
            score = found[item].score if item in found else 0.0
            if status == "absent":
                absent.append(score)
            elif words and status != "not_applicable":
                quote = document.quote(found[item].span) if item in found else ""
                covered.append((score, bare(words) in bare(quote)))
    print(f"{len(covered)} covered items, {sum(right for _, right in covered)} right sentences; {len(absent)} absent")
    print("at least   proposed   right   proposed though absent")
    for least in THRESHOLDS:
        proposed = [right for score, right in covered if score >= least]
        print(f"{least:8}{len(proposed):11}{sum(proposed):8}{sum(score >= least for score in absent):12}")


if __name__ == "__main__":
    main()
