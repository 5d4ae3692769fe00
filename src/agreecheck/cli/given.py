"""What the borrower brings along, out of the options of a call."""

import argparse

from agreecheck.model.given import Given, Me
from agreecheck.packs.own import decode_own


def given(options: argparse.Namespace) -> Given:
    """The files named by options, decoded once for all papers of the call. Raises ConfigError."""
    me = decode_own(options.me, Me) if options.me else Me()
    return Given(me=me, signed_on=options.signed_on)
