"""One review of the crowd: the days of its timeline with times, a way of doing it, and the answers."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from leavingwell.platform.demo.answering import Temper, mark_repeated, said_in
from leavingwell.platform.demo.clock import Clock
from leavingwell.platform.demo.files import read
from leavingwell.platform.demo.sheets import Sheet, Sheets
from leavingwell.platform.demo.stories import Reviewed, Said
from leavingwell.platform.demo.timeline import Sat
from leavingwell.questionnaires.kinds import Channel
from leavingwell.translations.languages import SOURCE

CHANNELS = (Channel.TOGETHER, Channel.PHONE, Channel.PAPER, Channel.ALONE, Channel.WITHOUT)
HOW_OFTEN = (60, 15, 4, 16, 5)
INTERPRETED = 0.7
LONGEST_ATTEMPTS = 45  # days before a plan was written without the young person


@dataclass(frozen=True)
class Sitter:
    """Whose reviews these are."""

    language: str
    temper: Temper
    joined: datetime | None
    clock: Clock
    sheets: Sheets
    chance: Random

    def channel(self, sat: Sat, first: date) -> Channel:
        """Alone only for somebody who has signed in; without them only after weeks of trying."""
        drawn = self.chance.choices(CHANNELS, HOW_OFTEN)[0]
        signed_in = self.joined is not None and self.joined.date() <= sat.answered
        tried = sat.submitted is not None and (sat.answered - first).days >= LONGEST_ATTEMPTS
        if drawn == Channel.ALONE and not signed_in:
            return Channel.TOGETHER
        return Channel.PHONE if drawn == Channel.WITHOUT and not tried else drawn

    def answers(self, sat: Sat, sheet: Sheet, channel: Channel, language: str) -> list[Said]:
        areas = [domain["code"] for domain in sheet.domains][: sat.areas]
        said = said_in(sheet, self.temper, self.clock.months_ago(sat.answered), language, self.chance, areas)
        return [without(one) for one in said] if channel == Channel.WITHOUT else said

    def review(self, sat: Sat, first: date) -> Reviewed:
        channel = self.channel(sat, first)
        spoken = channel in (Channel.TOGETHER, Channel.PHONE) and self.language != SOURCE
        interpreted = spoken and self.chance.random() < INTERPRETED
        language = self.language if interpreted or channel == Channel.ALONE else SOURCE
        answers = self.answers(sat, self.sheets.on(sat.started), channel, language)
        started = self.clock.in_working_hours(sat.started, self.chance)
        answered = self.later(sat.answered, started, minutes=3)
        submitted = self.later(sat.submitted, answered, minutes=40) if sat.submitted else None
        return Reviewed(
            started=started,
            due_on=sat.due_on,
            answered=answered,
            channel=channel.value,
            language=language,
            state=sat.state,
            answers=answers,
            with_interpreter=interpreted,
            finished=max(answered, submitted - timedelta(minutes=10)) if submitted else None,
            submitted=submitted,
            returned=self.later(sat.returned, submitted, minutes=60) if sat.returned and submitted else None,
            return_reason=self.chance.choice(read("words", "life")["return_reasons"]) if sat.returned else "",
            authorised=self.later(sat.authorised, submitted, minutes=60) if sat.authorised and submitted else None,
        )

    def later(self, day: date, than: datetime, *, minutes: int) -> datetime:
        """A time on that day, at least so many minutes after the other if they have passed."""
        return max(self.clock.after(than, minutes), self.clock.in_working_hours(day, self.chance))

    def reviews(self, sats: list[Sat]) -> list[Reviewed]:
        found = [self.review(sat, sats[0].started) for sat in sats]
        mark_repeated([one.answers for one in found], self.sheets.own)
        return found


def without(said: Said) -> Said:
    """What a worker writes down alone: no words and no wishes of the young person's."""
    return replace(said, comment="", wants_help=False)
