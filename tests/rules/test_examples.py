"""Every rule treats its own examples as it says, and every entry of the packs is whole."""

import pytest
from msgspec.structs import replace

from agreecheck import lexicon
from agreecheck.facts import understand
from agreecheck.model.document import Document
from agreecheck.model.fact import Facts
from agreecheck.model.finding import SEVERITIES
from agreecheck.model.law import LawBook
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder
from agreecheck.packs.law import law
from agreecheck.rules import Rulebook, check, load
from agreecheck.rules.examples import failures
from agreecheck.text.fold import fold

BOOKS = {name: load(name) for name in ("zh", "en")}
RULES = {rule.id: rule for book in BOOKS.values() for rule in book.pack.rules}
ITEMS = BOOKS["zh"].items
FORBIDDEN = ("违法", "无效", "illegal", "void", "unlawful", "safe to sign")
SLOTS = {"amount", "date", "clause", "contract_no", "creditor", "rate", "n", "phrase", "topic"}


def book_of(code: str) -> Rulebook:
    return BOOKS["en" if code.startswith("EN-") else "zh"]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_passes_its_own_examples(code: str) -> None:
    book = book_of(code)

    def facts(document: Document) -> Facts:
        return understand(replace(document, language=book.pack.language))

    assert list(failures(RULES[code], book, facts, lambda text, words: lexicon.find(fold(text), words))) == []


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.kind != "check"])
def test_a_rule_has_four_examples_each_way(code: str) -> None:
    assert len(RULES[code].match) >= 4
    assert len(RULES[code].no_match) >= 4


def test_every_label_of_every_pattern_is_known() -> None:
    assert [fault for book in BOOKS.values() for fault in check(book)] == []


def test_codes_tell_the_item_they_serve() -> None:
    order = {slug: place for place, slug in enumerate(ITEMS, start=1)}
    strange = [code for code, rule in RULES.items() if int(code[-3:-1]) != order[rule.item] % 100]
    assert strange == []


def test_every_basis_is_in_the_law_data() -> None:
    known = decode(folder("zh") / "law.toml", LawBook).entries()
    cited = {key for entry in (*ITEMS.values(), *RULES.values()) for key in entry.basis}
    assert sorted(cited - set(known)) == []


def test_texts_advise_and_do_not_judge() -> None:
    for entry in (*ITEMS.values(), *RULES.values()):
        for text in (entry.zh, entry.en):
            said = " ".join((text.title, text.why, *text.ask))
            assert text.title
            assert text.why
            assert not [word for word in FORBIDDEN if word in said.lower().replace("avoid", "")]


def test_questions_use_known_slots_only() -> None:
    import re

    for entry in (*ITEMS.values(), *RULES.values()):
        for text in (entry.zh, entry.en):
            assert set(re.findall(r"\{(\w+)\}", " ".join(text.ask))) <= SLOTS


def test_what_rests_on_unverified_law_alone_is_no_graver_than_its_item() -> None:
    sources = law().entries()
    for rule in BOOKS["zh"].pack.rules:
        known = [sources[key].confidence for key in rule.basis if key in sources]
        if known and set(known) == {"unverified"} and "-R" in rule.id:
            assert rule.severity is not None, rule.id
            assert SEVERITIES.index(rule.severity) <= SEVERITIES.index(ITEMS[rule.item].severity), rule.id
