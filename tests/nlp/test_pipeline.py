"""The spaCy pipeline: jieba's words as tokens, nothing that could go online, loaded only when needed."""

import subprocess
import sys
import tomllib
from pathlib import Path

from agreecheck.nlp.pipeline import likelihoods, pipeline, topics
from agreecheck.packs.load import load


def python(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_tokens_are_words_and_keep_their_places() -> None:
    doc = pipeline()("借款人可以提前到期日之前还款。")
    assert [token.text for token in doc][:4] == ["借款人", "可以", "提前", "到期日"]
    assert doc.text == "借款人可以提前到期日之前还款。"
    assert (doc[3].idx, doc[3].idx + len(doc[3])) == (7, 10)


def test_a_matcher_of_users_finds_its_words() -> None:
    from spacy.matcher import Matcher

    nlp = pipeline()
    matcher = Matcher(nlp.vocab)
    matcher.add("early", [[{"TEXT": "提前"}, {"TEXT": {"IN": ["清偿", "还款", "归还"]}}]])
    doc = nlp("乙方可以提前归还欠款")
    assert [doc[start:end].text for _, start, end in matcher(doc)] == ["提前归还"]


def test_likelihoods_of_the_topics_of_a_sentence_add_up_to_one() -> None:
    for chances in likelihoods(["", "债权人不得给债务人的父母打电话。", "1,234.56", "x" * 3000]):
        assert all(0 <= chance <= 1 for chance in chances)
        assert abs(sum(chances) - 1) < 1e-4


def test_nothing_that_goes_online_is_loaded() -> None:
    loaded = python(
        "import sys; from agreecheck.nlp.pipeline import likelihoods; likelihoods(['提前还款'])\n"
        "print(sorted({'requests', 'httpx', 'urllib3', 'weasel', 'typer', 'spacy.cli'} & set(sys.modules)))"
    )
    assert loaded == "[]\n"


def test_the_command_of_spacy_still_works_beside_us() -> None:
    out = python(
        "from agreecheck.nlp.pipeline import pipeline; pipeline()\n"
        "import spacy; from spacy.cli import info; print(callable(info), 'spacy_version' in spacy.info(silent=True))"
    )
    assert out == "True True\n"


def test_word_edges_do_without_spacy() -> None:
    out = python(
        "import sys; from agreecheck.nlp import veto; from agreecheck.model.finding import Hit\n"
        "from agreecheck.model.span import Span; veto('该日本金融机构', (Hit(label='x', span=Span(2, 4)),))\n"
        "print('jieba' in sys.modules, 'spacy' in sys.modules)"
    )
    assert out == "True False\n"


def test_the_classifier_knows_every_item_of_the_checklist() -> None:
    """But for the loan list, whose twins among an agreement's items it knows; words are looked for instead."""
    items = {item.slug for item in load("zh").items if item.only_types != ("loan",)}
    assert items <= set(topics())


def test_it_was_trained_on_the_sentences_in_the_repository() -> None:
    """A topic's own training sentences are recognised, most of them; a stale file would not know new ones."""
    with (Path(__file__).resolve().parents[2] / "benchmarks" / "second" / "clauses.toml").open("rb") as file:
        clauses = tomllib.load(file)["clauses"]
    lines = [(topic, line) for topic, text in clauses.items() for line in text.strip().splitlines()]
    likeliest = [topics()[n] for n in likelihoods([line for _, line in lines]).argmax(axis=1)]
    right = sum(topic == found for (topic, _), found in zip(lines, likeliest, strict=True))
    assert right / len(lines) > 0.95
