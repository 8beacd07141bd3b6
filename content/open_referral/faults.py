"""What can be wrong with a directory or one of its services. Kept as codes, told in words.

A fault is `[code, field, detail]`: fit for JSON, and in the reader's language when it is read.
"""

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Fault = list[str]

WORDS: dict[str, str | Promise] = {
    # a whole file or feed
    "empty": _("There is nothing in it."),
    "too_large": _("It is larger than %(detail)s MB."),
    "not_json": _("This is not JSON: %(detail)s"),
    "too_deep": _("Its parts are nested too deeply to read."),
    "not_text": _("It is not text in UTF-8."),
    "no_services": _("We found no services in it. A service has an id, a name and a status."),
    "too_many_services": _("There are more than %(detail)s services in it."),
    "address": _("This is not an address that begins with https:// or http://."),
    "unknown_host": _("There is no server of the name %(detail)s."),
    "private_address": _("This address is inside a private network. A directory must be on the public internet."),
    "port": _("The address names the port %(detail)s. Only the usual ones of websites may be asked: 80 and 443."),
    "no_answer": _("The server did not answer: %(detail)s"),
    "status": _("The server answered with the number %(detail)s."),
    "too_slow": _("The server took too long."),
    "redirects": _("The server sent us elsewhere too often."),
    "downgrade": _("The server sent us from a safe address (https) to one that is not."),
    "packed": _("The server packed its answer in a way that we cannot read."),
    "same_page_again": _("The server gave the same page again and again."),
    "too_many_pages": _("There are more than %(detail)s pages."),
    "broke_off": _("Something unexpected happened. Try again; if it stays so, tell who runs this service."),
    "file_gone": _("What was read is no longer kept. Start again."),
    # one service
    "not_an_object": _("This is not a service."),
    "missing": _("“%(field)s” is missing."),
    "type": _("“%(field)s” should be %(detail)s."),
    "choice": _("“%(field)s” should be one of: %(detail)s."),
    "format": _("“%(field)s” is not right: it should be %(detail)s."),
    "type_left": _("“%(field)s” should be %(detail)s: we left it out."),
    "choice_left": _("“%(field)s” should be one of: %(detail)s. We left it out."),
    "format_left": _("“%(field)s” should be %(detail)s: we left it out."),
    "many_faults": _("Too much of it is wrong."),
    "twice": _("Row %(detail)s has the same id."),
    "shortened": _("“%(field)s” was too long: we shortened it to %(detail)s characters."),
    "ages": _("The ages in it make no sense, so we leave them out."),
    "unreachable_contact": _("A contact without a phone number or e-mail address is named under “how to get it”."),
    "not_fetched": _("The server did not give us this service."),
    # why a service is left out, gone or passed over
    "not_running": _("The directory says that it does not run any more."),
    "not_in_feed": _("It is not in the directory any more."),
    "other_ages": _("It is for other ages."),
    "no_topic": _("None of its terms has a topic."),
    "national": _("This is a national offer. You have it already."),
    "deleted_here": _("You deleted this offer. Tick it to have it again."),
    "changed_meanwhile": _("Somebody changed this offer while you looked. Compare again."),
    "gone_meanwhile": _("This offer is not there any more."),
    "second_person": _("A second person has to approve this: take it off the portal on its own page."),
    "has_draft": _("There is a draft of yours: the change is in it, and waits there."),
    "not_written": _("This could not be written: %(detail)s"),
}


def words(fault: Sequence[str]) -> str:
    code, field, detail = [*fault, "", "", ""][:3]
    said = WORDS.get(code, WORDS["broke_off"])
    return str(said) % {"field": field, "detail": detail} if "%" in str(said) else str(said)


class NotRead(Exception):
    """The whole of it cannot be read. Its only argument is the fault."""

    def __init__(self, code: str, detail: object = "", field: str = "") -> None:
        self.fault: Fault = [code, field, str(detail)[:200]]
        super().__init__(code)
