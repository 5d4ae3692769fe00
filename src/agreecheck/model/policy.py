"""How papers are judged beyond the shipped packs: packs of one's own, other severities, what is ignored and why."""

from datetime import date

from agreecheck.model.base import Frozen
from agreecheck.model.finding import Ignore, Severity


class Policy(Frozen):
    """``packs`` are folders of one's own that add to the shipped pack of their language; ``severity`` maps the code of
    a rule, a check or a checklist item to how grave it is when flagged."""

    packs: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    ignore: tuple[Ignore, ...] = ()

    def holding(self, day: date) -> tuple[Ignore, ...]:
        """What is ignored on a day."""
        return tuple(one for one in self.ignore if one.holds(day))

    def expired(self, day: date) -> tuple[Ignore, ...]:
        """What was ignored once and is judged again on a day."""
        return tuple(one for one in self.ignore if not one.holds(day))
