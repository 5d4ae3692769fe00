"""What every part of the view needs at hand: the paper, its places, masks and words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Protocol

from agreecheck.messages import Messages
from agreecheck.model.base import Words
from agreecheck.model.check import CheckEntry, CheckText
from agreecheck.model.finding import CheckResult, Price, Report
from agreecheck.model.rule import RuleText
from agreecheck.report.mask import Masker, shortened
from agreecheck.report.place import Places
from agreecheck.report.plain import flow, priced
from agreecheck.report.shape.judged import Basis
from agreecheck.report.texts import Texts, fill
from agreecheck.text.currencies import YUAN_ELSEWHERE


class HasTexts(Protocol):
    """An item, rule or check: its texts in both languages."""

    @property
    def zh(self) -> RuleText: ...
    @property
    def en(self) -> RuleText: ...


@dataclass(frozen=True)
class Context:
    """One report on its way to a view in one language."""

    report: Report
    texts: Texts
    messages: Messages
    masker: Masker
    places: Places

    @property
    def language(self) -> str:
        return self.messages.language

    def name(self, text: str) -> str:
        """A string out of the paper in one masked line."""
        return flow(shortened(self.masker.words(text)))

    def words(self, words: Words | None) -> str:
        """A text in the reader's language, masked, without open slots."""
        return self.filled(words.in_language(self.language), {}) if words else ""

    def rule_text(self, rule: HasTexts) -> RuleText:
        """The texts of a rule, item or check in the reader's language."""
        return rule.zh if self.language == "zh" else rule.en

    def filled(self, template: str, values: Mapping[str, str]) -> str:
        """A template with its slots filled with masked values, else with neutral words."""
        return shortened(self.masker.words(fill(template, values, self._neutral, self.language)))

    def money(self, value: Decimal, currency: str) -> str:
        """An amount as people read it: ``"36,000.00 元"``."""
        return priced(self.messages, value, currency)

    def day(self, value: date) -> str:
        """A date as people read it."""
        return f"{value.year}年{value.month}月{value.day}日" if self.language == "zh" else value.isoformat()

    def labelled(self, label: str, value: str) -> str:
        """A label and its value; the label alone where there is none."""
        colon = "：" if self.language == "zh" else ": "
        return f"{label}{colon}{value}" if value else label

    def check_text(self, check: CheckEntry) -> CheckText:
        """The texts of a check in the reader's language."""
        return check.zh if self.language == "zh" else check.en

    def reason(self, check: CheckResult) -> str:
        """Why a check failed or could not be computed, in words; empty where its texts say nothing."""
        words = self.texts.reasons.get(check.reason)
        return self.filled(words.in_language(self.language), check.values) if words else ""

    def basis(self, keys: Iterable[str]) -> tuple[Basis, ...]:
        """The sources behind keys of law.toml, each once; abroad only the guide's advice, which holds anywhere."""
        return tuple(self._law(key) for key in dict.fromkeys(keys) if not self.abroad or key.startswith("guide."))

    @property
    def abroad(self) -> bool:
        """Whether the paper is of another place than the laws and hotlines here, which are those of China's mainland:
        it was judged by packs of elsewhere alone or reckons in another yuan, and the limits here did not apply."""
        elsewhere = self.texts.abroad or self.report.facts.currency in YUAN_ELSEWHERE
        return elsewhere and not self.report.limits

    def _law(self, key: str) -> Basis:
        law = self.texts.laws.get(key)
        if law is None:
            return Basis(key=key, text=key, confidence="unverified")
        return Basis(key=key, text=law.zh if self.language == "zh" else law.en, confidence=law.confidence)

    @cached_property
    def suggestions(self) -> dict[str, Words]:
        """By item, what could be asked to be written."""
        return {s.item: s.text for s in self.report.suggestions}

    @cached_property
    def prices(self) -> dict[str, Price]:
        """By item, what it can cost."""
        return {p.item: p for p in self.report.prices}

    @cached_property
    def _neutral(self) -> dict[str, str]:
        own = {k.removeprefix("slot."): v for k, v in self.messages.texts.items() if k.startswith("slot.")}
        return own | {k: w.in_language(self.language) for k, w in self.texts.neutral.items()}
