"""The grammar of names that goes with a pack."""

from functools import cache

from agreecheck.facts.names.chinese import ChineseNames, ChineseNameWords
from agreecheck.facts.names.english import EnglishNames, EnglishNameWords
from agreecheck.facts.names.grammar import Names
from agreecheck.packs.decode import decode
from agreecheck.packs.find import folder


@cache
def names(pack: str) -> Names:
    """The grammar of a pack, by its language."""
    path = folder(pack) / "names.toml"
    return (
        EnglishNames(decode(path, EnglishNameWords)) if pack == "en" else ChineseNames(decode(path, ChineseNameWords))
    )
