"""Mutate the functions of a module: compile one anew with a change, and swap the code in."""

from __future__ import annotations

import ast
import copy
import inspect
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from types import CodeType, FunctionType, ModuleType

from desktop_app.domain.criterion import Op
from tests.domain.mutation.steps import COMPARISONS, OPERATORS, stepped

Parts = tuple[str, frozenset[str], Callable[[], None], Callable[[], None]]
Definition = ast.FunctionDef
_DECIMALS = frozenset({"D", "_D", "Decimal"})
_FUTURE = ast.parse("from __future__ import annotations").body


def code_key(code: CodeType) -> str:
    """Name a function's code by its place in the source, the same for a changed copy of it."""
    return f"{code.co_filename}:{code.co_qualname}"


@cache
def functions_of(module: ModuleType) -> dict[str, FunctionType]:
    """Give the functions and methods that a module defines, by qualified name."""
    found: dict[str, FunctionType] = {}
    for value in list(vars(module).values()):
        members = vars(value).values() if isinstance(value, type) else (value,)
        for member in members:
            function = _plain(member)
            if function is not None and function.__module__ == module.__name__:
                found[function.__qualname__] = function
    return found


def _plain(member: object) -> FunctionType | None:
    """Give the function behind a property, a class method or a cache."""
    if isinstance(member, property):
        member = member.fget
    if isinstance(member, classmethod | staticmethod):
        member = member.__func__
    while hasattr(member, "__wrapped__"):
        member = member.__wrapped__
    return member if isinstance(member, FunctionType) else None


def function_mutants(module: ModuleType) -> Iterator[Parts]:
    """Give a mutant for every comparison, operator and number in the module's functions."""
    functions, file = functions_of(module), str(module.__file__)
    for name, node in _definitions(ast.parse(inspect.getsource(module))):
        function = functions.get(name)
        if function is None:
            continue  # made by a decorator, such as a dataclass
        old = function.__code__
        for said, changed in _changed(node):
            new = _compiled(changed, file)
            place = f"{module.__name__}.{name}: {said}"
            swap = partial(setattr, function, "__code__")
            yield place, frozenset({code_key(old)}), partial(swap, new), partial(swap, old)


def _definitions(tree: ast.Module) -> Iterator[tuple[str, Definition]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for member in node.body:
                if isinstance(member, ast.FunctionDef):
                    yield f"{node.name}.{member.name}", member


def _compiled(node: Definition, file: str) -> CodeType:
    node.decorator_list = []
    tree = ast.fix_missing_locations(ast.Module([*_FUTURE, node], []))
    code = compile(tree, file, "exec", dont_inherit=True)
    return next(x for x in code.co_consts if isinstance(x, CodeType) and x.co_name == node.name)


def _changed(node: Definition) -> Iterator[tuple[str, Definition]]:
    """Give a copy of the function for every change, with the change in words."""
    # A place in a tuple is no threshold.
    places = {
        id(x) for at in ast.walk(node) if isinstance(at, ast.Subscript) for x in ast.walk(at.slice)
    }
    for place, site in enumerate(ast.walk(node)):
        for change in _changes(site, places):
            changed = copy.deepcopy(node)
            (there,) = (x for index, x in enumerate(ast.walk(changed)) if index == place)
            before = ast.unparse(site)
            change(there)
            yield f"{before} -> {ast.unparse(there)}", changed


def _changes(site: ast.AST, places: set[int]) -> Iterator[Callable[[ast.AST], None]]:
    """Give every change of a node; numbers are changed in the node around them, to be readable."""
    if isinstance(site, ast.Compare):
        for place, operator in enumerate(site.ops):
            for other in COMPARISONS.get(type(operator), ()):
                yield partial(_compare_otherwise, place, other)
    if isinstance(site, ast.Attribute) and ast.unparse(site.value) == "Op":
        for op in OPERATORS[Op[site.attr]]:
            yield partial(_rename, op.name)
    for name, value in ast.iter_fields(site):
        for place, item in enumerate(value if isinstance(value, list) else [value]):
            for number in () if id(item) in places else _numbers(site, item):
                yield partial(_write, name, place if isinstance(value, list) else None, number)


def _numbers(parent: ast.AST, item: object) -> Iterator[ast.expr]:
    """Give what a number is changed to; ``D("0.5")`` and ``D(5)`` are decimals."""
    if not isinstance(item, ast.Constant) or isinstance(item.value, bool):
        return
    decimal = isinstance(parent, ast.Call) and ast.unparse(parent.func) in _DECIMALS
    if decimal and isinstance(item.value, int | str):
        try:
            exact = Decimal(item.value)
        except InvalidOperation:
            return
        yield from (ast.Constant(str(other)) for other in stepped(exact))
    elif isinstance(item.value, int):
        yield from (ast.Constant(int(other)) for other in stepped(item.value))
    elif isinstance(item.value, float):
        exact = Decimal(str(item.value))
        yield from (ast.Constant(float(other)) for other in stepped(exact))


def _compare_otherwise(place: int, other: type[ast.cmpop], node: ast.AST) -> None:
    assert isinstance(node, ast.Compare)
    node.ops[place] = other()


def _rename(name: str, node: ast.AST) -> None:
    assert isinstance(node, ast.Attribute)
    node.attr = name


def _write(field: str, place: int | None, number: ast.expr, node: ast.AST) -> None:
    if place is None:
        setattr(node, field, number)
    else:
        getattr(node, field)[place] = number
