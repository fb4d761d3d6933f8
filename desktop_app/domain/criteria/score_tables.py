"""Hold what the leading risk models share: names, groups, and how many factors fill the last."""

from __future__ import annotations

# The contract's names of the scores, in the order in which they are given.
MGUS_MODEL = "mayo_mgus"
SMM_MODELS = ("mayo_20_2_20", "imwg_2020_factors", "imwg_2020_points")
# By number of factors: rajkumar2005; lakshman2018 and mateos2020, where the last takes the rest.
MGUS_GROUPS = ("low", "low_intermediate", "high_intermediate", "high")
MAYO_GROUPS = ("low", "intermediate", "high")
IMWG_GROUPS = ("low", "low_intermediate", "intermediate", "high")


def places(low: int, high: int, groups: tuple[str, ...]) -> tuple[int, ...]:
    """Give the places among the groups that a range of factors allows."""
    last = len(groups) - 1
    return tuple(range(min(low, last), min(high, last) + 1))
