"""A suggested wording is shown with the issues at the top, marked as a suggestion and masked like all else."""

from msgspec import to_builtins

from agreecheck.model.base import Words
from agreecheck.model.fact import Guess
from agreecheck.model.finding import Report, Suggestion
from agreecheck.report import render
from agreecheck.report.shape import View
from agreecheck.report.view import view
from report.paper import CARD, TEXTS, facts, report

CERTIFICATE, STOP = "还清后五日内出具结清证明", "生效后停止催收"


def made(**changes: object) -> Report:
    said = (
        Suggestion(item="settle-cert", text=Words(zh=CERTIFICATE, en="a certificate within five days")),
        Suggestion(item="coll-stop", text=Words(zh=STOP, en="collection stops")),
    )
    return report(suggestions=said, **changes)


def seen(language: str = "zh", **changes: object) -> View:
    return view(made(**changes), TEXTS, language)


def test_each_flagged_item_carries_its_wording() -> None:
    wordings = {e.item: e.wording for e in seen().checklist}
    assert wordings["settle-cert"] == CERTIFICATE
    assert wordings["coll-stop"] == STOP
    assert wordings["plan-amount"] == ""
    assert {e.wording for e in seen("en").checklist if e.item == "coll-stop"} == {"collection stops"}


def test_people_see_it_with_an_issue_and_not_in_the_list_of_what_is_absent() -> None:
    for form in ("markdown", "html"):
        text = render(seen(), form)
        assert "可以请对方写入（参考）" in text
        assert CERTIFICATE in text
        assert STOP not in text
    lines = render(seen(), "terminal", width=200)
    assert f"可以请对方写入（参考）：{CERTIFICATE}" in lines
    assert STOP not in lines


def test_an_application_is_the_borrowers_own_to_write() -> None:
    own = seen(facts=facts(type=Guess(value="hardship_application")))
    assert f"可以这样写（参考）：{CERTIFICATE}" in render(own, "terminal", width=200)


def test_personal_data_in_it_is_masked() -> None:
    said = (Suggestion(item="settle-cert", text=Words(zh=f"账号{CARD}", en=CARD)),)
    shown = view(report(suggestions=said), TEXTS, "zh")
    assert CARD not in str(to_builtins(shown))
    assert CARD not in render(shown, "html")


def test_no_wording_is_shown_where_there_is_none() -> None:
    assert "可以请对方写入" not in render(view(report(), TEXTS, "zh"), "markdown")
