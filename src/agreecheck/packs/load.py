"""A pack's folder as one frozen ``Pack``; the form of each file is told in ``patterns/README.md``."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from agreecheck.errors import PackError
from agreecheck.model.base import Frozen, Words
from agreecheck.model.check import CheckBook
from agreecheck.model.rule import Asking, Item, Negation, Pack, Pricing, Profile, Rule, Wording
from agreecheck.packs import store
from agreecheck.packs.decode import parse
from agreecheck.packs.find import folder

T = TypeVar("T")
RULES, CONCEPTS = "rules", "concepts"
_LENT = ("pack", "items", "wording", "profiles", "costs", "checks")  # what a pack that is extended lends, by file
_OWN = ("concepts", "retired")
_EXTENDS = re.compile(rb"""^extends\s*=\s*["']([^"']+)["']""", re.MULTILINE)  # looked up before anything is parsed


class PackFile(Frozen):
    """``pack.toml``: who the pack is, and the grammar of its language. ``extends`` lends items and profiles."""

    name: str
    version: str
    language: str
    jurisdiction: str = ""
    extends: str = ""
    sentence_ends: str = ""
    definition_cues: tuple[str, ...] = ()
    roles: dict[str, tuple[str, ...]] = {}
    sides: dict[str, tuple[str, ...]] = {}
    default_roles: dict[str, tuple[str, ...]] = {}
    negation: Negation = Negation()
    neutral: dict[str, Words] = {}
    asking: Asking = Asking()


class ItemsFile(Frozen):
    """``items.toml``"""

    item: tuple[Item, ...]


class WordingFile(Frozen):
    """``wording.toml``: by item, what a borrower could ask to have written."""

    wording: dict[str, Wording]
    placeholders: dict[str, Words] = {}


class ProfilesFile(Frozen):
    """``profiles.toml``"""

    profile: tuple[Profile, ...]


class CostsFile(Frozen):
    """``costs.toml``: what a risky finding can cost; of entries for one code the first that the facts allow speaks."""

    cost: tuple[Pricing, ...]


class RetiredFile(Frozen):
    """``retired.toml``: codes that once were and are never given again."""

    codes: tuple[str, ...] = ()


class RulesFile(Frozen):
    """``concepts.toml`` and every file of ``concepts/`` and ``rules/``: vocabulary, rules, or both."""

    concept: dict[str, tuple[str, ...]] = {}
    rule: tuple[Rule, ...] = ()


@cache
def load(name: str) -> Pack:
    """The pack of a shipped name (``"zh"``) or a folder of one's own. Raises PackError naming the file and the key."""
    home = folder(name)
    digest = _digest(home)
    kept = store.fetch(digest, Pack)
    if kept is not None and kept.digest == digest:
        return kept
    pack = _parse(home, digest)
    store.keep(digest, pack)
    return pack


def _files(home: Path) -> list[Path]:
    """The files that make up a pack, in a fixed order (``law.toml`` and other data belong to their own readers)."""
    spread = [path for part in (CONCEPTS, RULES) for path in sorted((home / part).glob("*.toml"))]
    return [path for path in (*(home / f"{stem}.toml" for stem in (*_LENT, *_OWN)), *spread) if path.is_file()]


def _digest(home: Path) -> str:
    """A mark of all that the pack is made of, with what another lends it."""
    mark = sha256()
    for path in _files(home):
        data = path.read_bytes()
        mark.update(f"{path.relative_to(home)}\0{len(data)}\0".encode() + data)
        extended = _EXTENDS.search(data) if path.name == "pack.toml" else None
        for lent in (folder(extended[1].decode()) / f"{stem}.toml" for stem in _LENT) if extended else ():
            mark.update(lent.read_bytes() if lent.is_file() else b"\0")
    return mark.hexdigest()


def _parse(home: Path, digest: str) -> Pack:
    head = parse(home / "pack.toml", PackFile)
    base = load(head.extends) if head.extends else None
    concepts: dict[str, tuple[str, ...]] = {}
    rules: list[Rule] = []
    for path in [
        home / "concepts.toml",
        *sorted((home / CONCEPTS).glob("*.toml")),
        *sorted((home / RULES).glob("*.toml")),
    ]:
        if not path.is_file():
            continue
        part = parse(path, RulesFile)
        for name, words in part.concept.items():
            if name in concepts:
                raise PackError(
                    f"the concept {name!r} is defined twice.", where=str(path), todo="Give it another name."
                )
            concepts[name] = words
        rules.extend(part.rule)
    items = _optional(home / "items.toml", ItemsFile)
    wording = _optional(home / "wording.toml", WordingFile)
    profiles = _optional(home / "profiles.toml", ProfilesFile)
    costs = _optional(home / "costs.toml", CostsFile)
    retired = _optional(home / "retired.toml", RetiredFile)
    checks = _optional(home / "checks.toml", CheckBook)
    pack = Pack(
        name=head.name, version=head.version, language=head.language, jurisdiction=head.jurisdiction,
        concepts=concepts, roles=head.roles, sides=head.sides, default_roles=head.default_roles, negation=head.negation,
        sentence_ends=head.sentence_ends, definition_cues=head.definition_cues,
        neutral=head.neutral or (base.neutral if base else {}),
        wording=wording.wording if wording else base.wording if base else {},
        placeholders=wording.placeholders if wording else base.placeholders if base else {},
        asking=head.asking if head.asking != Asking() or base is None else base.asking,
        checks=checks.checks if checks else base.checks if base else (),
        items=items.item if items else base.items if base else (),
        profiles=profiles.profile if profiles else base.profiles if base else (),
        pricing=(*(costs.cost if costs else ()), *(base.pricing if base else ())),
        rules=tuple(sorted(rules, key=lambda rule: rule.id)), retired=retired.codes if retired else (), digest=digest,
    )  # fmt: skip
    _verify(pack, home, costs.cost if costs else ())
    return pack


def _optional(path: Path, kind: type[T]) -> T | None:
    return parse(path, kind) if path.is_file() else None


def _verify(pack: Pack, home: Path, priced: tuple[Pricing, ...]) -> None:
    """What no type can say: codes are unique and not retired, items exist, and so does what the pack itself prices."""
    seen: set[str] = set(pack.retired)
    slugs = {item.slug for item in pack.items}
    for rule in pack.rules:
        if rule.id in seen:
            raise PackError(
                f"the code {rule.id} is taken or retired.", where=str(home / RULES), todo="Choose a new code."
            )
        seen.add(rule.id)
        if slugs and rule.item not in slugs:
            raise PackError(
                f"rule {rule.id} names no known item: {rule.item!r}.", where=str(home / RULES), todo="See items.toml."
            )
    strange = sorted({name for entry in priced for name in entry.of} - seen - slugs)
    if slugs and strange:
        raise PackError(
            f"neither an item nor a rule of this pack: {strange[0]!r}.",
            where=str(home / "costs.toml"),
            todo="See `of` there.",
        )
