"""The words of a record: labels, people, times and texts, as the files and Slack show them.

A hundred thousand records are written in seconds: every word is asked for once. Days are written
as the standard for dates has them, for these papers are read years later.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from bot.domain.comments import FACEBOOK, LUCKA
from bot.domain.disclosure import Review
from bot.domain.masking import Private, mask
from bot.domain.page import PageComment
from bot.domain.records import Answer, Judged, Record, Step
from bot.domain.text import title_of
from bot.locales import Words
from bot.views.comment_attachments import attachment_words

REMEMBERED = 1000
"""How many texts are remembered as they are told: each stands in the page and in the table."""


@dataclass(slots=True)
class Teller:
    """Tells records in *words* with *names* of people by id, after a *review*."""

    words: Words
    names: Mapping[str, str]
    zone: tzinfo
    review: Review
    _said: dict[str, str] = field(default_factory=dict)
    _private: dict[Private, str] = field(default_factory=dict)
    _masked: dict[str, str] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)

    def say(self, key: str) -> str:
        """Return the words *key*, which have no variables."""
        if key not in self._said:
            self._said[key] = self.words(key)
        return self._said[key]

    def at(self, moment: datetime | None) -> str:
        """Write a moment: 2026-11-24 08:15."""
        return moment.astimezone(self.zone).isoformat(" ", "minutes")[:16] if moment else ""

    def text(self, text: str) -> str:
        """Return what somebody wrote, masked where that is wanted."""
        if not self.review.is_masked:
            return text
        if not self._private:
            self._private.update({kind: self.say(f"masked-{kind}") for kind in Private})
        if len(self._masked) > REMEMBERED:
            self._masked.clear()
        if text not in self._masked:
            self._masked[text] = mask(text, self._private)
        return self._masked[text]

    def who(self, user: str) -> str:
        """Name one of us."""
        if user in {FACEBOOK, LUCKA}:
            return self.say(f"comment-act-{user}")
        return self.names.get(user) or (user or self.say("somebody"))

    def post(self, record: Record) -> str:
        """Return the first words of the post under which it stands."""
        text = record.place.text
        if len(self._titles) > REMEMBERED:
            self._titles.clear()
        if text not in self._titles:
            self._titles[text] = title_of(text)
        return self._titles[text]

    def author(self, comment: PageComment) -> str:
        """Name who wrote a comment, as the page shows it; nobody where names are left out."""
        if self.review.is_nameless and not comment.from_page:
            return self.say("record-nameless")
        return self.text(comment.author_name or "") or self.say("comments-author-unknown")

    def link(self, comment: PageComment) -> str:
        """Return where a comment stands; nothing where that would show a name."""
        return "" if self.review.is_nameless else comment.permalink or ""

    def attachment(self, kind: str | None) -> str:
        """Name an attachment."""
        if not kind:
            return ""
        key = f"attachment {kind}"
        if key not in self._said:
            self._said[key] = attachment_words(self.words, kind)
        return self._said[key]

    def state(self, record: Record) -> str:
        """Say where it stands."""
        return self.say(f"record-state-{record.state}") if record.state else ""

    def versions(self, record: Record) -> list[str]:
        """Say what it said before, a line each."""
        until = self.say("record-until")
        return [f"{until} {self.at(one.until)}: {self.text(one.text)}" for one in record.versions]

    def answers(self, record: Record) -> list[str]:
        """Say what we answered, with every change, a line each."""
        return [line for answer in record.answers for line in self._answer(answer)]

    def _answer(self, answer: Answer) -> list[str]:
        who = self.who(answer.who) if answer.who else self.say("record-page")
        lines = [f"{self.at(answer.at)} · {who}: {self.text(answer.first)}"]
        for edit in answer.edits:
            head = f"{self.at(edit.at)} · {self.who(edit.who)} "
            if edit.text is None:
                lines.append(head + self.say("comment-act-answer-deleted"))
            else:
                lines.append(
                    f"{head}{self.say('comment-act-answer-edited')}: {self.text(edit.text)}"
                )
        if not answer.edits and answer.text != answer.first:
            lines.append(f"{self.say('record-now')}: {self.text(answer.text)}")
        is_told = any(edit.text is None for edit in answer.edits)
        return lines + ([self.say("record-answer-gone")] if answer.is_gone and not is_told else [])

    def steps(self, record: Record) -> list[str]:
        """Say every step with when and who, a line each."""
        return [self._step(one) for one in record.steps]

    def _step(self, one: Step) -> str:
        by = "-by" if one.act == "answered" and one.who != FACEBOOK else ""
        to = f" ({self.who(one.to)})" if one.to else ""
        return (
            f"{self.at(one.at)} · {self.who(one.who)} {self.say(f'comment-act-{one.act}{by}')}{to}"
        )

    def judged(self, record: Record) -> list[str]:
        """Say each decision to hide or remove it: by whom, for which reason, and the copies."""
        return [self._case(one) for one in record.judged]

    def _case(self, one: Judged) -> str:
        case = one.case
        what = f"{self.say(f'record-deed-{case.deed}')} ({self.say(f'record-case-{case.state}')})"
        copies = ", ".join(map(str, one.copies)) or self.say("record-no-copy")
        why = self.text(case.reason or self.say("rule-other-short"))
        saved = f"{self.say('record-copies')}: {copies}"
        return f"{self.at(case.decided_at)} · {self.who(case.who)} · {what}: {why} · {saved}"

    def registration(self, record: Record) -> str:
        """Say under which number it is registered, when, and with whom."""
        it = record.registration
        if it is None:
            return ""
        party = "" if self.review.is_nameless else self.text(it.party)
        return " · ".join(part for part in (it.number, it.day.isoformat(), party) if part)

    def facts(self, record: Record) -> dict[str, list[str]]:
        """Return what there is to say of a record beside its text, by name."""
        comment = record.comment
        named = {
            "attachment": [self.attachment(comment.attachment)],
            "earlier": self.versions(record),
            "answers": self.answers(record),
            "state": [self.state(record)],
            "hidden": [self.say("record-yes")] if comment.is_hidden else [],
            "gone": [self.at(record.gone_at)],
            "moderation": self.judged(record),
            "registered": [self.registration(record)],
            "steps": self.steps(record),
        }
        return {name: lines for name, lines in named.items() if any(lines)}
