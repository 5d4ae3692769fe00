"""Personal data that a report must mask: what belongs to persons, not what an institution publishes."""

import re
from bisect import bisect_right
from functools import cache

from agreecheck.expressions import compiled
from agreecheck.facts.names.grammar import longest_first
from agreecheck.facts.paper.shapes import numbers, streets
from agreecheck.facts.reading import Reading
from agreecheck.model.base import Frozen
from agreecheck.model.fact import Account, Party, Personal
from agreecheck.model.mention import Mention
from agreecheck.model.span import Span
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder

_KEEP = {"identity": 4, "card": 4, "account": 4, "phone": 4}
_HOTLINE = compiled(r"(?:\+?86[ -]?)?(?:[48]00[ -]?\d|9[56]\d{3,4}\b|1[02]\d{3}\b|\(?8[0-9]{2}\)?[ -]555)")
_TOLL_FREE = compiled(r"(?:\+?1[ -.]?)?\(?8(?:00|33|44|55|66|77|88)\)?[ -.]?\d{3}[ -.]?\d{4}")
_MOBILE = compiled(r"(?:\+?86[ -]?)?1[\d*][\d* -]{7,15}")
_EMAIL = compiled(r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,40}@[A-Za-z0-9-]{1,40}(?:\.[A-Za-z0-9-]{1,20}){1,4}")
_PLACE = r"[^\n\t,;。:()|_]{4,60}"
_PLACE_SIGN = compiled(
    r"[省市县区镇乡村路街道号里巷弄幢栋室楼苑屯组]|\d+ [A-Z][a-z]+"
    r"|Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Court|Drive|Way|Boulevard"
)


class PersonalWords(Frozen):
    """``personal.toml``: see the comments there."""

    institution: tuple[str, ...]
    service_mail: tuple[str, ...]
    home: tuple[str, ...]
    address: tuple[str, ...]
    password: tuple[str, ...]
    handle: tuple[str, ...]


def find_personal(reading: Reading, parties: tuple[Party, ...], accounts: tuple[Account, ...]) -> tuple[Personal, ...]:
    """Personal data in order of place, without overlaps; masked numbers are kept too."""
    words = _words(reading.pack)
    owners = _Owners(parties)
    found = [p for m in reading.mentions if (p := _of_mention(reading, m, owners, words))]
    found += numbers(reading.folded)
    found += _mails(reading.folded, words)
    found += _handles(reading.folded, words)
    found += [Personal(kind="account", span=a.number, keep=4) for a in accounts if a.number and len(a.number) > 6]
    found += _addresses(reading, owners, words)
    found += _passwords(reading.folded, words)
    found += _address_blocks(reading.folded, parties)
    persons = (place for place in streets(reading.folded) if owners.person_at(place.start))
    found += [Personal(kind="address", span=place) for place in persons]
    kept: list[Personal] = []
    for one in sorted(found, key=lambda p: (p.span.start, -p.span.end)):
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return tuple(kept)


class _Owners:
    """Of whom the text speaks at a place: the party mentioned last before it."""

    def __init__(self, parties: tuple[Party, ...]) -> None:
        self._mentions = sorted((span.end, party.person) for party in parties for span in (party.span, *party.labels))

    def person_at(self, offset: int) -> bool | None:
        """Whether a person is spoken of at ``offset``; None before any party."""
        at = bisect_right(self._mentions, (offset, True)) - 1
        return self._mentions[at][1] if at >= 0 else None


def _of_mention(reading: Reading, mention: Mention, owners: _Owners, words: PersonalWords) -> Personal | None:
    span = mention.span
    if mention.kind in ("identity", "card", "account"):
        return Personal(kind=mention.kind, span=span, keep=_KEEP[mention.kind])
    if mention.kind == "phone" and not _public_phone(reading, mention, owners, words):
        return Personal(kind="phone", span=span, keep=_KEEP["phone"])
    return None


