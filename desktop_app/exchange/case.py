"""Read and write the case file of the contract, and write the assessment.

The case file is the direct image of ``PatientRecord``: a pydantic ``TypeAdapter`` over the domain's
own dataclasses reads it, and every complaint names the place as a JSON pointer.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import simplejson
from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError, core_schema

from desktop_app.domain import record
from desktop_app.domain.errors import InputError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import PatientRecord
from desktop_app.domain.record_rules import problems

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Catalogue

FORMAT = "mspike-case/1"
MOST_DIGITS = 30
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def _partial_date_schema(_cls: type, _source: Any, _handler: Any) -> core_schema.CoreSchema:
    def parse(text: str) -> PartialDate:
        try:
            return PartialDate(text)
        except ValueError as error:
            raise PydanticCustomError("date", "an ISO 8601 date that exists") from error

    return core_schema.no_info_after_validator_function(
        parse, core_schema.str_schema(pattern=DATE_PATTERN, strict=True)
    )


# The domain may not know pydantic: the adapter is taught here how a partial date is read.
setattr(  # noqa: B010 - an attribute that the domain's class does not declare
    PartialDate, "__get_pydantic_core_schema__", classmethod(_partial_date_schema)
)


def _forbid_extras() -> None:
    """Refuse keys that the contract does not know: a misspelt key must not lose a value."""
    for kind in (
        record.PatientRecord,
        record.Person,
        record.EarlierDiagnosis,
        record.Result,
        record.Finding,
        record.Cytogenetic,
        record.Lesion,
        record.Treatment,
        record.ClinicalEvent,
    ):
        setattr(kind, "__pydantic_config__", ConfigDict(extra="forbid"))  # noqa: B010


_forbid_extras()


@lru_cache(maxsize=1)
def case_adapter() -> TypeAdapter[PatientRecord]:
    """Give the adapter that reads a case and writes its JSON Schema."""
    return TypeAdapter(PatientRecord)


def read_case(content: bytes, catalogue: Catalogue) -> PatientRecord:
    """Read a case file.

    Raises:
        InputError: names line and column of broken JSON, or the JSON pointer of a value that the
            contract does not allow, and what was expected.
    """
    data = _parsed(content)
    if not isinstance(data, dict):
        raise InputError("/", "an object")
    if data.pop("format", None) != FORMAT:
        raise InputError("/format", f'"{FORMAT}"')
    if "patient" not in data:
        raise InputError("/patient", "an object")
    try:
        read = case_adapter().validate_python(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        expected = _EXPECTED.get(first["type"]) or _expected(first["msg"])
        raise InputError(_pointer(data, first["loc"]), expected) from None
    _refuse_converted(data, read)
    for problem in problems(read, catalogue):
        raise InputError(problem.place, problem.expected)
    return read


def write_case(patient: PatientRecord) -> str:
    """Write a record as a case file; numbers keep the digits that were entered."""
    content = {"format": FORMAT, **_plain(patient)}
    return simplejson.dumps(content, use_decimal=True, ensure_ascii=False, indent=1) + "\n"


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(
            content.decode("utf-8-sig"),
            parse_float=_decimal,
            parse_int=_integer,
            parse_constant=_no_constant,
            object_pairs_hook=_no_repeats,
        )
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start}", "text in UTF-8") from None
    except json.JSONDecodeError as error:
        raise InputError(
            f"line {error.lineno} column {error.colno}", f"JSON: {error.msg}"
        ) from None
    except RecursionError:
        raise InputError("/", "a case that is not nested so deeply") from None


def _decimal(text: str) -> Decimal:
    """Read a number with its digits; one beyond all measure would overflow every calculation."""
    number = Decimal(text) if len(text) <= MOST_DIGITS else Decimal("Infinity")
    if not number.is_finite() or abs(number.adjusted()) > MOST_DIGITS:
        raise InputError("/", "numbers of ordinary size")
    return number


def _integer(text: str) -> int:
    return int(_decimal(text))


def _no_constant(text: str) -> None:
    raise InputError("/", f"numbers, not {text}")


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise InputError("/", f'the key "{repeated}" once in its object')
    return content


def _refuse_converted(raw: Any, read: Any, place: str = "") -> None:
    """Refuse "60" for 60 and "no" for false, which the adapter would quietly convert."""
    if is_dataclass(read) and isinstance(raw, dict):
        for name in raw:
            _refuse_converted(raw[name], getattr(read, name), f"{place}/{name}")
    elif isinstance(read, tuple):
        for index, (given, taken) in enumerate(zip(raw, read, strict=True)):
            _refuse_converted(given, taken, f"{place}/{index}")
    elif isinstance(read, bool) != isinstance(raw, bool):
        wanted = "true or false" if isinstance(read, bool) else "a number"
        raise InputError(place, f"{wanted}, without quotation marks")
    elif isinstance(read, int | Decimal) and isinstance(raw, str):
        raise InputError(place, "a number, without quotation marks")


def _pointer(data: Any, location: tuple[int | str, ...]) -> str:
    """Follow an error's location as far as it leads into the file; the rest names pydantic's."""
    pointer, node = "", data
    for step in location:
        if isinstance(node, dict) and isinstance(step, str):
            if step not in node:
                return f"{pointer}/{step}" if step.isidentifier() else pointer or "/"
            node = node[step]
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            node = node[step]
        else:
            break
        pointer += "/" + str(step).replace("~", "~0").replace("/", "~1")
    return pointer or "/"


# What pydantic calls by the names of Python.
_EXPECTED = {
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "dataclass_type": "an object",
    "decimal_type": "a number",
    "int_from_float": "a whole number",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "string_pattern_mismatch": "an ISO 8601 date such as 2022, 2022-07 or 2022-07-10",
    "string_type": "text",
    "tuple_type": "a list",
}


def _expected(message: str) -> str:
    if message == "Unexpected keyword argument":
        return "a key that the contract knows"
    if message == "Field required":
        return "this key"
    return message.removeprefix("Input should be ").removeprefix("Value error, ")


def _plain(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value.text
    if is_dataclass(value) and not isinstance(value, type):
        members = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: _plain(member) for field, member in members if member != field.default}
    if isinstance(value, tuple | list):
        return [_plain(member) for member in value]
    if isinstance(value, dict):
        return {key: _plain(member) for key, member in value.items()}
    return value
