"""Questions that the paper asks and answers itself: 会收回去吗？不会。 is one sentence, and denies what it asks."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from agreecheck.expressions import compiled
from agreecheck.model.rule import Negation
from agreecheck.model.span import Span
from agreecheck.rules.sentences import LONGEST_SENTENCE, Sentence

_ASKED = compiled(r"[?？][\"”」)）]?\s*$")
_LEAD = compiled(r"\s*(?:(?:答|A|Answer) ?[:：] ?)?")  # what may stand before an answer


def answered(sentences: Iterable[Sentence], folded: str, negation: Negation) -> Iterator[Sentence]:
    """The sentences in order, each question joined with the sentence that answers it. ``denied`` is what is
    asked where the answer begins with a word that denies."""
    asked: Sentence | None = None
    for sentence in sentences:
        asks = _ASKED.search(folded[sentence.span.start : sentence.span.end]) is not None
        if asked is not None and not asks and _follows(asked, sentence, folded):
            denied = _predicate(folded, asked.span, negation) if _denies(folded, sentence.span, negation) else None
            whole = Span(asked.span.start, sentence.span.end)
            yield replace(sentence, span=whole, definition=asked.definition or sentence.definition, denied=denied)
            asked = None
            continue
        if asked is not None:
            yield asked
        asked = sentence if asks else None
        if not asks:
            yield sentence
    if asked is not None:
        yield asked


def _follows(asked: Sentence, sentence: Sentence, folded: str) -> bool:
    between = folded[asked.span.end : sentence.span.start]
    short = sentence.span.end - asked.span.start <= LONGEST_SENTENCE
    return short and not sentence.heading and _LEAD.fullmatch(between.rstrip()) is not None


def _predicate(folded: str, question: Span, negation: Negation) -> Span:
    """What the question asks, from its asking words on: of 提前还要不要违约金 the answer denies 违约金, not 提前还."""
    starts = [at for word in negation.asking if (at := folded.find(word, question.start, question.end)) >= 0]
    return Span(min(starts, default=question.start), question.end)


def _denies(folded: str, span: Span, negation: Negation) -> bool:
    lead = _LEAD.match(folded, span.start, span.end)
    answer = folded[lead.end() if lead else span.start : span.end].lower()
    return answer.startswith(negation.answers) and not answer.startswith(negation.lookalikes)
