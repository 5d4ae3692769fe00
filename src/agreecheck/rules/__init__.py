"""The checklist judged: rules as data on one document. ``patterns/README.md`` tells how rules are written."""

from agreecheck.rules.follow_up import follow_up
from agreecheck.rules.ground import Ground
from agreecheck.rules.judge import judge
from agreecheck.rules.load import Rulebook, check, load
from agreecheck.rules.policy import adapted, set_aside, touches
from agreecheck.rules.promises import Paper, held
from agreecheck.rules.questions import questions
from agreecheck.rules.replies import replied
from agreecheck.rules.second import reconsider
from agreecheck.rules.unclassified import unclassified
from agreecheck.rules.wanted import wanted
from agreecheck.rules.wording import suggestions

__all__ = [
    "Ground",
    "Paper",
    "Rulebook",
    "adapted",
    "check",
    "follow_up",
    "held",
    "judge",
    "load",
    "questions",
    "reconsider",
    "replied",
    "set_aside",
    "suggestions",
    "touches",
    "unclassified",
    "wanted",
]
