"""Leave one voice out: how well the topic classifier reads a way of speaking that it was not trained on.

``python benchmarks/second/leave_out.py [--items]``: each voice of ``voices.toml`` is held back in turn, the classifier
is trained on all the others and reads the sentences held back. *Recall*: the share of them whose own topic reaches the
mark; *right*: the share of proposals that are the topic under which the sentence was written. Many sentences rightly
touch a second topic, which counts as wrong here, so it is a floor. ``--items`` adds the table by item.
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from train import clauses, rule_examples, train

from agreecheck.nlp.features import parts
from agreecheck.nlp.pipeline import NO_TOPIC, Topics, add_classifier, as_doc
from agreecheck.nlp.propose import LEAST
from agreecheck.rules.second import CONVINCING

MARKS = (LEAST, CONVINCING)
PLAIN = "plain"
Labelled = tuple[str, str]  # topic, sentence


class Tally:
    """Sentences read, named at a mark; proposals made, right at a mark. Kept under a key: a voice or a topic."""

    def __init__(self) -> None:
        self.read: Counter[str] = Counter()
        self.proposed: Counter[tuple[str, float]] = Counter()
        self.right: Counter[tuple[str, float]] = Counter()

    def line(self, key: str) -> str:
        row = f"{key:24}{self.read[key]:6}"
        for mark in MARKS:
            right = self.right[key, mark]
            row += f"{right / max(1, self.read[key]):12.2f}{right / max(1, self.proposed[key, mark]):7.2f}"
        return row


def voices() -> list[tuple[str, tuple[str, ...]]]:
    """Voice and its words, in the order in which they are tried."""
    with (Path(__file__).parent / "voices.toml").open("rb") as file:
        return [(one["name"], tuple(one["words"])) for one in tomllib.load(file)["voice"]]


def voice_of(sentence: str, known: list[tuple[str, tuple[str, ...]]]) -> str:
    return next((name for name, words in known if any(word in sentence for word in words)), PLAIN)


def read(topics: Topics, sentences: list[Labelled]) -> list[dict[str, float]]:
    """For each sentence the likelihood of each topic: the best of the sentence and its parts, as in a review."""
    nlp = spacy.blank("zh")
    textcat: Any = add_classifier(nlp, topics.rows).from_bytes(topics.textcat)
    known = frozenset(topics.known)
    found = []
    for _, line in sentences:
        scores = np.asarray(textcat.predict([as_doc(nlp, part, known) for part in parts(line)])).max(axis=0)
        found.append(dict(zip(textcat.labels, map(float, scores), strict=True)))
    return found


def main(arguments: list[str]) -> int:
    every = list(dict.fromkeys(clauses() + rule_examples()))
    known = voices()
    by_voice: dict[str, list[Labelled]] = {}
    for topic, line in every:
        by_voice.setdefault(voice_of(line, known), []).append((topic, line))
    of_voice, of_item = Tally(), Tally()
    for name, held in sorted(by_voice.items()):
        rest = [one for other, lines in sorted(by_voice.items()) if other != name for one in lines]
        for (topic, _), scores in zip(held, read(train(rest), held), strict=True):
            count(of_voice, of_item, name, topic, scores)
    head = "".join(f"{f'recall {mark}':>12}{'right':>7}" for mark in MARKS)
    print(f"{'voice held out':24}{'read':>6}{head}")
    print("\n".join(of_voice.line(name) for name in (*sorted(by_voice), "all")))
    if "--items" in arguments:
        print(f"\n{'item':24}{'read':>6}{head}")
        print("\n".join(of_item.line(topic) for topic in sorted(of_item.read)))
    return 0


def count(of_voice: Tally, of_item: Tally, voice: str, topic: str, scores: dict[str, float]) -> None:
    """One sentence into both tables; sentences of no topic are read only for what is wrongly proposed on them."""
    if topic != NO_TOPIC:
        for tally, keys in ((of_voice, (voice, "all")), (of_item, (topic,))):
            tally.read.update(keys)
    for mark in MARKS:
        for proposed in (name for name, score in scores.items() if score >= mark and name != NO_TOPIC):
            for tally, keys in ((of_voice, (voice, "all")), (of_item, (proposed,))):
                tally.proposed.update((key, mark) for key in keys)
                tally.right.update((key, mark) for key in keys if proposed == topic)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
