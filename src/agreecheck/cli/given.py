"""What the borrower brings along, out of the options of a call."""

import argparse

from agreecheck.model.given import AnswerSheet, Given, Me
from agreecheck.packs.own import decode_own


def given(options: argparse.Namespace) -> Given:
    """The files named by options, decoded once for all papers of the call. Raises ConfigError."""
    from agreecheck.packs.law import with_own

    answers = getattr(options, "answers", None)
    return Given(
        me=decode_own(options.me, Me) if options.me else Me(),
        law=with_own(options.law) if options.law else None,
        answers=decode_own(answers, AnswerSheet).answer if answers else (),
        signed_on=options.signed_on,
    )
