"""``agreecheck rules --test [DIR]``: every rule tried on its own examples, of the shipped packs or of one's own."""

import argparse
from pathlib import Path

from agreecheck.cli.exits import CLEAN, FINDINGS, USAGE
from agreecheck.cli.output import emit
from agreecheck.messages import Messages, load
from agreecheck.model.finding import Hit
from agreecheck.model.rule import Rule
from agreecheck.report.plain import flow, harmless
from agreecheck.report.texts import shipped
from agreecheck.rules import Rulebook
from agreecheck.rules.examples import Failed


def run(options: argparse.Namespace) -> int:
    """0: all is as written; 1: an example fails; 2: a pack is wrong or a rule matches none of its own examples."""
    say = load(options.lang)
    return max(_tried(say, name) for name in ([str(Path(options.test).resolve())] if options.test else shipped()))


def _tried(say: Messages, name: str) -> int:
    """One pack, with a line for each fault. Raises PackError where it cannot be read at all."""
    from agreecheck import rules
    from agreecheck.rules.examples import fires

    book, own = _book(name)
    faults = [say("trial.fault", detail=fault) for fault in rules.check(book)]
    failed: list[Failed] = []
    if not faults:
        for rule in own:
            missed = _failures(rule, book)
            failed += missed
            faults += [] if fires(rule, missed) else [say("trial.dead", rule=rule.id)]
    for line in (*(_line(say, one) for one in failed), *faults):
        emit(f"{harmless(line)}\n")
    examples = sum(len(r.match) + len(r.no_match) + len(r.vague) for r in own)
    count = {"rules": len(own), "examples": examples, "failed": len(failed), "faults": len(faults)}
    emit(harmless(say("trial.summary", name=own[0].id.partition("-")[0] if own else name, **count)) + "\n")
    return USAGE if faults else FINDINGS if failed else CLEAN


def _book(name: str) -> tuple[Rulebook, tuple[Rule, ...]]:
    """The rules to work with and those to try: a pack without a grammar of its own adds to the shipped one of its
    language."""
    from agreecheck import rules
    from agreecheck.packs.load import load as load_pack

    own = load_pack(name)
    alone = bool(own.sentence_ends) or own.language not in shipped()
    return rules.load(name if alone else (own.language, name)), own.rules


def _failures(rule: Rule, book: Rulebook) -> list[Failed]:
    from agreecheck.facts import understand
    from agreecheck.rules.examples import failures

    return list(failures(rule, book, understand, _find))


def _find(text: str, words: dict[str, tuple[str, ...]]) -> tuple[Hit, ...]:
    from agreecheck import lexicon
    from agreecheck.text.fold import fold

    return lexicon.find(fold(text), words)


def _line(say: Messages, failed: Failed) -> str:
    key = failed.want if failed.want in ("match", "no_match") else "status"
    return say(
        f"trial.{key}",
        rule=failed.rule,
        want=say.name("status", failed.want),
        got=say.get("trial.silent") if failed.got == "silent" else say.name("status", failed.got),
        text=flow(failed.text),
    )
