"""Which rows are meant: ``creditor~恒信 and annual_cost>24``. A small language of its own; nothing is ever executed.

    condition   one ("or" one)...        one   part ("and" part)...        part   ["not"] column sign value | ( ... )
    sign        =  !=  ~ (holds the words)  !~  <  <=  >  >=

A column that holds several amounts fits if one of them does; an unknown value fits nothing but ``!=``, ``!~`` and
``= ""``.
"""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from operator import eq, ge, gt, le, lt

from agreecheck.errors import UsageError
from agreecheck.messages import LANGUAGES, load
from agreecheck.model.finding import SEVERITIES
from agreecheck.report.folder.columns import COLUMNS, HEADS, Column, Value
from agreecheck.report.folder.row import Row
from agreecheck.text.fold import fold

Test = Callable[[Row], bool]

_MOST = 200  # words of one condition
_TOKEN = re.compile(r'\s*(?:([()])|([=!]=|!~|<=|>=|[=~<>])|"([^"]*)"|“([^”]*)”|([^\s()=!~<>"“”]+))')
_ORDER: dict[str, Callable[[Value, Value], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
_WORDS = {"and": "and", "or": "or", "not": "not", "且": "and", "并且": "and", "或": "or", "或者": "or", "非": "not"}
_SIGNS = str.maketrans({"≤": "<=", "≥": ">=", "≠": "!="})


def where(text: str) -> Test:
    """The condition as a function of a row. Raises UsageError: code where_form, where_end, where_column, where_number,
    where_date, where_severity or where_order."""
    reading = _Reading(text)
    test = reading.condition()
    reading.end()
    return test


class _Reading:
    """Goes through the words of a condition from left to right."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.words = list(_words(text))
        if len(self.words) > _MOST:
            raise _wrong("where_form", "…", text[:40])

    def condition(self) -> Test:
        tests = [self._all()]
        while self._takes("or"):
            tests.append(self._all())
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def end(self) -> None:
        if self.at < len(self.words):
            raise self._lost()

    def _all(self) -> Test:
        tests = [self._part()]
        while self._takes("and"):
            tests.append(self._part())
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def _part(self) -> Test:
        if self._takes("not"):
            negated = self._part()
            return lambda row: not negated(row)
        if self._takes("("):
            inside = self.condition()
            if not self._takes(")"):
                raise self._lost()
            return inside
        column, sign, value = self._next("word"), self._next("sign"), self._next("word", "quoted")
        return _comparison(column, sign, value)

    def _takes(self, word: str) -> bool:
        if self.at < len(self.words) and self.words[self.at] == (_kind_of(word), word):
            self.at += 1
            return True
        return False

    def _next(self, *kinds: str) -> str:
        if self.at < len(self.words) and self.words[self.at][0] in kinds:
            self.at += 1
            return self.words[self.at - 1][1]
        raise self._lost()

    def _lost(self) -> UsageError:
        if self.at == len(self.words):
            return _wrong("where_end", "", self.text)
        return _wrong("where_form", self.words[self.at][1], self.text)


def _kind_of(word: str) -> str:
    return "bracket" if word in "()" else "joint"


def _words(text: str) -> Iterator[tuple[str, str]]:
    """The words of a condition with their kinds: bracket, sign, quoted, joint (and, or, not), word."""
    plain, at = fold(text).translate(_SIGNS).rstrip(), 0
    while at < len(plain):
        found = _TOKEN.match(plain, at)
        if found is None:
            raise _wrong("where_form", plain[at:].strip()[:20], text)
        bracket, sign, straight, curly, word = found.groups()
        if bracket or sign:
            yield ("bracket", bracket) if bracket else ("sign", "=" if sign == "==" else sign)
        elif word is None:
            yield "quoted", straight if straight is not None else curly
        else:
            joint = _WORDS.get(word.lower())
            yield ("joint", joint) if joint else ("word", word)
        at = found.end()


def _comparison(name: str, sign: str, written: str) -> Test:
    column = _column(name)
    if sign in ("~", "!~"):
        wanted = fold(written).lower()
        return _negated(sign, lambda row: any(wanted in fold(text).lower() for text in column.texts(row)))
    if sign in ("=", "!=") and not written:
        return _negated(sign, lambda row: not any(column.texts(row)))
    if column.kind == "text":
        if sign not in ("=", "!="):
            raise _wrong("where_order", f"{name}{sign}", name)
        same = fold(written).lower()
        return _negated(sign, lambda row: any(same == fold(text).lower() for text in column.names(row)))
    limit, holds = _limit(column, name, written), eq if sign in ("=", "!=") else _ORDER[sign]
    return _negated(sign, lambda row: any(holds(value, limit) for value in column.values(row)))


def _negated(sign: str, test: Test) -> Test:
    return (lambda row: not test(row)) if sign.startswith("!") else test


def _column(name: str) -> Column:
    """By its name, or its heading in any language."""
    plain = name.lower()
    for key, column in COLUMNS.items():
        head = HEADS.get(key, key)
        if plain in (key, head, *(fold(load(language).get(f"group.{head}")).lower() for language in LANGUAGES)):
            return column
    (near,) = get_close_matches(plain, COLUMNS, n=1, cutoff=0)
    raise _wrong("where_column", near, name)


def _limit(column: Column, name: str, written: str) -> Value:
    if column.kind == "severity":
        order: tuple[str, ...] = SEVERITIES
        if written.lower() not in order:
            raise _wrong("where_severity", written, name)
        return order.index(written.lower())
    try:
        return column.read(written)
    except ValueError as error:
        raise _wrong("where_date" if column.kind == "date" else "where_number", written, name) from error


def _wrong(code: str, what: str, where: str) -> UsageError:
    return UsageError(what, where=where, code=code)
