"""What patterns are tried on: one document's text, its hits by label, its layout and polarity."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import Hit
from agreecheck.model.rule import Pack
from agreecheck.rules import labels, polarity
from agreecheck.rules.layout import Layout
from agreecheck.text.fold import fold

Place = tuple[int, int]


class Ground:
    """Built once a document. ``places(labels)`` gives sorted ``(start, end)`` pairs outside furniture and contents."""

    def __init__(self, document: Document, facts: Facts, hits: Iterable[Hit], pack: Pack) -> None:
        self.document, self.facts, self.pack = document, facts, pack
        self.rules = {rule.id: rule for rule in pack.rules}
        self.folded = fold(document.text)
        self.layout = Layout(document, self.folded, pack)
        self._by_label: dict[str, list[Place]] = {}
        self._add(hits)
        self._add(labels.of_facts(facts))
        self._add(labels.of_parties(facts, self._by_label, pack))
        for label, places in self._by_label.items():
            self._by_label[label] = sorted(set(places))
        self.known: dict[object, Any] = {}  # what the search for patterns has found out
        self._merged: dict[tuple[str, ...], list[Place]] = {}
        self._polar: dict[tuple[str, ...], bool] = {}
        self.polarity = polarity.Polarity(
            self.folded,
            pack.negation,
            self._by_label.get(polarity.NEGATOR, []),
            self._by_label.get(polarity.STOP, []),
            tuple(sentence.denied for sentence in self.layout.sentences if sentence.denied),
        )

    def _add(self, hits: Iterable[Hit]) -> None:
        for hit in hits:
            self._by_label.setdefault(hit.label, []).append((hit.span.start, hit.span.end))

    def places(self, names: tuple[str, ...]) -> list[Place]:
        """All hits of any of these labels, sorted."""
        if len(names) == 1:
            return self._by_label.get(names[0], [])
        if names not in self._merged:
            self._merged[names] = sorted({place for name in names for place in self._by_label.get(name, ())})
        return self._merged[names]

    def places_from(self, names: tuple[str, ...], start: int, last: int) -> list[Place]:
        """Hits that begin in ``[start, last]``."""
        every = self.places(names)
        return every[bisect_left(every, (start, 0)) : bisect_left(every, (last + 1, 0))]

    def has_polarity(self, names: tuple[str, ...]) -> bool:
        """Words are affirmed or denied; figures, names and parties are neither."""
        if names not in self._polar:
            self._polar[names] = any(name.startswith("'") or name in self.pack.concepts for name in names)
        return self._polar[names]
