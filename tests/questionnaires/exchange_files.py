"""Exporting and importing a questionnaire through the admin, for tests."""

import json
from copy import deepcopy
from decimal import Decimal
from io import BytesIO

from bs4 import BeautifulSoup
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.freezing import content_of, hash_of
from leavingwell.questionnaires.kinds import AnswerType, Variant
from leavingwell.questionnaires.models import (
    ChoiceLabel,
    Domain,
    Indicator,
    Questionnaire,
    Recording,
    Wording,
)
from leavingwell.questionnaires.own_question import OwnChoice, OwnQuestion
from leavingwell.questionnaires.services import arranging
from leavingwell.questionnaires.services.conditions import set_condition
from leavingwell.questionnaires.services.media import keep, prepared_picture, prepared_recording
from leavingwell.questionnaires.services.own_questions import add_question

HOME = "/admin/exchange-questions/"
EXPORT, IMPORT = f"{HOME}questionnaire/", f"{HOME}questionnaire/import/"
MP3 = b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\x00" * 64


def picture_bytes(colour="teal", size=(60, 40), **saved):
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, **{"format": "PNG", **saved})
    return data.getvalue()


def indicator(code):
    return Indicator.objects.get(code=code)


def reworded(code, variant=Variant.STANDARD, **texts):
    return Wording.objects.create(indicator=indicator(code), variant=variant, **texts)


def show_media(data=None, recording=MP3):
    shown = reworded("HOME-01", Variant.EASY_READ, text_en="Safe bed?", picture_text_en="A bed", picture_text_ar="سرير")
    shown.picture = keep(prepared_picture(data or picture_bytes()))
    shown.save()
    Recording.objects.create(wording=shown, language="en", media=keep(prepared_recording(recording)))


def furnish(house):
    """Something of everything that a council can change."""
    with scope(house.council):
        own = OwnQuestion(
            AnswerType.SEVERAL,
            {"text": {"en": "Which rooms do you share?", "ar": "أي غرف؟"}, "prompt": {"en": "Ask who with."}},
            level=2,
            choices=(OwnChoice({"en": "Kitchen"}), OwnChoice({"en": "None", "ar": "لا شيء"}, tells=True)),
        )
        rooms = add_question("HOME", own, by=None)
        bounds = OwnQuestion(
            AnswerType.NUMBER, {"text": {"en": "How many people?"}}, least=Decimal(1), most=Decimal(20)
        )
        people = add_question("HOME", bounds, by=None)
        set_condition(people, {"question": rooms.code, "is": ["kitchen"]}, by=None)
        reworded("HOME-03", text_en="Is it warm at yours?", text_ar="هل بيتك دافئ؟", prompt_en="Ask about bills.")
        show_media()
        ChoiceLabel.objects.create(answer_type="YN", code="yes", label_en="Yes!", label_ar="نعم", order=0)
        home = Domain.objects.get(code="HOME")
        Domain.objects.create(
            questionnaire=home.questionnaire, code="HOME", name=home.name, title_en="Where I live", order=home.order
        )
        optional = Indicator.objects.filter(is_core=False, council=None, domain__code="MONEY").first()
        arranging.set_hidden(optional, hidden=True, by=None)
        arranging.move_question(indicator("HOME-02"), -1, by=None)
        arranging.move_domain(Domain.objects.get(council=None, code="HEALTH"), -1, by=None)
        arranging.tell_a_person(indicator("HOME-03"), ["not_right_now"], by=None)
    return rooms, people


def draft(house):
    with scope(house.council):
        return content_of(Questionnaire.objects.get(code="outcomes"))


def export(client, of="draft"):
    answer = client.get(EXPORT, {"questionnaire": "outcomes", "of": of})
    assert answer.status_code == 200, answer
    assert answer["Content-Type"] == "application/json"
    return json.loads(answer.content)


def sealed(document):
    """With the hash made right again, as somebody would who wants to do harm."""
    return {**document, "hash": hash_of(document["content"])}


def upload(client, document):
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    return client.post(IMPORT, {"file": SimpleUploadedFile("questions.json", data)})


def form_of(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return {one["name"]: one["value"] for one in page.select(".exchange-decide input[type=hidden]")}


def carry_out(client, document):
    answer = upload(client, document)
    assert answer.status_code == 200
    return client.post(IMPORT, {**form_of(answer), "do": "1"}, follow=True)


def faults(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 200
    assert not page.select(".exchange-decide")
    return [one.get_text(" ", strip=True) for one in page.select(".exchange-faults li")]


def steps(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return {
        row.dt.get_text(strip=True).rpartition(" (")[0]: [one.get_text(strip=True) for one in row.select("dd span")]
        for row in page.select(".exchange-steps > div")
    }


def question(document, code):
    return next(one for area in document["content"]["domains"] for one in area["questions"] if one["code"] == code)


def changed(document, of, **values):
    copy = deepcopy(document)
    question(copy, of).update(values)
    return sealed(copy)


def with_codes(content, codes):
    text = json.dumps(content, sort_keys=True)
    for old, new in codes.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    return json.loads(text)


def stored(house):
    try:
        return default_storage.listdir(f"questions/{house.council.pk}")
    except FileNotFoundError:
        return ([], [])