def _mails(text: str, words: PersonalWords) -> list[Personal]:
    """Mailboxes; an institution's own stays."""
    mails = (m for m in _EMAIL.finditer(text) if not m[0].lower().startswith(words.service_mail))
    return [Personal(kind="email", span=Span(*m.span())) for m in mails]


def _handles(text: str, words: PersonalWords) -> list[Personal]:
    """Names in messengers and wallets, which follow the name of the service."""
    label = re.compile(
        rf"(?:{longest_first(words.handle)}) ?(?:账号|账户|号码|号|id)? ?(?:为|是|is)? ?:? ?"
        r"(?P<name>[A-Za-z0-9][A-Za-z0-9_-]{4,31})(?![A-Za-z0-9@])",
        re.I,
    )
    return [
        Personal(kind="handle", span=Span(*hit.span("name")))
        for hit in label.finditer(text)
        if re.search(r"[\d_-]", hit["name"]) and not _said_of_institution(text, hit.start(), words)
    ]


def _public_phone(reading: Reading, mention: Mention, owners: _Owners, words: PersonalWords) -> bool:
    number = mention.span.slice(reading.folded)
    if "hotline" in mention.note or _HOTLINE.match(number) or _TOLL_FREE.match(number):
        return True
    if _said_of_institution(reading.folded, mention.span.start, words):
        return True
    return not _MOBILE.fullmatch(number) and owners.person_at(mention.span.start) is False


def _said_of_institution(text: str, at: int, words: PersonalWords) -> bool:
    before = text[max(0, at - 14) : at].lower()
    return any(word in before for word in words.institution)


def _addresses(reading: Reading, owners: _Owners, words: PersonalWords) -> list[Personal]:
    text = reading.folded
    found = []
    label = compiled(
        rf"(?P<label>{longest_first((*words.home, *words.address))})(?P<gap> ?(?:为|是)?[:\t]? ?)(?P<place>{_PLACE})",
        re.I,
    )
    for hit in label.finditer(text):
        word = hit["label"].lower()
        home = word in words.home
        bare = not hit["gap"].strip(" ")
        if bare and (not home and (word != "住" or text[hit.start() - 1 : hit.start()] not in ",、 ;)\n")):
            continue
        if not _PLACE_SIGN.search(hit["place"]) or not (home or owners.person_at(hit.start())):
            continue
        place = re.split(r"  | [^ ]{2,6}$", hit["place"].rstrip())[0]
        found.append(Personal(kind="address", span=Span(hit.start("place"), hit.start("place") + len(place))))
    return found


def _address_blocks(text: str, parties: tuple[Party, ...]) -> list[Personal]:
    """The line under a person's name that stands alone in a line, as in the address of a letter."""
    found = []
    for party in parties:
        under = compiled(r"[ \t]*\n[ \t]*(?P<place>[^\n]*\d[^\n]{5,80})").match(text, party.span.end)
        alone = text[text.rfind("\n", 0, party.span.start) + 1 : party.span.start].strip() == ""
        if (
            party.person
            and alone
            and under
            and re.match(r"\d+ [A-Z]", under["place"])
            and _PLACE_SIGN.search(under["place"])
        ):
            found.append(Personal(kind="address", span=Span(under.start("place"), under.end("place"))))
    return found


def _passwords(text: str, words: PersonalWords) -> list[Personal]:
    label = compiled(
        rf"(?:{longest_first(words.password)}) ?(?:为|是|is)? ?[:]? ?(?P<secret>[A-Za-z0-9@#$%&]{{3,20}})(?![A-Za-z])",
        re.I,
    )
    return [
        Personal(kind="password", span=Span(hit.start("secret"), hit.end("secret")))
        for hit in label.finditer(text)
        if re.search(r"\d", hit["secret"])
    ]


@cache
def _words(pack: str) -> PersonalWords:
    return decode(folder(pack) / "personal.toml", PersonalWords)
