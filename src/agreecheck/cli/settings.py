"""The options of a call, filled from the configuration where the command line is silent."""

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from agreecheck.cli.arguments import said_language, values_of
from agreecheck.cli.trouble import complain
from agreecheck.config.decode import known
from agreecheck.config.find import Source, named, nearest
from agreecheck.config.settle import Settled, settle
from agreecheck.errors import AgreecheckError, ConfigError, PackError
from agreecheck.messages import LANGUAGES, Messages
from agreecheck.model.policy import Policy


def language(given: Sequence[str]) -> str:
    """The language of help and errors: what the command line says, else the configuration, however wrong the rest of
    it may be."""
    said = said_language(given)
    if said:
        return said
    try:
        source = _source(next(values_of(given, "--config"), None))
    except AgreecheckError:
        source = None
    told = source.table.get("lang") if source else None
    return str(told) if told in LANGUAGES else LANGUAGES[0]


def fill(options: argparse.Namespace) -> Settled:
    """Set what the command line leaves open, and ``policy`` for commands that judge. Raises ConfigError."""
    source = _source(options.config)
    among = options.config is None and source is not None and any(map(source.lies_in, _folders(options)))
    if getattr(options, "packs", None):
        options.packs = tuple(str(Path(pack).resolve()) for pack in options.packs)
    settled = settle(source, vars(options), among_papers=among)
    for name in settled.settings:
        if getattr(options, name, "") in (None, []):
            value = settled[name]
            setattr(options, name, Path(value) if name == "law" and value else value)
    if hasattr(options, "packs"):
        options.policy = Policy(packs=options.packs, severity=settled["severity"], ignore=settled["ignore"])
        _verify(options.policy, str(settled.path or ""))
    return settled


def tell(options: argparse.Namespace, settled: Settled, say: Messages) -> None:
    """What the user should know of the configuration before the review: what is not taken, what has expired."""
    if settled.refused:
        complain(say, say("config.refused", path=settled.path, keys=", ".join(settled.refused)))
    if hasattr(options, "policy") and hasattr(options, "as_of"):  # a command that judges
        for one in options.policy.expired(options.as_of or date.today()):
            complain(say, say("config.expired", code=one.rule, until=one.until, reason=one.reason))


def _source(named_file: str | None) -> Source | None:
    if named_file is not None:
        return named(Path(named_file))
    try:
        return nearest(Path.cwd())
    except FileNotFoundError:  # the working folder itself is gone
        return None


def _folders(options: argparse.Namespace) -> Iterator[Path]:
    """The folders that are to be searched for papers."""
    from agreecheck.batch.files import expand

    return (path for path in expand(getattr(options, "files", ())) if path.is_dir())


def _verify(policy: Policy, where: str) -> None:
    """Packs can be used, and codes are those of a rule, a check or an item. Raises ConfigError, PackError."""
    for pack in policy.packs:
        if not (Path(pack) / "pack.toml").is_file():
            raise ConfigError("no pack.toml.", where=pack, code="config_pack")
        _usable(pack)
    if not (policy.severity or policy.ignore):
        return
    from agreecheck.report.texts import load, shipped

    texts = load((*shipped(), *policy.packs))
    codes = [*texts.items, *texts.rules, *texts.checks]
    for code in policy.severity:
        known(code, codes, where, "severity")
    for one in policy.ignore:
        known(one.rule, codes, where, "ignore")


def _usable(pack: str) -> None:
    """A pack that would silently never fire is an error before the first paper, not a calm report. Raises PackError."""
    from agreecheck import rules
    from agreecheck.packs.load import load
    from agreecheck.report.texts import shipped

    language = load(pack).language
    if language not in shipped():
        raise PackError(f"language {language!r}: {', '.join(shipped())}", where=str(Path(pack) / "pack.toml"))
    faults = rules.check(rules.load((language, pack)))
    if faults:
        raise PackError(faults[0], where=pack)
