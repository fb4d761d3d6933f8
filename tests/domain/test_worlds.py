"""Test that lifting a decision over unknown facts equals trying every completion."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.worlds import possible_outcomes

NAMES = ("a", "b", "c", "d")
Tree = tuple[str, dict[str, "Tree"]] | str
facts = st.fixed_dictionaries(
    {name: st.sampled_from([("no",), ("yes",), ("no", "yes"), ("no", "some", "yes")])
     for name in NAMES}
)  # fmt: skip


def _trees() -> st.SearchStrategy[Tree]:
    leaf = st.sampled_from(["one", "two", "three"])
    return st.recursive(
        leaf,
        lambda child: st.tuples(
            st.sampled_from(NAMES),
            st.fixed_dictionaries({"no": child, "some": child, "yes": child}),
        ),
        max_leaves=12,
    )


def _decision(tree: Tree) -> Callable[[Callable[[str], str]], frozenset[str]]:
    def decide(ask: Callable[[str], str]) -> frozenset[str]:
        node = tree
        while not isinstance(node, str):
            name, branches = node
            node = branches[ask(name)]
        return frozenset({node})

    return decide


def _brute(tree: Tree, known: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    names = list(known)
    found: set[str] = set()
    for values in product(*known.values()):
        world = dict(zip(names, values, strict=True))
        found |= _decision(tree)(world.__getitem__)
    return frozenset(found)


@given(_trees(), facts)
def test_possible_equals_brute_force(tree: Tree, known: dict[str, tuple[str, ...]]) -> None:
    assert possible_outcomes(_decision(tree), known).possible == _brute(tree, known)


@given(_trees(), facts, st.sampled_from(NAMES))
def test_what_is_left_after_an_answer_equals_brute_force(
    tree: Tree, known: dict[str, tuple[str, ...]], name: str
) -> None:
    outcomes = possible_outcomes(_decision(tree), known)

    for value in known[name]:
        left = _brute(tree, {**known, name: (value,)})
        assert outcomes.after(name, value) == left


@given(_trees(), facts)
def test_an_open_fact_is_one_that_can_change_what_follows(
    tree: Tree, known: dict[str, tuple[str, ...]]
) -> None:
    outcomes = possible_outcomes(_decision(tree), known)

    for name in outcomes.open_facts:
        assert len(known[name]) > 1
        spread = outcomes.spread(name)
        assert 1 <= spread <= len(outcomes.possible)
    if len(outcomes.possible) > 1:
        assert outcomes.open_facts
    if not outcomes.open_facts:
        assert len(outcomes.possible) == 1


@given(_trees(), facts)
def test_a_fact_that_is_never_asked_for_costs_nothing(
    tree: Tree, known: dict[str, tuple[str, ...]]
) -> None:
    outcomes = possible_outcomes(_decision(tree), {**known, "z": ("no", "some", "yes")})

    assert "z" not in {fact for world in outcomes.worlds for fact, _ in world.assumed}
    assert len(set(outcomes.worlds)) == len(outcomes.worlds)


def test_known_facts_are_not_assumed() -> None:
    outcomes = possible_outcomes(
        lambda ask: frozenset({ask("sure"), ask("open")}), {"sure": ("x",), "open": ("y", "z")}
    )

    assert [world.assumed for world in outcomes.worlds] == [(("open", "y"),), (("open", "z"),)]
    assert outcomes.possible == {"x", "y", "z"}
    assert outcomes.open_facts == {"open"}
