"""Give each figure the role that the words around it speak for."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from agreecheck.expressions import compiled
from agreecheck.facts.flow import Flow, Piece
from agreecheck.facts.money.cues import Hit, Kind, hits, hits_after
from agreecheck.facts.money.titles import Title, goes_before, title_of
from agreecheck.model.fact import RoleSource
from agreecheck.model.span import Span

_CROSSED_FIGURE = 26  # another figure of the same kind stands between cue and figure
_BACK, _AHEAD = 240, 160  # characters of a sentence that are looked at before and behind a figure
_LEAST = 34  # weaker words do not reach across another figure
_CROSSED_COMMA = 14
_COMMA = compiled(r"[，,]")
_DEFINED = {
    "zh": compiled(r"[）)]?[（(](?:以下|下|下文|后)?(?:统|简|合)?称(?:为)?"),
    "en": compiled(r'"? ?\((?:the |hereinafter |together, the )?["“]'),
}


class Choice(NamedTuple):
    """The role chosen for a figure; ``evidence`` the words that gave it, ``weight`` how strongly they speak."""

    role: str
    weight: float
    evidence: Span
    source: RoleSource = "sentence"


def choose(flow: Flow, kind: Kind, figures: Sequence[Piece], others: Sequence[Piece]) -> list[list[Choice]]:
    """For each figure (sorted, disjoint) the roles that speak for it, best first.

    ``others`` are figures of other kinds: they may stand between and count as one character.
    """
    found = hits(flow, flow.pack, kind)
    near = _Near(flow, figures, others)
    return [
        _in_order(flow, _weigh(flow, near, found, kind, figure), title_of(flow, found, figure, figures))
        for figure in figures
    ]


def best(choices: Sequence[Choice]) -> Choice | None:
    """The first choice, unless it says that there is no role."""
    return choices[0] if choices and choices[0].role else None


class _Near:
    """How far apart a cue and a figure are."""

    def __init__(self, flow: Flow, figures: Sequence[Piece], others: Sequence[Piece]) -> None:
        self.text = flow.text
        self.same = sorted(figures)
        self.any = sorted({*figures, *others})

    def distance(self, start: int, end: int) -> tuple[int, int]:
        """Characters between (a figure counts as one), and the penalty for what lies between."""
        gap = self.text[start:end]
        inside = list(self._within(self.any, start, end))
        length = len(gap) - sum(p.end - p.start - 1 for p in inside)
        bare = _without(gap, start, inside)
        crossed = len(self._within(self.same, start, end))
        return length, _CROSSED_FIGURE * crossed + _CROSSED_COMMA * len(_COMMA.findall(bare))

    @staticmethod
    def _within(pieces: list[Piece], start: int, end: int) -> list[Piece]:
        first = bisect_left(pieces, Piece(start, 0))
        result = []
        for piece in pieces[first:]:
            if piece.start >= end:
                break
            if piece.end <= end:
                result.append(piece)
        return result


def _without(gap: str, offset: int, pieces: list[Piece]) -> str:
    """The gap without the figures in it (their thousands commas are no commas)."""
    for piece in reversed(pieces):
        gap = gap[: max(0, piece.start - offset)] + gap[piece.end - offset :]
    return gap


def _weigh(flow: Flow, near: _Near, found: Sequence[Hit], kind: Kind, figure: Piece) -> list[Choice]:
    whole = flow.sentence(figure.start)
    sentence = Piece(max(whole.start, figure.start - _BACK), min(whole.end, figure.end + _AHEAD))
    text = flow.text[sentence.start : sentence.end]
    defined = _defined(flow, figure)
    cell = flow.text.find("\t", figure.end, sentence.end)
    behind = hits_after(flow, flow.pack, kind, figure.end, cell if cell >= 0 else sentence.end)
    first, last = (bisect_left(found, at, key=lambda h: h.start) for at in sentence)
    within = [h for h in found[first:last] if h.end <= sentence.end]
    weighed = [
        (hit, weight)
        for hit in (*within, *behind)
        if (hit.end <= figure.start or hit.start >= figure.end)
        and (weight := _weight(near, hit, figure, defined, flow)) is not None
        and _applies(hit, text)
        and (hit.by.then is None or hit.by.then.match(flow.text, _behind_bracket(flow, figure.end)))
    ]
    choices: dict[str, Choice] = {}
    for hit, weight in weighed:
        role = hit.by.cue.role
        if not _inside_longer(hit, weighed) and (role not in choices or choices[role].weight < weight):
            source: RoleSource = "definition" if defined and defined.start <= hit.start < defined.end else "sentence"
            choices[role] = Choice(role, weight, flow.span(hit.start, hit.end), source)
    return sorted(choices.values(), key=lambda c: (c.source != "definition", -c.weight, c.role))


def _in_order(flow: Flow, said: list[Choice], title: Title | None) -> list[Choice]:
    """A name defined for the figure, then the title of its clause, then its sentence: unless the sentence names it."""
    if title is None or (said and said[0].source == "definition"):
        return said
    hit = title.hit
    own = Choice(hit.by.cue.role, hit.by.cue.weight, flow.span(hit.start, hit.end), "title")
    first = not said or goes_before(flow, title, ((_words(flow, c), c.weight) for c in said if c.role != own.role))
    return [own, *said] if first else said


def _words(flow: Flow, choice: Choice) -> str:
    piece = flow.piece(choice.evidence)
    return flow.text[piece.start : piece.end]


def _behind_bracket(flow: Flow, at: int) -> int:
    """Behind the bracket that closes the words of a sum (5,000元（大写：伍仟元整）按…)."""
    return at + 1 if flow.text[at : at + 1] in (")", "）") else at


def _inside_longer(hit: Hit, weighed: Sequence[tuple[Hit, float]]) -> bool:
    """A phrase inside a longer one that speaks for the same figure keeps silent (本金 in 原借款本金)."""
    return hit.by.cue.where == "before" and any(
        other.start <= hit.start
        and hit.end <= other.end
        and other.end - other.start > hit.end - hit.start
        and other.by.cue.where == "before"
        for other, _ in weighed
    )


def _applies(hit: Hit, sentence: str) -> bool:
    if hit.by.needs and not hit.by.needs.search(sentence):
        return False
    return not (hit.by.unless and hit.by.unless.search(sentence))


def _weight(near: _Near, hit: Hit, figure: Piece, defined: Piece | None, flow: Flow) -> float | None:
    """How strongly the hit speaks for the figure; None if it does not reach it."""
    cue = hit.by.cue
    longer = min(len(flow.text[hit.start : hit.end]), 12) / 4  # of two cues the more telling one
    if cue.where == "before" and defined and defined.start <= hit.start and hit.end <= defined.end:
        return cue.weight + 20 + longer
    if cue.where == "scope":
        if hit.end > figure.start:
            return None
        if hit.by.stop and hit.by.stop.search(flow.text, hit.end, figure.start):
            return None
        return cue.weight
    if cue.where == "before" and hit.end <= figure.start:
        length, penalty = near.distance(hit.end, figure.start)
    elif cue.where == "after" and hit.start >= figure.end:
        length, penalty = near.distance(figure.end, hit.start)
    else:
        return None
    weight = cue.weight + longer - length - penalty
    return None if length > cue.reach or (penalty >= _CROSSED_FIGURE and weight < _LEAST) else weight


def _defined(flow: Flow, figure: Piece) -> Piece | None:
    """The parenthesis right behind a figure that gives it a name (以下简称“结清款”)."""
    match = _DEFINED[flow.pack].match(flow.text, figure.end)
    if not match:
        return None
    end = flow.text.find("）" if "）" in flow.text[match.start() : match.start() + 40] else ")", match.end())
    return Piece(match.end(), end) if 0 < end - match.end() <= 40 else None
