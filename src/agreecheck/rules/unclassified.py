"""Sentences that agree something and that no rule of any item knows: they are for the reader to read himself."""

from collections.abc import Iterable, Iterator

from agreecheck.model.finding import Verdict
from agreecheck.model.rule import Rule
from agreecheck.model.span import Span
from agreecheck.rules.ground import Ground
from agreecheck.rules.load import Rulebook
from agreecheck.rules.notation import Pattern, parse, referred
from agreecheck.rules.phrase import matches, possible

OPERATIVE = ("operative",)  # the pack's concept of words that bind
MOST = 60
_TELLING = ("amount:", "date:", "rate:", "term:", "breakdown:", "schedule", "account", "due_day", "missing:")


def unclassified(ground: Ground, verdicts: Iterable[Verdict], book: Rulebook) -> tuple[Span, ...]:
    """The sentences in order of place, at most ``MOST``; none that a verdict quotes."""
    quoted = [evidence.span for verdict in verdicts for evidence in verdict.evidence]
    bound = dict.fromkeys(_sentence(start, ground) for start, _ in ground.places(OPERATIVE))
    open_ = [s for s in bound if s is not None and not any(map(s.overlaps, quoted))]
    known = {place for rule in book.pack.rules for place in _touched(rule, ground)} if open_ else set()
    return tuple(s for s in open_ if s.start not in known)[:MOST]


def _sentence(place: int, ground: Ground) -> Span | None:
    """The sentence around a binding word; a heading and a definition bind nobody."""
    sentence = ground.layout.sentence_at(place)
    return None if sentence is None or sentence.heading or sentence.definition else sentence.span


def _touched(rule: Rule, ground: Ground) -> Iterator[int]:
    """Where sentences start in which a pattern of the rule holds, whatever the rule makes of them."""
    for written in (*rule.when, *rule.against, *rule.topic, *rule.found):
        if referred(written) is not None:
            continue
        pattern = parse(written)
        if not (possible(pattern, ground) and _tells(pattern, ground)):
            continue
        for match in matches(pattern, ground, rule.scope, definitions=True):
            for span in (match.span, *match.also):
                sentence = ground.layout.sentence_at(span.start)
                if sentence is not None:
                    yield sentence.span.start


def _tells(pattern: Pattern, ground: Ground) -> bool:
    """Whether the pattern asks for more than a party or a bare figure, which stand in every sentence."""
    return any(
        ground.has_polarity(element.labels) or any(label.startswith(_TELLING) for label in element.labels)
        for part in pattern.wanted
        for element in part
    )
