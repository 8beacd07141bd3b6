"""Small contents for the tests of conditions."""

from leavingwell.questionnaires.condition_checks import faults

YN = ("yes", "not_sure", "no")


def question(code, show_when=None, answer_type="YN", choices=YN, **more):
    labels = [{"code": choice, "label": {"en": choice.title(), "ar": f"{choice} ar"}} for choice in choices]
    texts = {"standard": {"text": {"en": f"How is {code}?"}}}
    more = {"limits": {"least": None, "most": None}, "texts": texts, **more}
    return {"code": code, "answer_type": answer_type, "choices": labels, "show_when": show_when, **more}


def number(code, show_when=None, least=None, most=None):
    return question(code, show_when, "NUMBER", (), limits={"least": least, "most": most})


def content(*questions):
    return {"domains": [{"code": "HOME", "questions": list(questions)}]}


def told(*questions):
    return [(fault.question, str(fault.message)) for fault in faults(content(*questions))]
