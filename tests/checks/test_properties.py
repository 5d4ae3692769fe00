"""What holds for every deal: fees cost, waivers save, its wording makes no difference, and no float is anywhere."""

import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import agreecheck
from agreecheck.checks import rate_of_return
from agreecheck.model.fact import Amount
from agreecheck.model.finding import Cost
from agreecheck.model.span import Span
from checks.deal import Deal, monthly

CHECKS = sorted(Path(rate_of_return.__file__).parent.glob("*.py"))


def cost(deal: Deal, basis: str = "payable") -> Cost:
    return next(c for c in deal.compute().costs if c.basis == basis)


def plan(each: Decimal, count: int) -> Deal:
    deal = Deal().amount("10000.00", "payable").day("2026-11-15", "signing")
    return deal.rows(*monthly("2026-12-15", count, str(each)))


_EACH = st.decimals("950", "1500", places=2)


@given(each=_EACH, fee=st.decimals("1", "500", places=2), kind=st.sampled_from(["dated", "upfront", "each"]))
def test_any_fee_makes_the_plan_dearer(each: Decimal, fee: Decimal, kind: str) -> None:
    dearer = plan(each, 12)
    if kind == "dated":
        dearer.day("2027-01-15", "due", "2027年1月15日")
        line = dearer.at(f"2027年1月15日支付服务费{fee}元")
        day = dearer.lists["dates"][-1]
        dearer.lists["dates"][-1] = replace(day, span=Span(line.start, line.start + 10))
        dearer.add("amounts", Amount(value=fee, currency="CNY", role="fee", span=Span(line.start + 15, line.end)))
    elif kind == "upfront":
        dearer.amount(str(fee), "fee", f"签署时支付服务费{fee}元")
    else:
        dearer.amount(str(fee), "instalment_fee", f"每期另付服务费{fee}元")
    assert cost(dearer).effective_percent > cost(plan(each, 12)).effective_percent


@given(each=_EACH, waived=st.decimals("0.01", "50", places=2))
def test_a_waiver_of_every_instalment_makes_the_plan_cheaper(each: Decimal, waived: Decimal) -> None:
    assert cost(plan(each - waived, 12)).effective_percent <= cost(plan(each, 12)).effective_percent


@given(each=_EACH, count=st.integers(11, 30))
def test_one_more_instalment_of_the_same_sum_makes_the_plan_dearer(each: Decimal, count: int) -> None:
    more, less = cost(plan(each, count + 1)), cost(plan(each, count))
    assert sum(f.amount for f in more.flows) > sum(f.amount for f in less.flows)
    assert more.effective_percent > less.effective_percent


HEAD = "还款协议\n甲方（债权人）：澄江小额贷款有限公司\n乙方（债务人）：丁小满\n一、乙方尚欠甲方10,000元。\n"
FOOT = "\n甲方：澄江小额贷款有限公司\n乙方：丁小满\n2026年11月15日\n"


@pytest.mark.parametrize(("each", "count", "day"), [(950, 11, 1), (1000, 12, 15), (1100, 11, 28), (600, 20, 5)])
def test_equal_plans_in_a_list_and_in_prose_cost_the_same(each: int, count: int, day: int) -> None:
    due = [date.fromisoformat(d) for d, _ in monthly(f"2026-12-{day:02}", count, "0")]
    first, last = (f"{d.year}年{d.month}月{d.day}日" for d in (due[0], due[-1]))
    rows = "\n".join(f"第{n}期：{d.year}年{d.month}月{d.day}日支付{each}元" for n, d in enumerate(due, 1))
    bodies = (
        f"二、乙方分{count}期偿还，每期{each}元，每月{day}日支付，首期{first}，末期{last}，合计{each * count}元。",
        f"二、自{first}起，乙方每月{day}日向甲方支付{each}元，共{count}期，合计{each * count}元。",
        f"二、乙方分{count}期偿还，合计{each * count}元，具体如下：\n{rows}",
    )
    found = {
        tuple(
            (c.effective_percent, c.nominal_percent)
            for c in agreecheck.check_text(HEAD + body + FOOT, as_of=date(2026, 11, 23), second_reader=False).costs
            if c.financed == 10000
        )[:1]
        for body in bodies
    }
    assert len(found) == 1
    assert found != {()}


def floats(tree: ast.AST) -> list[str]:
    """Where a binary float comes about: literals, the type itself, division or powers of bare day counts."""
    found = []
    for node in ast.walk(tree):
        at = f"line {getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            found.append(f"{at}: {node.value}")
        if isinstance(node, ast.Name) and node.id in ("float", "round", "math", "statistics"):
            found.append(f"{at}: {node.id}")
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            whole = {n for side in (node.left, node.right) for n in ast.walk(side)}
            exact = any(isinstance(n, ast.Call) and getattr(n.func, "id", "") == "Decimal" for n in whole)
            if any(isinstance(n, ast.Attribute) and n.attr == "days" for n in whole) and not exact:
                found.append(f"{at}: {ast.unparse(node)}")
    return found


@pytest.mark.parametrize("path", CHECKS, ids=lambda p: p.name)
def test_no_float_is_written_in_the_checks(path: Path) -> None:
    assert floats(ast.parse(path.read_text("utf-8"))) == []


def test_the_search_for_floats_finds_them() -> None:
    assert len(floats(ast.parse("x = 0.5\ny = float('1')\nz = (b - a).days / 30\nw = round(3)"))) == 4
