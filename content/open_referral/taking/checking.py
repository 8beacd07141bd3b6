"""Whether a service is what the standard says, as far as we read it.

Its id, name and status must be right. What else is wrong is left out and said, because most directories have
something wrong somewhere. The schema is ours, of the fields that we read; a test holds it to the published one.
"""

from itertools import islice
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError as Wrong

from leavingwell.content.open_referral.faults import Fault

STATUSES = ["active", "inactive", "defunct", "temporarily closed"]
NEEDED = {"id", "name", "status"}
MOST_FAULTS = 40
Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number", "minimum": -(10**9), "maximum": 10**9}
WEB: Schema = {"type": "string", "format": "web address"}
EMAIL: Schema = {"type": "string", "format": "e-mail address"}


def thing(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties}


def several(item: Schema) -> Schema:
    return {"type": "array", "items": item}


PHONE = thing(number=TEXT, type=TEXT, description=TEXT)
SCHEDULE = thing(
    **dict.fromkeys(("valid_from", "valid_to", "byday", "bymonthday", "description", "contact_id"), TEXT),
    freq={"enum": ["WEEKLY", "MONTHLY", "DAILY"]},
    interval=NUMBER,
    opens_at=TEXT,
    closes_at=TEXT,
)
TERM = thing(**dict.fromkeys(("id", "name", "taxonomy", "term", "term_uri"), TEXT))
ATTRIBUTE = thing(taxonomy_term_id=TEXT, taxonomy_term=TERM)
ADDRESS = thing(
    **dict.fromkeys(("attention", "address_1", "address_2", "city", "region", "state_province", "postal_code"), TEXT)
)
ACCESS = thing(description=TEXT, details=TEXT, accessibility=TEXT)
LOCATION = thing(
    **dict.fromkeys(("location_type", "name", "description", "transportation"), TEXT),
    addresses=several(ADDRESS),
    accessibility=several(ACCESS),
    phones=several(PHONE),
)
CONTACT = thing(id=TEXT, name=TEXT, title=TEXT, department=TEXT, email=EMAIL, phones=several(PHONE))
COST = thing(valid_from=TEXT, valid_to=TEXT, option=TEXT, amount=NUMBER, amount_description=TEXT)
SERVICE: Schema = {
    "required": sorted(NEEDED),
    **thing(
        id={"type": "string", "format": "UUID"},
        name={"type": "string", "pattern": r"\S"},
        status={"enum": STATUSES},
        **dict.fromkeys(("description", "fees", "accreditations", "alert", "application_process"), TEXT),
        **dict.fromkeys(("eligibility_description", "fees_description"), TEXT),
        url=WEB,
        email=EMAIL,
        minimum_age=NUMBER,
        maximum_age=NUMBER,
        assured_date={"type": "string", "format": "date"},
        organization=thing(id=TEXT, name=TEXT),
        phones=several(PHONE),
        contacts=several(CONTACT),
        schedules=several(SCHEDULE),
        service_areas=several(thing(name=TEXT, service_area=TEXT)),
        service_at_locations=several(thing(location=LOCATION, schedules=several(SCHEDULE))),
        languages=several(thing(name=TEXT, code=TEXT)),
        cost_options=several(COST),
        required_documents=several(thing(document=TEXT)),
        additional_urls=several(thing(label=TEXT, url=WEB)),
        attributes=several(ATTRIBUTE),
    ),
}
ARTICLES = {"e-mail address": "an"}
NAMES = {
    "string": "text",
    "number": "a number of ordinary size",
    "array": "a list",
    "object": "a group of fields",
}

formats = FormatChecker(formats=["date"])


@formats.checks("UUID", ValueError)
def is_uuid(value: object) -> bool:
    return not isinstance(value, str) or str(UUID(value)) == value.lower()


@formats.checks("web address", ValueError)
def is_web_address(value: object) -> bool:
    if not isinstance(value, str) or not value.strip():
        return True
    parts = urlsplit(value.strip())
    return parts.scheme in ("http", "https") and bool(parts.hostname)


@formats.checks("e-mail address", ValidationError)
def is_email(value: object) -> bool:
    if isinstance(value, str) and value.strip():
        validate_email(value.strip())
    return True


VALIDATOR = Draft202012Validator(SERVICE, format_checker=formats)


def without_nothing(value: Any, depth: int = 12) -> Any:
    """Without what is null: many directories write it for what they do not know."""
    if depth == 0:
        return None
    if isinstance(value, dict):
        return {name: without_nothing(one, depth - 1) for name, one in value.items() if one is not None}
    if isinstance(value, list):
        return [without_nothing(one, depth - 1) for one in value if one is not None]
    return value


def fault_of(error: Wrong) -> Fault:
    """In our words: the library's would quote what was sent, however long."""
    wanted: Any = error.validator_value
    field = ".".join(str(part + 1) if isinstance(part, int) else part for part in error.absolute_path)
    if error.validator == "required":
        instance: Any = error.instance
        missing = next(name for name in wanted if name not in instance)
        return ["missing", missing, ""]
    if error.validator == "enum":
        return ["choice", field, ", ".join(map(str, wanted))]
    if error.validator == "format":
        return ["format", field, f"{ARTICLES.get(wanted, 'a')} {wanted}"]
    if error.validator == "pattern":
        return ["missing", field, ""]
    kind = wanted if error.validator == "type" else "number"
    return ["type", field, NAMES.get(str(kind), str(kind))]


def is_fatal(error: Wrong) -> bool:
    return error.validator == "required" or not error.absolute_path or error.absolute_path[0] in NEEDED


def take_out(service: Any, path: list[Any]) -> None:
    """Leaves a null in a list, so that the places of its other items stay right."""
    *above, last = path
    for part in above:
        service = service[part]
        if service is None:
            return
    if isinstance(service, list):
        service[last] = None
    else:
        service.pop(last, None)


def checked(service: Any) -> tuple[dict[str, Any] | None, list[Fault]]:
    """The service without what is wrong in it, and what was; no service where it cannot be read at all."""
    if not isinstance(service, dict):
        return None, [["not_an_object", "", ""]]
    service = without_nothing(service)
    errors = list(islice(VALIDATOR.iter_errors(service), MOST_FAULTS + 1))
    if len(errors) > MOST_FAULTS:
        return None, [["many_faults", "", ""]]
    fatal = [fault_of(error) for error in errors if is_fatal(error)]
    if fatal:
        return None, fatal
    for error in errors:
        take_out(service, list(error.absolute_path))
    left = ([f"{code}_left", *rest] for code, *rest in map(fault_of, errors))
    return without_nothing(service), list(left)
