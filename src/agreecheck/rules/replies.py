"""The answers to the question sheet, held against the paper: in the text, promised only, refused or still open."""

from collections.abc import Iterable, Sequence
from typing import Literal

from agreecheck.model.finding import Evidence, Held, Replied
from agreecheck.model.given import Answer, Promise
from agreecheck.rules.load import Rulebook
from agreecheck.rules.promises import Find, Paper, Understand, held

_SETTLED = ("found", "not_applicable")


def replied(
    answers: Sequence[Answer], paper: Paper, book: Rulebook, understand: Understand, find: Find
) -> tuple[Replied, ...]:
    """Each answer: in the text, promised only, refused or still open. What contradicts the text is only promised."""
    told = [a for a in answers if a.answer.strip() and not a.refused]
    against = held((Promise(said=a.answer, item=_first_item(a, book)) for a in told), paper, book, understand, find)
    contradicted = {id(a): h for a, h in zip(told, against, strict=True) if h.status == "contradicted"}
    return tuple(_replied(answer, paper, contradicted.get(id(answer))) for answer in answers)


def _replied(answer: Answer, paper: Paper, contradiction: Held | None) -> Replied:
    open_items = tuple(item for item in answer.items if not _settled(item, paper))
    places = contradiction.evidence if contradiction else _places(answer.items, paper)
    return Replied(
        question=answer.question,
        answer=answer.answer.strip(),
        items=answer.items,
        open_items=open_items,
        status=_state(answer, bool(open_items) or contradiction is not None),
        contradicted=contradiction is not None,
        evidence=places,
    )


def _state(answer: Answer, unsettled: bool) -> Literal["in_text", "promised", "refused", "open"]:
    if not unsettled and answer.items:
        return "in_text"
    if answer.refused:
        return "refused"
    return "promised" if answer.answer.strip() else "open"


def _settled(item: str, paper: Paper) -> bool:
    verdict, check = paper.verdict(item), paper.check(item)
    if verdict:
        return verdict.status in _SETTLED
    return check is not None and check.status != "fail"


def _places(items: Iterable[str], paper: Paper) -> tuple[Evidence, ...]:
    found = [paper.verdict(item) or paper.check(item) for item in items]
    return tuple(dict.fromkeys(e for one in found if one for e in one.evidence[:1] if e.role == "subject"))


def _first_item(answer: Answer, book: Rulebook) -> str:
    return next((item for item in answer.items if item in book.items), "")
