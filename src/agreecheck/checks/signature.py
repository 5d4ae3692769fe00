"""Does the one who signs as the creditor bear the creditor's name? A30."""

import re

from agreecheck.checks.case import Case, Outcome, unknown
from agreecheck.checks.parties import same_name
from agreecheck.expressions import compiled
from agreecheck.model.fact import Party
from agreecheck.model.finding import Input
from agreecheck.model.span import Span

_LINES = 14  # a signature stands in one of so many last lines
_ALIKE = 2  # first characters that two forms of one firm's name share
_SHORTEST = 5  # characters of a firm's name
_NAME = compiled(r"[^\s（(：:，,。；;]+")


def signature(case: Case) -> Outcome:
    """A30: behind the creditor's label in the last lines stands the creditor's name, a part of it or of its branch."""
    creditor = case.facts.party("creditor")
    if creditor is None or not creditor.label:
        return unknown("no_creditor")
    signed = _signed(case, creditor)
    if signed is None:
        return unknown("no_signature")
    name = signed.slice(case.document.text)
    inputs = (Input(name="creditor", value=creditor.name, span=creditor.span),
              Input(name="signature", value=name, span=signed))  # fmt: skip
    if same_name(name, creditor.name, whole=creditor.person):
        return Outcome(status="pass", equation=f"{name} = {creditor.name}", inputs=inputs, subject=(signed,))
    equation = f"{name} ≠ {creditor.name}"
    if any(p.role != "creditor" and same_name(name, p.name, whole=p.person) for p in case.facts.parties):
        return unknown("signer_is_agent", *inputs, equation=equation)
    if name[:_ALIKE] == creditor.name[:_ALIKE] or (creditor.person and set(name) & set(creditor.name)):
        return unknown("signer_alike", *inputs, equation=equation)
    return Outcome(
        status="fail", equation=equation, inputs=inputs, subject=(signed,), against=(creditor.span,),
        reason="signer_differs", values={"stated": name, "creditor": creditor.name},
    )  # fmt: skip


def _signed(case: Case, creditor: Party) -> Span | None:
    """The name behind the creditor's label at the foot; only what looks like a name of the creditor's kind."""
    text = case.document.text
    lines = list(re.finditer(r"[^\n]+", text))[-_LINES:]
    label = compiled(rf"{re.escape(creditor.label)}[ \t]*(?:[（(][^（()）\n]{{0,14}}[)）])*[ \t]*[：:][ \t]*")
    for line in lines:
        for hit in label.finditer(text, *line.span()):
            found = _NAME.match(text, hit.end())
            if found and hit.start() > creditor.span.end and _looks(case, found[0], creditor.person):
                return Span(*found.span())
    return None


def _looks(case: Case, name: str, person: bool) -> bool:
    if person:
        return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,4}", name)) and not set(name) & set("签章字印盖人方代表日")
    return len(name) >= _SHORTEST and any(name.endswith(word) for word in case.cues["firm_ends"])
