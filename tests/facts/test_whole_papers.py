"""Type, parties and kind of creditor of whole papers together."""

import pytest

from agreecheck.facts import understand
from facts.plain_papers import paper
from facts.whole_papers import PAPERS


@pytest.mark.parametrize(("text", "type_", "kind", "roles"), PAPERS)
def test_type_creditor_and_parties(text: str, type_: str, kind: str, roles: dict[str, str]) -> None:
    facts = understand(paper(text))
    assert {p.name: p.role for p in facts.parties} == roles
    assert (facts.type.value, facts.creditor_kind.value) == (type_, kind)


@pytest.mark.parametrize(("text", "type_", "kind", "roles"), PAPERS)
def test_no_representative_or_witness_is_a_party(text: str, type_: str, kind: str, roles: dict[str, str]) -> None:
    helpers = {"何一诺", "郑可心", "王强"} - set(roles)
    assert not helpers & {p.name for p in understand(paper(text)).parties}
