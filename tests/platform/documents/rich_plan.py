"""A plan as full as a real one, in any language, for documents to be made of."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from leavingwell.platform.access.services.supporting import add_supporter
from leavingwell.platform.people.models import Person
from leavingwell.platform.plans.models import Action, Goal, Plan
from leavingwell.platform.plans.models.comment import WHAT_MATTERS
from leavingwell.platform.plans.services.actions import (
    ActionChanges,
    add_action,
    complete_action,
    update_action,
)
from leavingwell.platform.plans.services.answering import record_answers, sitting_of
from leavingwell.platform.plans.services.comments import add_comment
from leavingwell.platform.plans.services.goals import add_goal
from leavingwell.platform.plans.services.reviewing import request_review
from leavingwell.questionnaires.content import Content
from leavingwell.questionnaires.kinds import AnswerKind, Channel
from leavingwell.questionnaires.services.answering import GivenAnswer
from leavingwell.themes.models import Theme
from tests.factories import Household, agree_plan

NORTHMOOR = {
    "light": {
        "page-bg": "#f1f5f3",
        "sunken": "#e6efec",
        "ink": "#13282b",
        "ink-2": "#455a5c",
        "line": "#d2dedb",
        "edge": "#5b7472",
        "card-edge": "#dfe8e5",
        "accent": "#0b5d62",
        "accent-hover": "#08454a",
        "link": "#0b5d62",
        "accent-soft": "#d6ebe8",
        "accent-soft-ink": "#084447",
        "brand": "#0c4045",
        "brand-quiet": "#c9e2df",
        "second": "#6b4789",
        "second-soft": "#ede4f4",
        "second-soft-ink": "#4a2c66",
        "positive": "#20663d",
        "positive-soft": "#dcefe0",
        "positive-soft-ink": "#184b2c",
        "attention": "#875000",
        "hero-1": "#14595d",
        "hero-2": "#1f7273",
        "hero-3": "#8a68a8",
        "hero-sun": "#f2dcb0",
    }
}
EASTMARSH = {
    "light": {
        "page-bg": "#fff9ec", "sunken": "#fdf0d0", "ink": "#141d3f", "ink-2": "#474f70", "line": "#e0d6bd",
        "edge": "#141d3f", "card-edge": "#16224f", "accent": "#1c2c66", "accent-hover": "#0d1740", "link": "#1c3a96",
        "accent-soft": "#ffe7a1", "accent-soft-ink": "#2b2100", "brand": "#ffc629", "brand-ink": "#141d3f",
        "brand-quiet": "#2b2a45", "second": "#1f5da8", "second-soft": "#dfecfa", "second-soft-ink": "#123a6e",
        "positive": "#0a6648", "positive-soft": "#d5f0e4", "positive-soft-ink": "#074a34", "attention": "#a83f12",
        "hero-1": "#1c2c66", "hero-2": "#3f8fcf", "hero-3": "#fff1c9", "hero-sun": "#e8622c",
    }
}  # fmt: skip

# What matters, a goal, what if not, something to do, an answer in own words.
OWN_WORDS = {
    "en": (
        "I want a place that feels like mine and a job with my hands. I don't want to explain my "
        "whole life to every "
        "new person. My aunt always says: أنت أقوى مما تظن 💪",
        "A warm room I want to come back to",
        "Marlow brings a heater from the store the same day, and we ask the landlord's manager together.",
        "Ask the housing team about the radiator in my room, which has been cold since October",
        "The radiator bangs at night and then goes cold. I sleep in my coat. I told them three "
        "times – nobody came!",
    ),
    "ar": (
        "أريد مكانًا أشعر أنه لي، وعملًا أصنع فيه شيئًا بيديّ. ولا أريد أن أشرح حياتي كلها لكل شخص جديد. "
        "رقم خالتي 07700 900123 وهي تسكن قرب King's Cross.",
        "غرفة دافئة أحبّ العودة إليها",
        "يُحضر مارلو مدفأة من المخزن في اليوم نفسه، ونسأل مدير المالك معًا.",
        "سؤال فريق السكن عن المدفأة في غرفتي التي بقيت باردة منذ أكتوبر",
        "المدفأة تصدر صوتًا في الليل ثم تبرد. أنام بمعطفي. أخبرتهم ثلاث مرات ولم يأتِ أحد!",
    ),
    "bn": (
        "আমি এমন একটা জায়গা চাই যেটা আমার নিজের মনে হয়, আর এমন কাজ যেখানে হাতে কিছু গড়তে "
        "পারি। প্রত্যেক নতুন মানুষকে আমার পুরো জীবন "
        "বোঝাতে চাই না। আমার বন্ধুত্ব, শিক্ষা আর স্বপ্ন আমার কাছে গুরুত্বপূর্ণ।",
        "একটা গরম ঘর, যেখানে ফিরতে ভালো লাগে",
        "মার্লো সেদিনই দোকান থেকে একটা হিটার আনবে, আর আমরা একসঙ্গে বাড়িওয়ালার সঙ্গে কথা বলব।",
        "আমার ঘরের রেডিয়েটর নিয়ে হাউজিং টিমকে জিজ্ঞাসা করা, অক্টোবর থেকে সেটা ঠান্ডা",
        "রাতে রেডিয়েটর শব্দ করে, তারপর ঠান্ডা হয়ে যায়। আমি কোট পরে ঘুমাই। তিনবার বলেছি, কেউ আসেনি!",
    ),
    "fa": (
        "من جایی می‌خواهم که حس کنم مال خودم است و کاری که با دست‌هایم انجام بدهم. نمی‌خواهم "
        "همهٔ زندگی‌ام را برای هر آدم تازه‌ای "
        "تعریف کنم.",
        "اتاقی گرم که دوست دارم به آن برگردم",
        "مارلو همان روز از انبار یک بخاری می‌آورد و با هم از مدیر خانه می‌پرسیم.",
        "پرسیدن از گروه مسکن دربارهٔ شوفاژ اتاقم که از ماه اکتبر سرد است",
        "شوفاژ شب‌ها صدا می‌دهد و بعد سرد می‌شود. با کاپشن می‌خوابم. سه بار گفتم و کسی نیامد!",
    ),
    "ps": (
        "زه داسې ځای غواړم چې زما خپل ښکاري او داسې کار چې په خپلو لاسونو یې وکړم. زه نه غواړم "
        "خپل ټول ژوند هر نوي کس ته تشریح کړم.",
        "یوه توده خونه چې بېرته ورتلل یې خوښوم",
        "مارلو به په هماغه ورځ له ګودامه بخارۍ راوړي او موږ به په ګډه پوښتنه وکړو.",
        "د کور له ټیم څخه زما د خونې د ګرمولو په اړه پوښتنه کول",
        "بخارۍ د شپې غږ کوي او بیا سړېږي. زه په کوټ کې ویده کېږم. درې ځله مې ورته وویل، څوک رانغلل!",
    ),
    "ckb": (
        "شوێنێکم دەوێت هەست بکەم هی خۆمە و کارێک کە بە دەستەکانم بیکەم. نامەوێت هەموو ژیانم بۆ "
        "هەر کەسێکی نوێ ڕوون بکەمەوە.",
        "ژوورێکی گەرم کە حەز بکەم بگەڕێمەوە بۆی",
        "مارلۆ هەر ئەو ڕۆژە سۆپایەک دەهێنێت و پێکەوە لە بەڕێوەبەر دەپرسین.",
        "پرسیارکردن لە تیمی خانوو دەربارەی گەرمکەرەوەی ژوورەکەم",
        "گەرمکەرەوەکە شەوان دەنگ دەکات و پاشان سارد دەبێتەوە. بە پاڵتۆوە دەخەوم. سێ جار پێم "
        "گوتن، کەس نەهات!",
    ),
    "ur": (
        "مجھے ایسی جگہ چاہیے جو میری اپنی لگے، اور ایسا کام جو میں اپنے ہاتھوں سے کروں۔ میں ہر "
        "نئے شخص کو اپنی پوری زندگی نہیں سمجھانا چاہتا۔",
        "ایک گرم کمرہ جہاں واپس آنا اچھا لگے",
        "مارلو اسی دن گودام سے ہیٹر لائے گا، اور ہم مل کر مالک مکان سے پوچھیں گے۔",
        "میرے کمرے کے ریڈی ایٹر کے بارے میں ہاؤسنگ ٹیم سے پوچھنا",
        "ریڈی ایٹر رات کو شور کرتا ہے اور پھر ٹھنڈا ہو جاتا ہے۔ میں کوٹ پہن کر سوتا ہوں۔ تین بار "
        "بتایا، کوئی نہیں آیا!",
    ),
    "pa": (
        "ਮੈਨੂੰ ਅਜਿਹੀ ਥਾਂ ਚਾਹੀਦੀ ਹੈ ਜੋ ਮੇਰੀ ਆਪਣੀ ਲੱਗੇ, ਅਤੇ ਅਜਿਹਾ ਕੰਮ ਜੋ ਮੈਂ ਆਪਣੇ ਹੱਥਾਂ ਨਾਲ ਕਰਾਂ। "
        "ਮੈਂ ਹਰ ਨਵੇਂ ਬੰਦੇ ਨੂੰ ਆਪਣੀ ਸਾਰੀ ਜ਼ਿੰਦਗੀ ਨਹੀਂ ਦੱਸਣਾ ਚਾਹੁੰਦਾ।",
        "ਇੱਕ ਨਿੱਘਾ ਕਮਰਾ ਜਿੱਥੇ ਮੁੜਨਾ ਚੰਗਾ ਲੱਗੇ",
        "ਮਾਰਲੋ ਉਸੇ ਦਿਨ ਹੀਟਰ ਲਿਆਵੇਗਾ, ਅਤੇ ਅਸੀਂ ਇਕੱਠੇ ਮਕਾਨ ਮਾਲਕ ਨੂੰ ਪੁੱਛਾਂਗੇ।",
        "ਮੇਰੇ ਕਮਰੇ ਦੇ ਹੀਟਰ ਬਾਰੇ ਹਾਊਸਿੰਗ ਟੀਮ ਨੂੰ ਪ੍ਰਸ਼ਨ ਪੁੱਛਣਾ",
        "ਹੀਟਰ ਰਾਤ ਨੂੰ ਆਵਾਜ਼ ਕਰਦਾ ਹੈ ਅਤੇ ਫਿਰ ਠੰਢਾ ਹੋ ਜਾਂਦਾ ਹੈ। ਮੈਂ ਕੋਟ ਪਾ ਕੇ ਸੌਂਦਾ ਹਾਂ। ਤਿੰਨ ਵਾਰ "
        "ਦੱਸਿਆ, ਕੋਈ ਨਹੀਂ ਆਇਆ!",
    ),
    "ti": (
        "ናተይ ዝመስለኒ ቦታን ብኣእዳወይ ዝሰርሖ ስራሕን እደሊ። ንነፍሲ ወከፍ ሓድሽ ሰብ ምሉእ ህይወተይ ከረድእ ኣይደልን።",
        "ክምለሶ ዝደሊ ምዉቕ ክፍሊ",
        "ማርሎ ብኡንብኡ መሙቒ የምጽእ፣ ብሓባር ድማ ንሓላፊ ንሓትት።",
        "ብዛዕባ ናይ ክፍለይ መሙቒ ንጉጅለ መንበሪ ምሕታት",
        "መሙቒ ለይቲ ድምጺ የስምዕ፣ ደሓር ይዝሕል። ብጃከተይ እድቅስ። ሰለስተ ግዜ ነጊረ፣ ማንም ኣይመጸን!",
    ),
    "pl": (
        "Chcę mieć miejsce, które czuję jako swoje, i pracę, w której coś robię rękami. Nie chcę "
        "opowiadać całego życia każdej nowej osobie.",
        "Ciepły pokój, do którego chcę wracać",
        "Marlow tego samego dnia przywozi grzejnik z magazynu i razem pytamy zarządcę.",
        "Zapytać zespół mieszkaniowy o kaloryfer w moim pokoju, zimny od października",
        "Kaloryfer w nocy stuka, a potem stygnie. Śpię w kurtce. Mówiłem trzy razy – nikt nie przyszedł!",
    ),
    "vi": (
        "Tôi muốn một nơi cho tôi cảm giác là của mình và một công việc làm bằng tay. Tôi không "
        "muốn kể cả cuộc đời mình cho từng người mới.",
        "Một căn phòng ấm mà tôi muốn trở về",
        "Marlow mang lò sưởi từ kho đến ngay hôm đó, và chúng tôi cùng hỏi người quản lý.",
        "Hỏi nhóm nhà ở về lò sưởi trong phòng tôi, lạnh từ tháng Mười",
        "Ban đêm lò sưởi kêu rồi nguội đi. Tôi mặc áo khoác ngủ. Tôi đã nói ba lần, không ai đến!",
    ),
    "uk": (
        "Я хочу місце, яке відчуваю своїм, і роботу, де щось роблю руками. Не хочу розповідати "
        "все своє життя кожній новій людині.",
        "Тепла кімната, до якої хочеться повертатися",
        "Марлоу того ж дня привезе обігрівач зі складу, і ми разом запитаємо власника.",
        "Запитати житлову службу про батарею в моїй кімнаті, вона холодна з жовтня",
        "Батарея вночі стукає, а потім холоне. Я сплю в куртці. Казав тричі – ніхто не прийшов!",
    ),
}  # fmt: skip
STEPS = (
    "Show Marlow the radiator", "Find out who fixes heating", "Choose a rug with the setting up home money",
    "Take my birth certificate to the bank", "Try the climbing session at the leisure centre", "Visit the workshop",
    "Write a CV with the careers adviser, who comes to the drop-in on Thursdays between two and four",
    "Ask for the Junior ISA letter", "Book the dentist", "Learn two dinners from Auntie Fern",
    "Call the night line list", "Get a provisional licence", "Check the council tax reduction",
    "Meet Cosmo on 2 December",
)  # fmt: skip


def rename(person: Person, name: str) -> None:
    person.name = name
    person.save(update_fields=["name"])


def make_theme(colours: dict[str, Any], shape: str, scene: str) -> Theme:
    return Theme.objects.create(colours=colours, shape=shape, voice="quiet", scene=scene)


def answer(plan: Plan, given: list[GivenAnswer], *, by: Person, language: str, channel: Channel | None = None) -> None:
    sitting = sitting_of(plan.young_person, by, channel=channel, language=language)
    record_answers(plan, plan.review.response, given, sitting)


def some_answers(plan: Plan, best: int) -> list[GivenAnswer]:
    """An answer to each question but those about money; `best` in 3 of them are the best choice."""
    content = Content(plan.review.response.questionnaire_version.content)
    given = []
    for place, (code, question) in enumerate(content.questions.items()):
        if not code.startswith("MONEY"):
            choice = 0 if place % 3 < best else min(1 + place % 2, len(question["choices"]) - 1)
            given.append(GivenAnswer(code, choice=question["choices"][choice]["code"]))
    return given


def fill(household: Household, language: str = "en") -> Plan:
    """Two reviews, three goals, sixteen actions, comments and answers in `language`; in the household's open scope."""
    plan, owner, worker, manager = household.plan, household.owner, household.worker, household.manager
    matters, goal_words, _contingency, _action_words, answer_words = OWN_WORDS[language]
    for person, name in ((owner, "Wren"), (worker, "Marlow"), (manager, "Sable")):
        rename(person, name)
    worker.phone, worker.hours = "01632 960 114", "Monday to Friday, 9 to 5. Usually answers the same day."
    worker.save(update_fields=["phone", "hours"])
    answer(plan, some_answers(plan, best=1), by=owner, language=language)
    add_comment(plan, body="I want to stay near my college.", by=owner, language="en", part=WHAT_MATTERS)
    agree_plan(plan, worker=worker, manager=manager)
    plan = request_review(plan, by=owner)
    answer(plan, some_answers(plan, best=2), by=owner, language=language)
    own = [
        GivenAnswer("HOME-03", kind=AnswerKind.ANSWERED, choice="not_right_now", comment=answer_words, wants_help=True),
        GivenAnswer("WORK-03", comment=goal_words, wants_help=True),
    ]
    answer(plan, own, by=owner, language=language)
    together = [
        GivenAnswer("PEOPLE-06", comment="Wren said: more often, please.", worker_note="Agreed to ring on Tuesdays.")
    ]
    answer(plan, together, by=worker, language="en", channel=Channel.TOGETHER)
    fill_goals(plan, household, language)
    add_comment(plan, body=matters, by=owner, language=language, part=WHAT_MATTERS)
    add_comment(
        plan, body="You chased that form three times. Well done for sticking with it.", by=worker, language="en"
    )
    add_comment(plan, body=answer_words, by=owner, language=language, part="HOME")
    add_comment(plan, body="Line one.\n\nLine two after a gap.\nAnd a third.", by=manager, language="en", part="MONEY")
    add_supporter(
        plan.young_person, name="Cosmo", email="cosmo@example.org", relationship="Mentor",
        parts=["goals", "actions"], by=owner, domain_codes=["WORK"],
    )  # fmt: skip
    return agree_plan(plan, worker=worker, manager=manager)


