"""Train the topic classifier of the second reader: ``python benchmarks/second/train.py``.

It learns from ``clauses.toml`` and from the examples of the rules in ``patterns/zh`` (a rule's ``match`` sentences are
about the rule's item) and writes ``src/agreecheck/nlp/topics.bin``.
"""

import random
import sys
import tomllib
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import spacy
from spacy.training import Example
from spacy.util import fix_random_seed

from agreecheck.nlp.features import features
from agreecheck.nlp.pipeline import TOPICS, Topics, add_classifier, as_doc

ROOT = Path(__file__).resolve().parents[2]
LOAN = "ln-"  # the loan list: its topics are those of an agreement's items again and would only compete with them
ROWS, ROUNDS, BATCH, RATE = 4096, 20, 16, 0.01
LEAST = 1  # sentences that a feature must stand in


def clauses() -> list[tuple[str, str]]:
    """Topic and sentence, from the file written for the purpose."""
    with (Path(__file__).parent / "clauses.toml").open("rb") as file:
        topics = tomllib.load(file)["clauses"]
    return [(topic, line) for topic, lines in topics.items() for line in lines.strip().splitlines()]


def rule_examples() -> list[tuple[str, str]]:
    """Topic and sentence, from the rules' own examples."""
    found = []
    for path in sorted((ROOT / "patterns" / "zh" / "rules").glob("*.toml")):
        for rule in tomllib.loads(path.read_text("utf-8")).get("rule", []):
            if rule["item"].startswith(LOAN):
                continue
            lines = [one if isinstance(one, str) else one.get("text", "") for one in rule.get("match", [])]
            found += [(rule["item"], line) for line in lines if line]
    return found


def train(sentences: list[tuple[str, str]], rows: int = ROWS, least: int = LEAST) -> Topics:
    """Fit the classifier; the same sentences give the same weights on one machine."""
    fix_random_seed(0)
    order = random.Random(0)
    spread = Counter(feature for _, line in sentences for feature in set(features(line)))
    known = frozenset(feature for feature, count in spread.items() if count >= least)
    nlp = spacy.blank("zh")
    textcat = add_classifier(nlp, rows)
    topics = sorted({topic for topic, _ in sentences})
    for topic in topics:
        textcat.add_label(topic)
    examples = [
        Example.from_dict(as_doc(nlp, line, known), {"cats": {name: float(name == topic) for name in topics}})
        for topic, line in sentences
    ]
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = RATE
    for _ in range(ROUNDS):
        order.shuffle(examples)
        for start in range(0, len(examples), BATCH):
            nlp.update(examples[start : start + BATCH], sgd=optimizer, drop=0.0)
    _shorten(textcat.model)
    return Topics(rows=rows, known=tuple(sorted(known)), textcat=textcat.to_bytes())


def _shorten(model: Any) -> None:
    """Cut each weight to its first 16 bits (3 digits): the packed file is half as big, the scores are the same."""
    for part in model.walk():
        for name in part.param_names:
            if part.has_param(name):
                weights = np.ascontiguousarray(part.get_param(name), dtype="float32")
                part.set_param(name, (weights.view("uint32") & np.uint32(0xFFFF0000)).view("float32"))


def main() -> int:
    sentences = clauses() + rule_examples()
    packed = zlib.compress(msgspec.msgpack.encode(train(sentences)), 9)
    TOPICS.write_bytes(packed)
    print(f"{len(sentences)} sentences, {len(packed):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
