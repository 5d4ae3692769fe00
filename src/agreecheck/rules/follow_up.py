"""What to ask next: a promise that is not in the text is asked for in writing, a refusal for its reason."""

from collections.abc import Sequence

from msgspec.structs import replace

from agreecheck.model.base import Words
from agreecheck.model.finding import Question, Replied
from agreecheck.rules import slots
from agreecheck.rules.load import Rulebook

_LONGEST = 60  # characters of an answer within a question


def follow_up(questions: Sequence[Question], replies: Sequence[Replied], book: Rulebook) -> tuple[Question, ...]:
    """The questions in their order; one that was answered, but is still open, is put as the answer leaves it."""
    return tuple(_next(question, replies, book) for question in questions)


def _next(question: Question, replies: Sequence[Replied], book: Rulebook) -> Question:
    had = next((r for r in replies if r.status in ("promised", "refused") and _about(question, r)), None)
    template = book.pack.asking.follow_up.get(had.status) if had else None
    if had is None or template is None:
        return question
    answer = had.answer if len(had.answer) <= _LONGEST else had.answer[: _LONGEST - 1] + "…"
    texts = {
        code: slots.fill(
            template.in_language(code), {"answer": answer, "question": question.text.in_language(code)}, {}, code
        )
        for code in slots.LANGUAGES
    }
    return replace(question, text=Words(zh=texts["zh"], en=texts["en"]), write=None)


def _about(question: Question, reply: Replied) -> bool:
    """The question that was put, else one for an item that the reply leaves open."""
    if reply.question in (question.text.zh, question.text.en):
        return True
    return bool(set(question.serves) & set(reply.open_items or reply.items))
