"""Say what each operator and number is changed to: its neighbours, one smallest step away."""

from __future__ import annotations

import ast
from decimal import Decimal

from desktop_app.domain.criterion import Op

# The neighbour moves the boundary itself, the other one turns the comparison round.
OPERATORS: dict[Op, tuple[Op, Op]] = {
    Op.LT: (Op.LE, Op.GT),
    Op.LE: (Op.LT, Op.GE),
    Op.GE: (Op.GT, Op.LE),
    Op.GT: (Op.GE, Op.LT),
}
COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Gt: (ast.GtE, ast.Lt),
}
_HUNDRED = 100


def stepped(value: int | Decimal) -> tuple[int | Decimal, ...]:
    """Give the number a step lower and a step higher.

    A step is one for a count, one in the last place of a decimal; a whole decimal below 100 moves
    by 0.1, because laboratories print such values with a decimal.
    """
    if isinstance(value, int):
        return value - 1, value + 1
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        return ()  # infinity is no threshold
    whole = exponent >= 0
    step = (
        Decimal("0.1") if whole and abs(value) < _HUNDRED else Decimal(1).scaleb(min(exponent, 0))
    )
    return value - step, value + step
