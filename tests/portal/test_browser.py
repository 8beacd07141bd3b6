"""A journey in a real browser works without scripts."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Browser

from leavingwell.platform.councils.scope import scope
from leavingwell.questionnaires.models import Answer, CheckIn
from tests.browser import PHONE
from tests.portal.in_browser import address_of, dress


@pytest.mark.django_db(transaction=True)
def test_a_journey_on_a_phone_in_arabic_without_scripts(live_server: Any, browser: Browser) -> None:
    """Sign in by a code, answer a question, ask for help, say how things are."""
    dressed = dress("northmoor")
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address_of(dressed, live_server)}/")
    page.get_by_role("button", name="العربية").click()
    assert page.locator("html").get_attribute("dir") == "rtl"

    page.get_by_label("بريدك الإلكتروني").fill(dressed.household.owner.user.email)
    page.get_by_role("button", name="إرسال رمز إليّ").click()
    code = re.search(r"^\d{6}$", str(mail.outbox[-1].body), re.MULTILINE)
    assert code
    page.get_by_label("الرمز الذي أرسلناه إليك").fill(code.group())
    page.get_by_role("button", name="تسجيل الدخول").click()
    assert "أهلًا" in page.locator("h1").inner_text()

    page.get_by_role("link", name="متابعة").click()
    page.get_by_label("نعم", exact=True).check()
    page.get_by_label("أريد مساعدة في هذا").check()
    page.locator("details:has(#id_comment) > summary").click()
    page.get_by_label("هل لديك ما تضيفه بكلماتك؟").fill("غرفتي باردة")
    page.get_by_role("button", name="حفظ ومتابعة").click()
    assert page.url.endswith("/questions/HOME-02/")

    with scope(dressed.council):
        CheckIn.objects.update(sent_at=timezone.now() - timedelta(days=2))  # the last one cannot be changed any more
    page.locator("a.brand").click()
    page.get_by_role("button", name="جيد", exact=True).click()
    assert "شكرًا" in page.locator(".flash").first.inner_text()
    context.close()

    with scope(dressed.council):
        answer = Answer.objects.get(question_code="HOME-01")
        assert (answer.choice, answer.comment, answer.wants_help) == ("yes", "غرفتي باردة", True)
        assert (answer.language, answer.channel) == ("ar", "alone")
        assert CheckIn.objects.latest("sent_at").face == 4
