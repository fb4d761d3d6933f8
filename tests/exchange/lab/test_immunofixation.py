"""Test which isotypes a report of immunofixation names, and that what is not plain is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.finding_codes import ISOTYPES
from desktop_app.exchange.lab.immunofixation import ANTIBODY, DOUBTFUL, FAINT, read_isotypes


@pytest.mark.parametrize(
    "text",
    ["Negative", "陰性", "阴性(-)", "(-)", "neg", "no monoclonal band",
     "No monoclonal protein detected.",
     "No evidence of monoclonal gammopathy", "M-protein: absent", "M band not seen", "未見單株蛋白",
     "未检出M蛋白", "無異常區帶", "無單株免疫球蛋白", "Serum immunofixation: negative",
     "Serum IFE. Negative.",
     "No monoclonal IgG, IgA, IgM, kappa or lambda detected", "IgG(-) IgA(-) IgM(-) κ(-) λ(-)",
     "IgG, IgA, IgM, κ, λ 陰性", "No"],
)  # fmt: skip
def test_a_negative_report_has_no_isotype(text: str) -> None:
    assert read_isotypes(text).isotypes == ()
    assert read_isotypes(text).notes == ()


@pytest.mark.parametrize(
    "text",
    ["IgG-kappa", "IgG κ", "IgGκ", "IGG KAPPA", "IgG-K", "IgGK", "IgG k", "IgG/κ", "IgG(κ)",
     "IgG+κ", "Ig G kappa",
     "IgG kappa monoclonal gammopathy", "Monoclonal IgG with kappa light chain", "IgG-κ型單株蛋白",
     "检出 IgG-κ 型M蛋白", "單株 IgG κ 條帶", "IgG kappa (+)", "IgG κ 陽性",
     "Positive for IgG kappa",
     "IgG heavy chain, kappa light chain", "重鏈: IgG; 輕鏈: κ",
     "IgG(+), IgA(-), IgM(-), κ(+), λ(-)",
     "IgG 阳性 IgA 阴性 IgM 阴性 κ 阳性 λ 阴性", "IgG κ; no free light chain",
     "IgG-kappa, IgG-kappa"],
)  # fmt: skip
def test_a_pair_of_chains_is_one_isotype(text: str) -> None:
    assert read_isotypes(text).isotypes == ("IgG-kappa",)


@pytest.mark.parametrize(
    ("text", "isotypes"),
    [
        ("IgA λ", ("IgA-lambda",)),
        ("IgM-lam", ("IgM-lambda",)),
        ("IgD-L", ("IgD-lambda",)),
        ("IgE kappa", ("IgE-kappa",)),
        ("IgG", ("IgG",)),
        ("IgG heavy chain only", ("IgG",)),
        ("kappa", ("kappa",)),
        ("λ 輕鏈", ("lambda",)),
        ("free kappa", ("kappa",)),
        ("Bence-Jones protein lambda", ("lambda",)),
        ("游離輕鏈 λ", ("lambda",)),
        ("λ(+) IgG(-) IgA(-) IgM(-) κ(-)", ("lambda",)),
        ("IgG-kappa and IgA-lambda", ("IgG-kappa", "IgA-lambda")),
        ("IgG-κ + IgA-λ", ("IgG-kappa", "IgA-lambda")),
        ("biclonal: IgG κ、IgG λ", ("IgG-kappa", "IgG-lambda")),
        ("IgG kappa. IgM lambda.", ("IgG-kappa", "IgM-lambda")),
        ("IgG kappa and free kappa", ("IgG-kappa", "kappa")),
        ("free kappa and lambda", ("kappa", "lambda")),
        ("free kappa, IgG lambda", ("kappa", "IgG-lambda")),
    ],
)
def test_isotypes_stand_in_the_order_of_the_report(text: str, isotypes: tuple[str, ...]) -> None:
    assert read_isotypes(text).isotypes == isotypes


@pytest.mark.parametrize(
    "text",
    ["", "monoclonal band", "previous IgG kappa", "IgG kappa no longer seen", "Negative; IgG-kappa",
     "polyclonal IgG", "IgG or IgA kappa", "IgG and IgA kappa", "IgG; IgA", "kappa, lambda", "κ/λ",
     "kappa IgG",
     "IgG - κ +", "IgG + κ -", "IgA(-)", "IgG(+) κ(-) λ(-)", "λ(+) IgG(-)", "IgG κ(+), κ(-)",
     "no free kappa",
     "free light chains present", "IgG kappa lambda", "IgG(+) κ(+) λ(+)", "IgG κ; λ",
     "IgG 1.2 g/dL",
     "Negative for IgA, positive for IgG kappa", "positive, not detected", "(+)", "IgG1 kappa",
     "G-kappa",
     "faint, negative", "x" * 2001, "IgG(+) kappa"],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_a_person(text: str) -> None:
    assert read_isotypes(text).isotypes is None


@pytest.mark.parametrize(
    ("text", "isotypes", "note"),
    [
        ("faint IgG-kappa band", ("IgG-kappa",), FAINT),
        ("微弱 IgG κ", ("IgG-kappa",), FAINT),
        ("疑似 IgG κ", None, DOUBTFUL),
        ("IgG kappa?", None, DOUBTFUL),
        ("IgG kappa cannot be excluded", None, DOUBTFUL),
        ("IgG kappa, daratumumab", ("IgG-kappa",), ANTIBODY),
        ("IgG kappa; therapeutic antibody", ("IgG-kappa",), ANTIBODY),
    ],
)
def test_a_faint_or_doubtful_band_carries_a_note(
    text: str, isotypes: tuple[str, ...] | None, note: str
) -> None:
    reading = read_isotypes(text)

    assert reading.isotypes == isotypes
    assert [one.code for one in reading.notes] == [note]


@given(st.sampled_from(sorted(ISOTYPES)))
def test_every_isotype_of_the_record_is_read_back(isotype: str) -> None:
    assert read_isotypes(isotype).isotypes == (isotype,)


PIECES = st.sampled_from(
    ["IgG", "IgA", "κ", "lambda", " ", "-", "+", "(+)", "(-)", "negative", "free", "no", "、", ";",
     ". ", "陰性",
     "或", "only", "detected", "faint", "疑似", "a", "K"]
)  # fmt: skip


@given(st.text(max_size=2000) | st.lists(PIECES, max_size=30).map("".join))
def test_only_isotypes_of_the_record_are_named(text: str) -> None:
    isotypes = read_isotypes(text).isotypes

    assert isotypes is None or set(isotypes) <= ISOTYPES
    assert isotypes is None or len(set(isotypes)) == len(isotypes)
