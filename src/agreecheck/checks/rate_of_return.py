"""The rate at which payments are worth what they pay off, in exact decimals.

With the discount factor v of one unit of time, the payments are worth Σ aᵢ·v^kᵢ: rising and convex in v > 0. Newton's
steps from v = 1, where the payments exceed the sum financed, therefore fall towards the one root and never overshoot.
"""

from collections.abc import Sequence
from decimal import Decimal, localcontext

DIGITS = 50
_CLOSE = Decimal("1e-40")


def discount_factor(financed: Decimal, payments: Sequence[tuple[int, Decimal]]) -> Decimal | None:
    """``v`` in (0, 1] with Σ amount · v^k = financed; ``payments`` are (k, amount) with k ≥ 0 units of time.

    None where less is paid back than was financed, or where nothing is paid later than at once.
    """
    now = sum((a for k, a in payments if k == 0), Decimal(0))
    later = [(k, a) for k, a in payments if k > 0 and a > 0]
    left = financed - now
    if left <= 0 or not later or any(k < 0 for k, _ in payments) or sum((a for _, a in later), Decimal(0)) < left:
        return None
    with localcontext() as context:
        context.prec = DIGITS
        v = Decimal(1)
        for _ in range(400):
            worth = slope = Decimal(0)
            for k, amount in later:
                below = v ** (k - 1)
                worth += amount * below * v
                slope += amount * k * below
            step = (worth - left) / slope
            v -= step
            if abs(step) < _CLOSE:
                break
        return v


def effective_percent(financed: Decimal, payments: Sequence[tuple[int, Decimal]]) -> Decimal | None:
    """Yearly rate in percent by actual days over 365 (XIRR); ``payments`` are (days from the start, amount)."""
    v = discount_factor(financed, payments)
    if v is None:
        return None
    with localcontext() as context:
        context.prec = DIGITS
        return _rounded((1 / v) ** 365 - 1)


def nominal_percent(financed: Decimal, payments: Sequence[tuple[int, Decimal]], per_year: int) -> Decimal | None:
    """Rate of one period times periods a year, in percent; ``payments`` are (periods from the start, amount)."""
    v = discount_factor(financed, payments)
    if v is None:
        return None
    with localcontext() as context:
        context.prec = DIGITS
        return _rounded((1 / v - 1) * per_year)


def _rounded(rate: Decimal) -> Decimal:
    """Percent to four decimals."""
    return (rate * 100).quantize(Decimal("0.0001"))
