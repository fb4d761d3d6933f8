"""Type a printed recovery key back, whole or from two of its three parts."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.data.recovery import new_secret, parts, read, whole
from desktop_app.domain.errors import Refusal

SECRETS = st.binary(min_size=16, max_size=16)


def code(*texts: str) -> str:
    with pytest.raises(Refusal) as refused:
        read(texts)
    return refused.value.code


@given(SECRETS)
def test_the_whole_text_and_any_two_parts_give_the_key_back(secret: bytes) -> None:
    assert read([whole(secret)]) == secret
    for two in combinations(parts(secret), 2):
        assert read(two) == read(reversed(two)) == secret


def test_keys_are_random_and_the_text_is_seven_groups_of_five() -> None:
    secret = new_secret()

    assert secret != new_secret()
    assert [len(group) for group in whole(secret).split("-")] == [5, 5, 5, 5, 5, 5, 4]


@given(SECRETS)
def test_what_is_typed_carelessly_is_read_as_meant(secret: bytes) -> None:
    said = whole(secret)
    typed = said.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in said)

    assert read([f"  {typed}\n"]) == read([wide]) == secret


@given(SECRETS, st.integers(0, 33), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_no_single_slip_opens_with_another_key(secret: bytes, place: int, sign: str) -> None:
    said = whole(secret).replace("-", "")
    slipped = said[:place] + sign + said[place + 1 :]

    if slipped == said:
        assert read([slipped]) == secret
    else:
        assert code(slipped) == "recovery_text_wrong"


def test_one_part_is_not_enough_and_the_same_twice_neither() -> None:
    first, *_ = parts(new_secret())

    assert code(first) == code(first, first, " ") == "recovery_part_missing"
    assert code() == "recovery_part_missing"


def test_parts_of_two_kits_do_not_fit() -> None:
    one, other = parts(b"a" * 16), parts(b"b" * 16)

    assert code(one[0], other[1]) == "recovery_other_kit"


def test_the_wrong_text_is_named_by_its_number() -> None:
    first, second, _ = parts(new_secret())

    with pytest.raises(Refusal) as refused:
        read([first, second[:-1]])

    assert refused.value.values == {"number": "2"}
    assert code("", "Ü" * 34) == code(first + "?Ü") == "recovery_text_wrong"
