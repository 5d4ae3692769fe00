"""Where the money shall go: payee accounts and QR codes."""

import re
from functools import cache

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import Name, Names, as_written, longest_first
from agreecheck.facts.names.of_pack import names
from agreecheck.facts.parties.group import same
from agreecheck.facts.reading import Reading
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Account, Party
from agreecheck.model.span import Span
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

_NUMBER = compiled(r"[\dA-Z*xX](?:[ -]?[\dA-Za-z*@._]){3,39}")
_REACH = 220
"""Bank and number stand within so many characters of the holder, and before the next holder."""


class AccountWords(Frozen):
    """``accounts.toml``: see the comments there."""

    holder: tuple[str, ...]
    bank: tuple[str, ...]
    number: tuple[str, ...]
    qr: tuple[str, ...]
    wallet: tuple[str, ...]
    debit: tuple[str, ...]
    negation: tuple[str, ...]
    warning: tuple[str, ...]
    pay_to: tuple[str, ...]
    personal_account: tuple[str, ...]
    appointed: tuple[str, ...]
    toward: tuple[str, ...]
    charged: tuple[str, ...]
    official: tuple[str, ...]
    gives: tuple[str, ...]
    relative: tuple[str, ...]


def find_accounts(reading: Reading, parties: tuple[Party, ...]) -> tuple[Account, ...]:
    """Accounts that money is to be paid into, in order of place; the debtor's own account is none."""
    grammar, words = names(reading.pack), account_words(reading.pack)
    holders = _holders(reading.folded, grammar, words)
    own = [p.name for p in parties if p.role in ("debtor", "co_debtor")]
    holders = [h for h in holders if not any(same(h.text, name) for name in own)]
    accounts = [_account(reading, holder, holders[i + 1 : i + 2], grammar, words) for i, holder in enumerate(holders)]
    covered = [Span(a.span.start - 60, a.span.end + 60) for a in accounts]
    loose = [a for a in _codes(reading.folded, words) if not any(c.overlaps(a.span) for c in covered)]
    return tuple(sorted([*accounts, *loose], key=lambda a: a.span.start))


def _holders(text: str, grammar: Names, words: AccountWords) -> list[Name]:
    """Names after 户名 or 收款人, and persons that a sentence has paid (转给张三的微信)."""
    found: list[Name] = []
    label = compiled(
        rf"(?:{longest_first(words.holder)})(?:\([^()\n]{{0,12}}\))?(?P<sep> ?[:\t为是] ?| +|(?=[A-Z]))?[\"“]?", re.I
    )
    for hit in label.finditer(text):
        apart = hit["sep"] is not None
        name = grammar.name_at(text, hit.end(), set_off=apart)
        if name and not apart and not name.person and grammar.runs_on(name.text):
            continue
        if name and not negated(text, hit.start(), words) and not _drawn(text, hit.start(), words):
            found.append(name)
    pay = compiled(rf"(?:{'|'.join(words.pay_to)})")
    behind = compiled(rf"[^。;\n,]{{0,8}}?(?:{longest_first(words.personal_account)})")
    for hit in pay.finditer(text):
        name = _paid_person(text, hit.end(), grammar, behind)
        if name and not negated(text, hit.start(), words):
            found.append(name)
    unique = {name.span.start: name for name in found}
    return [unique[at] for at in sorted(unique)]


def _paid_person(text: str, at: int, grammar: Names, behind: re.Pattern[str]) -> Name | None:
    name = grammar.person_at(text, at, set_off=False)
    return (
        name if name and (text[name.span.end : name.span.end + 1] == "(" or behind.match(text, name.span.end)) else None
    )


