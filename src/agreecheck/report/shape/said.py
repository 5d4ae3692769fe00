"""What the borrower was told, held against the paper."""

from typing import Literal

from agreecheck.model.base import Frozen
from agreecheck.report.shape.place import Quote


class PromiseRow(Frozen):
    """What was promised, held against the paper: kept, contradicted or not_written; no evidence means nowhere."""

    said: str
    status: Literal["kept", "contradicted", "not_written"]
    items: tuple[str, ...] = ()
    evidence: tuple[Quote, ...] = ()


class AnswerRow(Frozen):
    """A question with its answer: ``in_text`` settled by the paper, ``promised`` only said and still to be written,
    ``refused``, ``open``; ``contradicted`` where the paper says otherwise; ``open_items`` are not settled yet."""

    question: str
    answer: str
    items: tuple[str, ...]
    status: Literal["in_text", "promised", "refused", "open"]
    open_items: tuple[str, ...] = ()
    contradicted: bool = False
    evidence: tuple[Quote, ...] = ()
