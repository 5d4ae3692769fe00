"""Fact extraction beside other extractors, in one run.

    python benchmarks/extraction.py --cases CASES.jsonl [MORE.jsonl ...] [--errors N] [--all]

A case is one JSON object a line: ``input``, ``ref`` (a reference day or null), ``category``, ``relevant`` and
``expected``, a list of ``{kind, value, unit, start, end, alts, category, relevant}`` with offsets in code points;
``value`` null means that only the place is known, and an empty list that every report is wrong. Each installed peer is
run besides agreecheck (jionlp, recognizers-text-suite, cn2an, dateparser); what is not installed is named and left out.

For every category: ``recall`` is the share of facts found at their place with the exact value, ``precision`` the share
of reported facts of that dimension that are right. Facts not marked relevant count only with ``--all``.
"""

import argparse
import calendar
import importlib.util
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NamedTuple

Case = dict[str, Any]


class Fact(NamedTuple):
    """What a system reports."""

    kind: str
    value: str | None
    unit: str
    start: int
    end: int


System = Callable[[str, str | None], list[Fact]]

DATED = {"date", "date_range", "deadline", "duration", "duration_range", "recurrence"}
ANSWERS = {  # which reported kinds may answer a wanted one
    "number": {"number", "money", "percent", "rate", "count", "ordinal"},
    "number_range": {"number_range", "money_range"},
    "ordinal": {"ordinal", "number"},
    "count": {"count", "number", "duration"},
    "money": {"money", "money_range"},
    "money_range": {"money", "money_range"},
    "percent": {"percent", "rate"},
    "rate": {"rate", "percent"},
    "date": {"date", "date_range", "deadline", "duration"},
    "date_range": {"date", "date_range", "deadline", "duration"},
    "deadline": DATED - {"recurrence"},
    "duration": {"duration", "duration_range", "deadline"},
    "duration_range": {"duration", "duration_range"},
    "recurrence": {"recurrence"},
}


# ---- comparing values


def number(value: str | None) -> Decimal | None:
    try:
        return Decimal((value or "").rstrip("%"))
    except InvalidOperation:
        return None


def length(value: str) -> tuple[Decimal, ...] | None:
    """An ISO duration as months, days, working days, seconds."""
    parts = re.fullmatch(
        r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:([\d.]+)B)?"
        r"(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?",
        value,
    )
    if parts is None:
        return None
    y, m, w, d, b, h, mi, s = (Decimal(part or 0) for part in parts.groups())
    return y * 12 + m, w * 7 + d, b, h * 3600 + mi * 60 + s


def bounds(value: str) -> tuple[str, str]:
    """First and last day of a date or range."""

    def day(text: str, last: bool) -> str:
        match = re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d))?", text)
        if match is None:
            return text
        year, month = match.groups()
        if month is None:
            return f"{year}-12-31" if last else f"{year}-01-01"
        return (
            f"{year}-{month}-{calendar.monthrange(int(year.replace('XXXX', '2024')), int(month))[1] if last else 1:02d}"
        )

    first, _, second = value.partition("/")
    return day(first, False), day(second or first, True)


def same(kind: str, wanted: str | None, got: str | None) -> bool:
    if wanted is None or got is None:
        return False
    if wanted == got:
        return True
    if kind in ("number", "money", "percent", "rate", "ordinal", "count"):
        one, two = number(wanted), number(got)
        if one is None or two is None:
            return False
        long = max(len(one.as_tuple().digits), len(two.as_tuple().digits)) > 13
        return one == two or (long and one != 0 and abs((one - two) / one) < Decimal("1e-12"))
    if ".." in wanted and ".." in got:
        read = length if kind == "duration_range" else number
        pairs = zip(wanted.split(".."), got.split(".."), strict=False)
        return all(one == two or (bool(one and two) and read(one) == read(two)) for one, two in pairs)
    if kind == "recurrence":
        (one, _, day), (two, _, other) = wanted.partition("@"), got.partition("@")
        return day.lstrip("0") == other.lstrip("0") and length(one) == length(two)
    if length(wanted) is not None or length(got) is not None:
        return length(wanted) == length(got)
    return bounds(wanted) == bounds(got)


def right(wanted: Case, fact: Fact) -> bool:
    values = [wanted["value"], *wanted.get("alts", [])]
    currency = wanted["kind"].startswith("money") and wanted["unit"] and fact.unit and wanted["unit"] != fact.unit
    return near(wanted, fact) and not currency and any(same(wanted["kind"], value, fact.value) for value in values)


def near(wanted: Case, fact: Fact) -> bool:
    return fact.kind in ANSWERS[wanted["kind"]] and wanted["start"] < fact.end and fact.start < wanted["end"]


def dimension(category: str) -> set[str]:
    """The reported kinds whose mistakes count against a category."""
    if "money" in category:
        return {"money", "money_range"}
    if category in ("percent", "negative_percent", "rate"):
        return {"percent", "rate"}
    if category in ("number_range", "ordinal"):
        return {category}
    return {"number"} if "number" in category or category == "count" else DATED


