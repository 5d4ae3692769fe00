"""Whether words are negated: "不收取手续费" speaks of a fee and agrees none."""

from bisect import bisect_right
from collections.abc import Sequence

from agreecheck.model.rule import Negation
from agreecheck.model.span import Span
from agreecheck.rules.layout import is_break

NEGATOR, STOP = "negation:word", "negation:stop"
_LOOK_BACK = 80
_LONGEST_LIST = 60


def vocabulary(negation: Negation) -> dict[str, tuple[str, ...]]:
    """The concepts that tell polarity."""
    barred = tuple(f"-{word}" for word in negation.lookalikes)
    return {NEGATOR: (*negation.words, *barred), STOP: negation.stops}


class Polarity:
    """Answers for one text. ``negators`` and ``stops`` are the sorted hits of the two concepts, ``denied`` the
    questions that are answered with a no."""

    def __init__(
        self,
        folded: str,
        negation: Negation,
        negators: list[tuple[int, int]],
        stops: list[tuple[int, int]],
        denied: Sequence[Span] = (),
    ) -> None:
        self._folded = folded
        self._negation = negation
        self._reach = {word.lower(): reach for word, reach in negation.words.items()}
        self._negators = negators
        self._stops = stops
        self._denied = denied
        self._known: dict[int, bool] = {}

    def negated(self, start: int) -> bool:
        """Whether a negating word before ``start`` reaches it, or it is asked and denied."""
        if start not in self._known:
            self._known[start] = self._look(start) != any(span.start <= start < span.end for span in self._denied)
        return self._known[start]

    def _look(self, start: int) -> bool:
        at = bisect_right(self._negators, (start, start)) - 1
        while at >= 0 and self._negators[at][0] >= start - _LOOK_BACK:
            begin, end = self._negators[at]
            if begin < start < end:  # 不以 reaches the 以 of 以系统为准, but 均不 is the very 不 of 不作数
                return not any(self._folded.startswith(word, start) for word in self._reach)
            if end <= start:
                return self._reaches(begin, end, start)
            at -= 1
        return False

    def _reaches(self, begin: int, end: int, start: int) -> bool:
        between = range(end, start)
        if any(is_break(self._folded, place, self._negation.breaks) for place in between):
            return False
        if any(end <= stop[0] and stop[1] <= start for stop in self._stops):
            return False
        word = "".join(self._folded[begin:end].split()).lower()
        reach = self._reach.get(word) or self._reach.get(self._folded[begin:end].lower(), 6)
        joint = self._first_joint(end, start)
        if joint is None:
            return start - end <= reach
        return joint - end <= reach and start - end <= _LONGEST_LIST

    def _first_joint(self, end: int, start: int) -> int | None:
        """Where the first member of a list ends: "不收取利息、罚息及年费" denies all three."""
        found = [self._folded.find(joint, end, start) for joint in self._negation.list_joints]
        return min((place for place in found if place >= 0), default=None)
