"""Look up what an expectation names in an assessment, by the paths of the worked cases.

Keys joined by dots; ``[2]`` an item; ``[id=MM-CRAB-CA]`` the item with this member; ``[*]`` the
rest of the path from every item; ``#`` the length.
"""

from __future__ import annotations

import re
from typing import Any

_STEP = re.compile(r"\[([^\]]*)\]|([^.\[\]]+)")


def found(content: Any, path: str) -> Any:
    """Give what stands at a path.

    Raises:
        LookupError: nothing stands there.
    """
    return _walk(content, [each.group(1) or each.group(2) for each in _STEP.finditer(path)])


def _walk(node: Any, steps: list[str]) -> Any:
    for place, step in enumerate(steps):
        if step == "*":
            return [_walk(member, steps[place + 1 :]) for member in node]
        if step == "#":
            node = len(node)
        elif isinstance(node, list):
            node = _item(node, step)
        else:
            node = node[step]
    return node


def _item(members: list[Any], step: str) -> Any:
    if "=" not in step:
        return members[int(step)]
    key, _, wanted = step.partition("=")
    for member in members:
        if str(member[key]) == wanted:
            return member
    raise LookupError(f"no item with {step}")