def score(
    cases: Iterable[Case], system: System, everything: bool
) -> tuple[dict[str, Counter[str]], list[tuple[str, ...]]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    errors = []
    for case in cases:
        reported = [fact for fact in system(case["input"], case.get("ref")) if fact.kind in ANSWERS]
        for wanted in case["expected"]:
            if (
                wanted["kind"] not in ANSWERS
                or wanted["value"] is None
                or not (everything or wanted.get("relevant", True))
            ):
                continue
            category = wanted.get("category") or wanted["kind"]
            hit = any(right(wanted, fact) for fact in reported)
            table[category].update(facts=1, found=hit)
            if not hit:
                got = [
                    f"{fact.kind} {fact.value}"
                    for fact in reported
                    if wanted["start"] < fact.end and fact.start < wanted["end"]
                ]
                errors.append((category, case["input"], f"{wanted['kind']} {wanted['value']}", "; ".join(got)))
        for fact in reported:
            if fact.kind not in dimension(case["category"]):
                continue
            close = [wanted for wanted in case["expected"] if wanted["kind"] in ANSWERS and near(wanted, fact)]
            if any(wanted["value"] is None or not wanted.get("relevant", True) for wanted in close):
                continue
            table[case["category"]].update(reported=1, correct=any(right(wanted, fact) for wanted in close))
            if not close:
                errors.append((case["category"], case["input"], "nothing", f"{fact.kind} {fact.value}"))
    return table, errors


# ---- the systems


def agreecheck() -> System:
    from agreecheck import extract

    def run(text: str, ref: str | None) -> list[Fact]:
        facts = extract(text, date.fromisoformat(ref) if ref else None)
        return [Fact(one.kind, one.value, one.unit, one.start, one.end) for one in facts]

    return run


def cn2an() -> System:
    """cn2an reads numerals and does not locate them: a plain expression hands it the runs."""
    import cn2an as peer

    run_of = re.compile(
        r"[负-]?[\d零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟点.]+(?P<money>[元圆](?:.角)?(?:.分)?)?"
    )

    def run(text: str, ref: str | None) -> list[Fact]:
        found = []
        for match in run_of.finditer(text):
            try:
                value = str(peer.cn2an(match[0].rstrip("."), "smart"))
            except Exception:
                continue
            kind = ("money", "CNY") if match["money"] else ("number", "")
            found.append(Fact(kind[0], value, kind[1], *match.span()))
        return found

    return run


def dateparser() -> System:
    from dateparser.search import search_dates

    def run(text: str, ref: str | None) -> list[Fact]:
        base = datetime.fromisoformat(ref or "2026-01-01")
        found, at = [], 0
        for words, day in search_dates(text, languages=["zh"], settings={"RELATIVE_BASE": base}) or []:
            start = max(text.find(words, at), 0)
            at = start + len(words)
            found.append(Fact("date", day.date().isoformat(), "", start, at))
        return found

    return run


def recognizers() -> System:
    import recognizers_suite as peer

    readers = {
        "number": peer.recognize_number, "ordinal": peer.recognize_ordinal, "percent": peer.recognize_percentage,
        "money": peer.recognize_currency,
    }  # fmt: skip

    def run(text: str, ref: str | None) -> list[Fact]:
        found = []
        for kind, reader in readers.items():
            for one in attempt(reader, text, "zh-cn"):
                value = (one.resolution or {}).get("value")
                if value is not None:
                    unit = (one.resolution or {}).get("isoCurrency") or ""
                    found.append(Fact(kind, str(value).rstrip("%"), unit, one.start, one.end + 1))
        base = datetime.fromisoformat(ref or "2026-01-01")
        for one in attempt(peer.recognize_datetime, text, "zh-cn", reference=base):
            values = (one.resolution or {}).get("values") or [{}]
            kind = {"set": "recurrence", "daterange": "date_range"}.get(
                one.type_name.split(".")[-1], one.type_name.split(".")[-1]
            )
            found.append(Fact(kind, timex(values[0].get("timex")), "", one.start, one.end + 1))
        return found

    return run


def timex(value: str | None) -> str | None:
    """(2026-01-01,2026-12-31,P364D) as 2026-01-01/2026-12-31."""
    match = re.fullmatch(r"\((.+?),(.+?),P[^)]*\)", value or "")
    return f"{match[1]}/{match[2]}" if match else value


def jionlp() -> System:
    import contextlib
    import io
    import logging

    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp as peer
    logging.disable(logging.ERROR)  # it logs a traceback for every candidate that it rejects

    def run(text: str, ref: str | None) -> list[Fact]:
        found = []
        for one in attempt(peer.ner.extract_money, text, with_parsing=True):
            detail = one.get("detail") or {}
            amount = detail.get("num")
            if amount is not None:
                low_high = isinstance(amount, list | tuple)
                value = "..".join(map(str, amount)) if low_high else str(amount)
                unit = {"元": "CNY", "美元": "USD", "港元": "HKD"}.get(detail.get("case", ""), "")
                found.append(Fact("money_range" if low_high else "money", value, unit, *one["offset"]))
        base = datetime.fromisoformat(ref or "2026-01-01").timestamp()
        for one in attempt(peer.ner.extract_time, text, time_base=base, with_parsing=True):
            kind, value = jionlp_time(one.get("detail") or {}, one["text"])
            if kind:
                found.append(Fact(kind, value, "", *one["offset"]))
        return found

    return run


def jionlp_time(detail: dict[str, Any], words: str) -> tuple[str, str | None]:
    """Its time as our kind and value. A bound (以前, 起) comes back as an open span: the stated end counts."""
    kind, span = detail.get("type"), detail.get("time")
    if kind in ("time_point", "time_span") and isinstance(span, list):
        first, last = (str(moment)[:10] for moment in span)
        if re.search(r"前$|为止$|截止$", words) and last[:1].isdigit():
            return "date", last
        if re.search(r"[后起]$|开始$|以来$", words) and first[:1].isdigit():
            return "date", first
        return ("date", first) if first == last else ("date_range", f"{first}/{last}")
    if kind == "time_delta" and isinstance(span, list):
        return "duration_range", "..".join(map(jionlp_length, span))
    if kind == "time_delta" and isinstance(span, dict):
        return "duration", jionlp_length(span)
    if kind == "time_period" and isinstance(span, dict) and isinstance(span.get("delta"), dict):
        period = jionlp_length(span["delta"]).replace("P7D", "P1W")
        point = (span.get("point") or {}).get("string") or ""
        day = re.match(r"(?:(\d+)月)?(\d+)[日号]", point)
        if day is None:
            return "recurrence", period
        return "recurrence", f"{period}@" + (f"{int(day[1]):02d}-" if day[1] else "") + f"{int(day[2]):02d}"
    return "", None


def jionlp_length(delta: dict[str, Any]) -> str:
    letters = {"year": "Y", "month": "M", "day": "D", "workday": "B"}
    return "P" + "".join(
        f"{Decimal(str(delta[unit])).normalize():f}{letter}" for unit, letter in letters.items() if delta.get(unit)
    )


def attempt(call: Callable[..., Any], *args: Any, **named: Any) -> Any:
    """A peer that fails on a text has found nothing in it."""
    try:
        return call(*args, **named) or []
    except Exception:
        return []


SYSTEMS: dict[str, tuple[str, Callable[[], System]]] = {  # name: (module that must be there, how to build it)
    "agreecheck": ("agreecheck", agreecheck),
    "jionlp": ("jionlp", jionlp),
    "recognizers": ("recognizers_suite", recognizers),
    "cn2an": ("cn2an", cn2an),
    "dateparser": ("dateparser", dateparser),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", nargs="+", type=Path, required=True)
    parser.add_argument("--errors", type=int, default=0, help="print so many of agreecheck's misses")
    parser.add_argument("--all", action="store_true", help="count what is not marked relevant too")
    options = parser.parse_args()
    lines = [line for path in options.cases for line in path.read_text("utf-8").splitlines() if line.strip()]
    cases = [case for case in map(json.loads, lines) if options.all or case.get("relevant", True)]
    everything = "\n".join(case["input"] for case in cases)
    tables: dict[str, dict[str, Counter[str]]] = {}
    speeds = {}
    misses: list[tuple[str, ...]] = []
    for name, (module, build) in SYSTEMS.items():
        if importlib.util.find_spec(module) is None:
            print(f"not installed: {name}")
            continue
        system = build()
        tables[name], errors = score(cases, system, options.all)
        misses = misses or errors
        speeds[name] = len(everything) / min(_seconds(system, everything) for _ in range(3))
    show(tables, speeds)
    for miss in misses[: options.errors]:
        print(" | ".join(miss))


def _seconds(system: System, text: str) -> float:
    """Processor time of one reading: a busy machine does not count."""
    start = time.process_time()
    attempt(system, text, None)
    return time.process_time() - start


def show(tables: dict[str, dict[str, Counter[str]]], speeds: dict[str, float]) -> None:
    """One line a category: recall/precision of every system, in percent."""

    def percent(part: int, whole: int) -> str:
        return f"{100 * part / whole:.0f}" if whole else "-"

    categories = sorted({category for table in tables.values() for category in table})
    print(f"{'recall/precision %':22}{'n':>5}" + "".join(f"{name:>14}" for name in tables))
    for category in categories:
        rows = [table.get(category, Counter()) for table in tables.values()]
        cells = [f"{percent(row['found'], row['facts'])}/{percent(row['correct'], row['reported'])}" for row in rows]
        print(f"{category:22}{max(row['facts'] for row in rows):>5}" + "".join(f"{cell:>14}" for cell in cells))
    print(f"{'characters a second':27}" + "".join(f"{speed:>14,.0f}" for speed in speeds.values()))


if __name__ == "__main__":
    main()
