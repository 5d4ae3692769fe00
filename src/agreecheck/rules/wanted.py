"""What the second reader should look for: each item about to be reported absent, with its own words."""

from collections.abc import Iterable

from agreecheck.model.finding import Verdict
from agreecheck.rules.load import Rulebook, patterns


def wanted(verdicts: Iterable[Verdict], book: Rulebook) -> dict[str, tuple[str, ...]]:
    """Item to its title and the words of its concepts, in the order of the checklist."""
    return {v.item: _words(v.item, book) for v in verdicts if v.status == "absent"}


def _words(item: str, book: Rulebook) -> tuple[str, ...]:
    requirements = [rule for rule in book.by_item[item] if rule.kind == "absent"]
    labels = sorted({label for rule in requirements for pattern in patterns(rule) for label in pattern.labels})
    found = [
        word for label in labels for word in book.vocabulary.get(label, ()) if word[0] not in "-{" and "(" not in word
    ]
    title = book.items[item].zh.title if book.pack.language.startswith("zh") else book.items[item].en.title
    return tuple(dict.fromkeys([title, *found]))