def fill_goals(plan: Plan, household: Household, language: str) -> None:
    today, owner, worker = timezone.localdate(), household.owner, household.worker
    _matters, goal_words, contingency, action_words, _answer = OWN_WORDS[language]
    soon = today + timedelta(days=40)
    warm = add_goal(
        plan, words=goal_words, domain="HOME", contingency=contingency, wanted_by=soon, by=owner, language=language
    )
    joinery = add_goal(
        plan, words="Start a joinery apprenticeship", domain="WORK", by=owner, language="en", wanted_by=date(2027, 9, 1)
    )
    reached = add_goal(plan, words="Get to know the bus routes", domain="LIFE", by=owner, language="en")
    Goal.objects.filter(pk=reached.pk).update(state=Goal.State.REACHED)
    add_action(
        plan,
        title=action_words,
        by=owner,
        language=language,
        goal=warm,
        due_on=today + timedelta(days=2),
        owner_ids=[worker.pk],
    )
    for place, title in enumerate(STEPS):
        goal = warm if place < 3 else joinery if place in (5, 6, 13) else None
        owners = [owner.pk] if place % 3 else [owner.pk, worker.pk]
        due_on = today + timedelta(days=9 * place - 20) if place % 5 else None
        made = add_action(
            plan,
            title=title,
            by=owner,
            language="en",
            goal=goal,
            due_on=due_on,
            owner_ids=owners,
            domain="" if goal else "LIFE",
        )
        if place in (0, 1, 5, 11):
            complete_action(made, by=owner if place else worker)
        elif place == 8:
            update_action(made, ActionChanges(status=Action.Status.STUCK, reason="No answer"), by=worker)
        elif place == 10:
            update_action(made, ActionChanges(status=Action.Status.DROPPED, reason="Not needed"), by=worker)
