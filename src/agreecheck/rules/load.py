"""A pack made ready: its patterns parsed, its vocabulary complete."""

from collections.abc import Mapping, Sequence
from functools import cache

from agreecheck.errors import PackError
from agreecheck.model.finding import Status
from agreecheck.model.rule import Item, Pack, Profile, Rule
from agreecheck.packs import load as packs
from agreecheck.rules import labels, polarity
from agreecheck.rules.notation import Pattern, parse, referred, words

LETTERS: dict[str, Status] = {"V": "ambiguous", "R": "risky", "M": "absent"}


class Rulebook:
    """What ``judge`` works with. ``vocabulary`` is what ``lexicon.find`` must look for."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.items: dict[str, Item] = {item.slug: item for item in pack.items}
        self.by_item: dict[str, tuple[Rule, ...]] = {
            slug: tuple(r for r in pack.rules if r.item == slug) for slug in self.items
        }
        self.by_code: dict[str, Rule] = {rule.id: rule for rule in pack.rules}
        literals: dict[str, tuple[str, ...]] = {}
        for rule in pack.rules:
            for pattern in patterns(rule):
                literals |= words(pattern)
        self.vocabulary: dict[str, tuple[str, ...]] = (
            pack.concepts | literals | polarity.vocabulary(pack.negation) | labels.role_vocabulary(pack)
        )

    def vocabulary_of(self, rule: Rule) -> dict[str, tuple[str, ...]]:
        """The part of the vocabulary that one rule needs."""
        grammar = (*polarity.vocabulary(self.pack.negation), *labels.role_vocabulary(self.pack))
        read = [rule, *(self.by_code[code] for code in codes(rule) if code in self.by_code)]
        wanted = [*grammar, *(label for one in read for pattern in patterns(one) for label in sorted(pattern.labels))]
        found: dict[str, tuple[str, ...]] = {}
        while wanted:
            name = wanted.pop()
            if name in self.vocabulary and name not in found:
                found[name] = self.vocabulary[name]
                wanted += [word[1:-1] for word in found[name] if word.startswith("{")]
        return found

    def profile(self, type_: str) -> Profile | None:
        """What the document type asks for."""
        return next((p for p in self.pack.profiles if p.type and p.type == type_), None)

    def creditor_profile(self, kind: str) -> Profile | None:
        """What the kind of creditor leaves out."""
        return next((p for p in self.pack.profiles if p.creditor and p.creditor == kind), None)


def patterns(rule: Rule) -> list[Pattern]:
    """Every pattern of a rule. Raises PackError that names the rule."""
    written = (
        *rule.given,
        *(side for side in (*rule.when, *rule.against) if referred(side) is None),
        *rule.unless,
        *rule.topic,
        *rule.found,
        *(p for need in rule.needs for p in need),
    )
    try:
        return [parse(text) for text in written]
    except PackError as error:
        raise PackError(f"rule {rule.id}: {error.what}", todo=error.todo) from error


def letter(rule: Rule) -> str:
    """The letter of a code such as CN-R120, which says what the rule concludes where its status is not written."""
    return rule.id.rpartition("-")[2][:1]


def codes(rule: Rule) -> tuple[str, ...]:
    """The other rules that a rule names as sides of a contradiction."""
    return tuple(code for side in (*rule.when, *rule.against) if (code := referred(side)) is not None)


@cache
def load(names: Sequence[str] | str = "zh") -> Rulebook:
    """The rules of one pack, or of several taken together: the first lends the language, the others add to it."""
    every = (names,) if isinstance(names, str) else tuple(names)
    pack = packs.load(every[0])
    for name in every[1:]:
        pack = _joined(pack, packs.load(name))
    return Rulebook(pack)


def _joined(base: Pack, more: Pack) -> Pack:
    from msgspec.structs import replace

    clash = sorted({r.id for r in base.rules} & {r.id for r in more.rules})
    if clash:
        raise PackError(f"the packs {base.name} and {more.name} both have rule {clash[0]}.", todo="Rename one of them.")
    return replace(
        base,
        concepts=base.concepts | more.concepts,
        items=base.items + tuple(i for i in more.items if i.slug not in {b.slug for b in base.items}),
        pricing=more.pricing + base.pricing,
        rules=base.rules + more.rules,
        wording=base.wording | more.wording,
        digest=f"{base.digest}+{more.digest}",
    )


def check(book: Rulebook) -> list[str]:
    """What is wrong with a pack's rules, one line each: unknown labels, concepts without words, kinds without their
    patterns, rules without an example that they must match."""
    faults = [f"the concept {name!r} takes in {inner!r}, which is none" for name, inner in _strange(book.vocabulary)]
    known = {*book.vocabulary, *book.pack.roles, *book.pack.sides, *labels.ROLES}
    empty = {name for name in book.vocabulary if not _has_words(name, book.vocabulary, ())}
    for rule in book.pack.rules:
        for pattern in patterns(rule):
            strange = sorted(name for name in pattern.labels if name not in known and not labels.is_label(name))
            faults += [f"{rule.id}: no concept or fact is called {name!r} (in {pattern.written!r})" for name in strange]
            hollow = sorted(pattern.labels & empty)
            faults += [f"{rule.id}: the concept {name!r} has no words (in {pattern.written!r})" for name in hollow]
        if rule.kind in ("present", "paired", "contrary") and rule.status is None and letter(rule) not in LETTERS:
            faults.append(f"{rule.id}: say its status, or write a code like CN-V900 or CN-R900, whose letter says it")
        needed = {
            "present": bool(rule.when),
            "absent": bool(rule.topic or rule.found),
            "paired": bool(rule.when and rule.needs),
            "contrary": bool(rule.when and rule.against),
            "check": bool(rule.check),
        }
        faults += [f"{rule.id}: there is no rule {code!r}" for code in codes(rule) if code not in book.by_code]
        faults += [] if needed[rule.kind] else [f"{rule.id}: a rule of kind {rule.kind} lacks its patterns"]
        faults += [] if rule.match or rule.kind == "check" else [f"{rule.id}: there is no example that it must match"]
    return faults


def _strange(concepts: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Concepts that take in what is no concept."""
    return [
        (name, word[1:-1])
        for name, entries in concepts.items()
        for word in entries
        if word.startswith("{") and word[1:-1] not in concepts
    ]


def _has_words(name: str, concepts: Mapping[str, tuple[str, ...]], above: tuple[str, ...]) -> bool:
    """Whether a concept can be seen at all: a look-alike is no word, nor is a concept that only takes in itself."""
    for entry in concepts.get(name, ()):
        if not entry.startswith(("-", "{")) and entry.strip():
            return True
        inner = entry[1:-1]
        if entry.startswith("{") and inner not in (*above, name) and _has_words(inner, concepts, (*above, name)):
            return True
    return False