def _account(reading: Reading, holder: Name, following: list[Name], grammar: Names, words: AccountWords) -> Account:
    text = reading.folded
    before, after = _surroundings(text, holder, following)
    bank = compiled(rf"(?:{longest_first(words.bank)})(?:\([^()\n]{{0,8}}\))? ?[:\t为是]? ?", re.I)
    number = compiled(rf"(?:{longest_first(words.number)})(?:\([^()\n]{{0,8}}\))? ?[:\t为是]? ?", re.I)
    bank_name = _bank(text, bank, before, after, grammar)
    digits = _number(text, number, after) or _number(text, number, before)
    ends = [holder.span.end, *([digits.end] if digits else [])]
    starts = [holder.span.start, *([digits.start] if digits else [])]
    qr = compiled(longest_first((*words.qr, *words.wallet)), re.I).search(text, before.start, after.end)
    return Account(
        holder=as_written(reading.document.text, holder),
        span=Span(min(starts), max(ends)),
        holder_span=holder.span,
        bank=bank_name,
        number=digits,
        qr_code=qr is not None and not _warned_of(text, qr.start(), words),
        person=holder.person,
    )


def _surroundings(text: str, holder: Name, following: list[Name]) -> tuple[Span, Span]:
    """The stretch before the holder (its own line or sentence) and after it (to the next holder, or some lines on)."""
    stop = following[0].span.start if following else len(text)
    end = min(len(text), holder.span.end + _REACH, stop)
    lines = [m.start() for m in re.finditer(r"\n", text[holder.span.end : end])]
    if len(lines) > 3:
        end = holder.span.end + lines[3]
    line = max(text.rfind("\n", 0, holder.span.start), text.rfind("。", 0, holder.span.start)) + 1
    previous = text.rfind("\n", 0, max(0, line - 1)) + 1
    start = previous if line - previous < 50 and text[line - 1 : line] == "\n" else line
    return Span(max(start, holder.span.start - _REACH), holder.span.start), Span(holder.span.end, end)


def _bank(text: str, label: re.Pattern[str], before: Span, after: Span, grammar: Names) -> str:
    for part in (after, before):
        for hit in label.finditer(text, part.start, part.end):
            if (name := grammar.name_at(text, hit.end())) and not name.person:
                return name.text
    loose = [n for n in grammar.organisations(text[after.start : after.end]) if "银行" in n.text or "Bank" in n.text]
    return loose[0].text if loose else ""


def _number(text: str, label: re.Pattern[str], part: Span) -> Span | None:
    for hit in label.finditer(text, part.start, part.end):
        found = _NUMBER.match(text, hit.end())
        if found and (re.search(r"\d", found[0]) or "*" in found[0]):
            return Span(found.start(), found.end())
    return None


def _codes(text: str, words: AccountWords) -> list[Account]:
    """A QR code that is to be paid to, with no name beside it."""
    pattern = compiled(longest_first(words.qr), re.I)
    found: list[Account] = []
    for hit in pattern.finditer(text):
        near = found and hit.start() - found[-1].span.end < 80
        if not near and not _warned_of(text, hit.start(), words):
            found.append(Account(holder="", span=Span(hit.start(), hit.end()), qr_code=True))
    return found


def negated(text: str, at: int, words: AccountWords) -> bool:
    """Whether the sentence forbids what is said at ``at``."""
    return any(word in text[_sentence_start(text, at) : at].lower() for word in words.negation)


def _warned_of(text: str, at: int, words: AccountWords) -> bool:
    """Whether the sentence forbids a code or warns of it, before or behind its mention."""
    ends = [end for stop in "。;\n" if (end := text.find(stop, at)) >= 0]
    sentence = text[_sentence_start(text, at) : min(ends, default=len(text))].lower()
    return negated(text, at, words) or any(word in sentence for word in words.warning)


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(stop, 0, at) for stop in "。;\n") + 1


def _drawn(text: str, at: int, words: AccountWords) -> bool:
    return any(word in text[max(0, at - 24) : at].lower() for word in words.debit)


@cache
def account_words(pack: str) -> AccountWords:
    """The vocabulary of a pack."""
    return decode(folder(pack) / "accounts.toml", AccountWords)
