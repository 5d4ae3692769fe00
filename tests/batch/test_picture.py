"""The folder at a glance, while it runs and out of its store."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from runs import HANGS, PAPERS, SAMPLES, agreecheck

from agreecheck.messages import Messages, load
from agreecheck.report.folder.index import index
from agreecheck.report.folder.picture import picture
from agreecheck.report.folder.row import Finding, Row, clean, failed_row
from agreecheck.report.folder.table import as_csv
from agreecheck.report.json import dumps
from agreecheck.report.shape import Trace

SAY = load("en")


def row(file: str, *keys: str, sha256: str = "", read: bool = True) -> Row:
    findings = tuple(Finding(key=key, severity="high", headline=key.upper()) for key in keys)
    return Row(file=file, result="r", findings=findings, sha256=sha256, read_in_full=read, coverage=1.0)


def printed(say: Messages, rows: list[Row], form: str, suffix: str = "") -> str:
    return "".join(index(say, rows, form, suffix))


def test_what_could_not_be_read_comes_first_each_part_in_its_order() -> None:
    seen = picture([row("d"), row("b", read=False), failed_row("c", "broken"), row("a")])
    assert [r.file for r in seen.unread] == ["b", "c"]
    assert [r.file for r in seen.read] == ["d", "a"]
    text = printed(SAY, [row("d"), failed_row("c", "broken")], "terminal")
    assert text.index("\nc\n") < text.index("\nd\n")


def test_papers_of_one_content_are_named_together() -> None:
    seen = picture([row("a", sha256="1"), row("b", sha256="2"), row("c", sha256="1"), failed_row("d", "x")])
    assert seen.alike.same == (("a", "c"),)


def test_findings_of_several_files_are_counted_once_a_file() -> None:
    seen = picture([row("a", "x", "x", "y"), row("b", "x", "z"), row("c", "z", "x")])
    assert [(finding.headline, n) for finding, n in seen.frequent] == [("X", 3), ("Z", 2)]


def test_no_cell_is_a_formula_and_nearly_all_is_not_all() -> None:
    text = "".join(as_csv(SAY, [Row(file="=1+1.pdf", result="@r", creditor='+a,\n"b"', coverage=0.999)]))
    assert text.startswith("\ufeff")
    heads, cells = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    told = dict(zip(heads, cells, strict=True))
    assert told["File"] == "'=1+1.pdf"
    assert told["Result"] == "'@r"
    assert told["Creditor"] == '\'+a,\n"b"'
    assert told["Share read"] == "0.99"


@pytest.mark.parametrize("form", ["html", "markdown", "terminal"])
def test_names_and_words_of_papers_stay_words(form: str) -> None:
    hostile = Row(
        file="<script>a|b.pdf",
        result="<b>",
        creditor="[x](y)\x1b[31m",
        trace=Trace(debtor="<i>\x1b"),
        read_in_full=True,
    )
    text = printed(SAY, [hostile], form, "html")
    assert "\x1b" not in text
    assert form == "terminal" or ("<script>" not in text and "<b>" not in text and "<i>" not in text)


def test_a_clean_row_stays_itself_and_any_other_is_cleaned() -> None:
    one = row("a", "x")
    assert clean(one) is one
    assert clean(row("a\x1b", "x")).file == "a "
    assert clean(row("a", "x\u202e")).findings[0].headline == "X "
    assert clean(Row(file="a", result="r", trace=Trace(debtor="\x1b", tail="\x07"))).trace == Trace(
        debtor=" ", tail=" "
    )


@pytest.mark.parametrize("names", ["", "a", "ab"])
def test_json_in_pieces_is_the_json_of_the_whole(names: str) -> None:
    text = printed(SAY, [row(name, "x", "y") for name in names], "json")
    assert dumps(json.loads(text)) == text


def test_the_summary_comes_out_of_the_store(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (folder / "again.pdf").write_bytes((SAMPLES / "goods.pdf").read_bytes())
    shown = agreecheck(folder, "-o", out, "--format", "html").stdout
    assert _summary(out) == shown
    rows = [json.loads(line) for line in _summary(out, "--format", "jsonl").decode().splitlines()]
    assert [r["file"] for r in rows] == sorted((*PAPERS, "broken.pdf", "again.pdf"))
    told = {r["file"]: r for r in rows}
    assert told["broken.pdf"]["failed"] is True
    assert told["debt-buyer-scan.pdf"]["read_in_full"] is False
    goods = told["goods.pdf"]
    assert (goods["total"], goods["instalment"], goods["currency"]) == ("86400.00", "21600.00", "CNY")
    assert goods["next_due"] == "2026-12-31"
    assert goods["sha256"] == told["again.pdf"]["sha256"]


def test_the_summary_of_shards_is_that_of_all(folder: Path, tmp_path: Path) -> None:
    agreecheck(folder, "-o", tmp_path / "whole", "--format", "jsonl")
    for part in ("1/2", "2/2"):
        agreecheck(folder, "-o", tmp_path / "parts", "--format", "jsonl", "--shard", part)
    assert _summary(tmp_path / "parts", "--format", "csv") == _summary(tmp_path / "whole", "--format", "csv")


def test_a_folder_without_reviews_is_wrong_use(tmp_path: Path) -> None:
    assert agreecheck_summary(tmp_path).returncode == 2
    assert not list(tmp_path.iterdir())


def _summary(*words: object) -> bytes:
    done = agreecheck_summary(*words)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def agreecheck_summary(*words: object) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "agreecheck", "summary", *map(str, words), "--lang", "en"]
    return subprocess.run(command, capture_output=True, timeout=HANGS, check=False)
