"""Small papers and small packs to try the engine on, built by hand."""

from agreecheck.lexicon import find
from agreecheck.model.document import Clause, Document
from agreecheck.model.fact import Facts, Guess
from agreecheck.model.rule import Negation, Pack, Rule, RuleText
from agreecheck.model.span import Span
from agreecheck.rules.apply import Outcome, apply
from agreecheck.rules.examples import document_of
from agreecheck.rules.ground import Ground
from agreecheck.rules.load import Rulebook
from agreecheck.rules.notation import parse
from agreecheck.rules.phrase import matches
from agreecheck.text.fold import fold

NOTHING = Facts(type=Guess(value="other"), creditor_kind=Guess(value="unknown"))
NEGATION = Negation(
    words={"不": 6, "未": 6, "无": 6, "不得": 16, "不经": 5, "无需": 8, "均不": 8, "不以": 8, "no": 30, "not": 30},
    lookalikes=("不得不", "无条件", "不仅"),
    stops=("即可", "则"),
    breaks=",，。；;：:",
    list_joints=("、", "及", "或"),
)
TEXT = RuleText(title="t", why="w")


def pack(concepts: dict[str, tuple[str, ...]], *rules: Rule) -> Pack:
    return Pack(
        name="test", version="1", language="zh", concepts=concepts, negation=NEGATION, sentence_ends="。；！？;!?",
        roles={"creditor": ("债权人",)}, default_roles={"creditor": ("甲方",), "debtor": ("乙方",)},
        sides={"any_party": ("creditor", "debtor")}, definition_cues=("”指",), rules=rules,
    )  # fmt: skip


def rule(**parts: object) -> Rule:
    return Rule(**{"id": "CN-R001", "item": "i", "name": "n", "kind": "present", "zh": TEXT, "en": TEXT} | parts)


def ground_of(text: str | Document, book: Rulebook, facts: Facts = NOTHING) -> Ground:
    document = document_of(text) if isinstance(text, str) else text
    return Ground(document, facts, find(fold(document.text), book.vocabulary), book.pack)


def said(
    text: str | Document, pattern: str, facts: Facts = NOTHING, scope: str = "sentence", **concepts: tuple[str, ...]
) -> list[str]:
    """The words of each place where a pattern holds."""
    book = Rulebook(pack(concepts, rule(when=(pattern,))))
    ground = ground_of(text, book, facts)
    return [m.span.slice(ground.document.text) for m in matches(parse(pattern), ground, scope)]


def outcome(one: Rule, text: str | Document, facts: Facts = NOTHING, **concepts: tuple[str, ...]) -> Outcome | None:
    book = Rulebook(pack(concepts, one))
    return apply(one, ground_of(text, book, facts), {})


def clauses(text: str, *starts: tuple[str, str]) -> Document:
    """A paper whose clauses begin at the given words; ``(path, words)``; each runs to the next that is no child."""
    from msgspec.structs import replace

    places = [(path, text.index(words)) for path, words in starts]
    made = []
    for at, (path, start) in enumerate(places):
        end = next((p for other, p in places[at + 1 :] if not other.startswith(path + ".")), len(text))
        made.append(
            Clause(path=path, number=path, label=path, title="", level=path.count(".") + 1, span=Span(start, end))
        )
    return replace(document_of(text), clauses=tuple(made))
