"""``agreecheck rules`` and ``agreecheck explain CODE``: what the packs know, in the reader's language."""

import argparse
import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from agreecheck.cli.exits import CLEAN
from agreecheck.cli.output import emit
from agreecheck.errors import UsageError, nearest
from agreecheck.messages import Messages, load
from agreecheck.model.check import CheckEntry
from agreecheck.model.rule import Example, Item, Law, Rule, RuleText
from agreecheck.report.texts import Texts, shipped
from agreecheck.report.texts import load as load_texts

_SLOT = re.compile(r"\{\w+\}")
Coded = TypeVar("Coded", Rule, CheckEntry)


def rules(options: argparse.Namespace) -> int:
    """Every item, rule and check with its title; with ``--test`` every rule tried on its examples instead."""
    if options.test is not None:
        from agreecheck.cli.trial import run

        return run(options)
    say, texts = load(options.lang), load_texts((*shipped(), *options.packs))
    emit("".join(f"{line}\n" for line in _catalogue(say, texts)))
    return CLEAN


def explain(options: argparse.Namespace) -> int:
    """All that is known of one item, rule, check or law. Raises UsageError (code unknown_code)."""
    say, texts = load(options.lang), load_texts((*shipped(), *options.packs))
    lines = list(_entry(say, texts, options.code.strip()))
    if not lines:
        near = nearest(options.code.strip(), [*texts.items, *texts.rules, *texts.checks, *texts.laws], cutoff=0.6)
        code = "unknown_code_near" if near else "unknown_code"
        raise UsageError("there is no such code.", where=options.code, code=code, slots={"near": near})
    emit("".join(f"{line}\n" for line in lines))
    return CLEAN


def _catalogue(say: Messages, texts: Texts) -> Iterator[str]:
    for key, rows in (
        ("explain.item", [(i.slug, i.severity, _words(say, i).title) for i in texts.items.values()]),
        ("explain.rule", [(r.id, r.severity or "", _words(say, r).title) for r in _sorted(texts.rules.values())]),
        ("explain.check", [(c.id, c.severity, _title(say, c)) for c in _sorted(texts.checks.values())]),
    ):
        yield f"{say(key)} ({len(rows)})"
        for code, severity, title in rows:
            yield f"  {code:<22} {_open(title)}" + (f" [{say.name('severity', severity)}]" if severity else "")
        yield ""


def _entry(say: Messages, texts: Texts, code: str) -> Iterator[str]:
    if code in texts.items:
        yield from _item(say, texts, texts.items[code])
    rule = texts.rules.get(code) or texts.rules.get(code.upper())
    if rule:
        yield from _rule(say, texts, rule)
    check = texts.checks.get(code.upper())
    if check:
        yield from _check(say, texts, check)
    if code in texts.laws:
        yield _law(say, texts.laws[code])


def _item(say: Messages, texts: Texts, item: Item) -> Iterator[str]:
    yield from _said(say, say("explain.item"), item.slug, _words(say, item))
    yield f"{say('explain.severity')}: {say.name('severity', item.severity)}"
    if item.guide:
        yield f"{say('explain.guide')}: {', '.join(item.guide)}"
    yield from _basis(say, texts, item.basis)
    for rule in _sorted(texts.rules.values()):
        if rule.item == item.slug:
            yield f"{say('explain.rule')}: {rule.id} {_words(say, rule).title}"
    for check in _sorted(texts.checks.values()):
        if item.slug in check.serves:
            yield f"{say('explain.check')}: {check.id} {_title(say, check)}"


def _rule(say: Messages, texts: Texts, rule: Rule) -> Iterator[str]:
    yield from _said(say, say("explain.rule"), rule.id, _words(say, rule))
    yield f"{say('explain.of_item')}: {rule.item}"
    if rule.severity:
        yield f"{say('explain.severity')}: {say.name('severity', rule.severity)}"
    yield from _basis(say, texts, rule.basis)
    for key, examples in (("explain.matches", rule.match), ("explain.no_matches", rule.no_match)):
        for example in examples:
            yield f"{say(key)}: {example.text if isinstance(example, Example) else example}"


def _check(say: Messages, texts: Texts, check: CheckEntry) -> Iterator[str]:
    words = check.zh if say.language == "zh" else check.en
    yield from _said(say, say("explain.check"), check.id, RuleText(title=words.title, why=words.why, ask=words.ask))
    if words.compares:
        yield words.compares
    yield f"{say('explain.severity')}: {say.name('severity', check.severity)}"
    yield f"{say('explain.of_item')}: {', '.join(check.serves)}"
    yield from _basis(say, texts, check.basis)


def _said(say: Messages, kind: str, code: str, words: RuleText) -> Iterator[str]:
    yield f"{kind} {code}: {_open(words.title)}"
    if words.why:
        yield _open(words.why)
    for question in words.ask:
        yield f"{say('explain.ask')}: {_open(question)}"


def _open(text: str) -> str:
    """With a gap where a paper's own figures would stand."""
    return _SLOT.sub("…", text)


def _basis(say: Messages, texts: Texts, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield f"{say('explain.basis')}: {_law(say, texts.laws[key]) if key in texts.laws else key}"


def _law(say: Messages, law: Law) -> str:
    name = law.zh if say.language == "zh" else law.en
    return f"{name} [{law.key}, {say.name('confidence', law.confidence)}]"


def _words(say: Messages, holder: Item | Rule) -> RuleText:
    return holder.zh if say.language == "zh" else holder.en


def _title(say: Messages, check: CheckEntry) -> str:
    return check.zh.title if say.language == "zh" else check.en.title


def _sorted(entries: Iterable[Coded]) -> list[Coded]:
    return sorted(entries, key=lambda entry: entry.id)
