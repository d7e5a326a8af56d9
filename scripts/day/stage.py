"""The stage of the day: who is signed in where, and steps that are tried, told and counted one after the other."""
import dataclasses
import datetime
import pathlib
import tempfile
import time
from typing import Callable

from playwright.sync_api import expect

from forms import take

expect.set_options(timeout=5000)


class Seen(AssertionError):
    """What was expected on a page, and what stood there instead."""

    def __init__(self, expected, seen):
        super().__init__(f"expected {expected}\nseen     {seen}")


def check(holds, expected, seen):
    """Fails the step where something doesn't hold."""
    if not holds:
        raise Seen(expected, seen)


@dataclasses.dataclass
class Step:
    """One step: who, what, and the method that does it and looks at what came of it."""

    who: str
    what: str
    do: Callable
    alone: bool = False


def step(who, what, alone=False):
    """Marks a method of a story as its next step; it may return a few words on what it found.

    Where it fails, the story's later steps are not done, unless it stands `alone`: then nothing follows from it.
    """
    def mark(method):
        method.step = Step(who, what, method, alone)
        return method
    return mark


class Story:
    """Some steps, in the order in which they are written; a story that `needs` others is not begun without them."""

    needs = ()

    def __init__(self, day):
        self.day = day

    def steps(self):
        return [method.step for method in vars(type(self)).values() if hasattr(method, "step")]


class Day:
    """Everybody's page in one browser, the clock of the post, and the tale of steps."""

    def __init__(self, program, browser, folder, zone_minutes, shots=None):
        self.program, self.browser, self.folder, self.shots = program, browser, folder, shots
        self.zone = datetime.timezone(datetime.timedelta(minutes=zone_minutes))
        self.zone_minutes = zone_minutes
        self.date = self.now().date()
        self.address = None  # of the served site, once it is
        self.taken = []  # (case's address, kind, step) of every step of a case
        self.done = self.total = 0
        self._pages, self._faults, self._stories, self._broken = {}, [], {}, set()
        self._current = None
        self._failures = None

    def now(self):
        """The time at the post."""
        return datetime.datetime.now(self.zone)

    def page(self, who):
        """Somebody's page, each in a browser of their own; a fault in its console fails the step."""
        if who not in self._pages:
            context = self.browser.new_context(
                locale="id-ID", viewport={"width": 1280, "height": 900}, accept_downloads=True
            )
            page = context.new_page()
            page.set_default_timeout(10_000)
            page.on("pageerror", lambda error: self._faults.append(f"{who}: {error}"))
            page.on("console", lambda message: self._note(who, message))
            self._pages[who] = page
        self._current = self._pages[who]
        return self._current

    def at(self, who, path):
        """Somebody's page, gone to an address of the site."""
        page = self.page(who)
        page.goto(path if path.startswith("http") else self.address + path)
        return page

    def story(self, kind):
        """Another story, for what it has found."""
        return self._stories[kind]

    def play(self, kinds):
        """Plays stories; returns whether every step of every one was done."""
        stories = [self._stories.setdefault(kind, kind(self)) for kind in kinds]
        for story in stories:
            if not set(story.needs).isdisjoint(self._broken):
                self._broken.add(type(story))
            for one in story.steps():
                self._try(story, one)
        print(f"day: {self.done} of {self.total} steps", flush=True)
        return self.done == self.total

    def _try(self, story, one):
        self.total += 1
        if type(story) in self._broken:
            self._tell(one, "– not done")
            return
        begun = time.monotonic()
        try:
            says = one.do(story)
            check(not self._faults, "pages without faults", "; ".join(self._faults))
        except Exception as error:  # whatever goes wrong in a step is told, and the day goes on
            if not one.alone:
                self._broken.add(type(story))
            self._tell(one, "✗", time.monotonic() - begun)
            print("\n".join("            " + line for line in self._explain(error)), flush=True)
        else:
            self.done += 1
            self._tell(one, f"· {says}" if says else "", time.monotonic() - begun)
            self._shoot(self.shots)
        self._faults.clear()

    def _tell(self, one, says, seconds=None):
        spent = "" if seconds is None else f" ({seconds:.1f} s)"
        print(f"{self.now():%H:%M:%S}  {one.who:15s} {one.what} {says}".rstrip() + spent, flush=True)

    def _explain(self, error):
        text = str(error).strip() or repr(error)
        if isinstance(error, AssertionError):
            text = text.split("Call log:")[0]  # what was expected and what was seen is enough
        else:
            text = f"{type(error).__name__}: {text}"
        lines = [line[:300] for line in text.split("\n") if line.strip()][:8]
        self._failures = self._failures or pathlib.Path(tempfile.mkdtemp(prefix="kawal-day-failed-"))
        return lines + [f"picture  {path}" for path in self._shoot(self._failures)]

    def _shoot(self, folder):
        """Takes a picture of the page that was used last."""
        if folder is None or self._current is None:
            return []
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.total:03d}.png"
        try:
            self._current.screenshot(path=path, full_page=True)
        except Exception as error:  # a page that went away has no picture
            return [f"none: {str(error).splitlines()[0]}"]
        return [path]

    def _note(self, who, message):
        # A form or page that is refused on purpose is told by its status; everything else in the console is a fault.
        if message.type == "error" and "status of 4" not in message.text:
            self._faults.append(f"{who}: {message.text}")


class CaseFile:
    """A case, as several people open it one after the other."""

    OPENING = {"enforcement": "tip", "search": "ask", "abroad": "intake", "support": "open",
               "correction": "report-wrong"}

    def __init__(self, day, kind, address):
        self.day, self.kind, self.address = day, kind, address

    @classmethod
    def opened(cls, day, who, kind, state, about, passport="", **fields):
        """Opens a case on its kind's page; then the page tells the state."""
        page = day.at(who, f"/perkara?jenis={kind}")
        if passport:
            page.fill("#nomor", passport)
        return cls._filed(day, page, kind, state, about, fields)

    def follow(self, who, kind, name, state, about):
        """Opens a case after this one, by the link on its page; both are the same incident."""
        page = self.open(who)
        event = self.event(page)
        page.locator("summary", has_text="Buka perkara lanjutan").click()
        page.get_by_role("link", name=f"Lanjutan: {name}", exact=True).click()
        expect(page.locator("#nomor")).to_have_count(0)
        case = CaseFile._filed(self.day, page, kind, state, about, {})
        check(case.event(page) == event, f"the incident {event}", case.event(page))
        return case

    @classmethod
    def _filed(cls, day, page, kind, state, about, fields):
        page.fill("#pokok", about)
        for name, value in fields.items():
            control = page.locator(f"form[action='/perkara'] [name={name}]")
            control.select_option(value) if name == "reason" else control.fill(value)
        page.get_by_role("button", name="Buka perkara baru").click()
        page.wait_for_url("**/perkara/**")
        case = cls(day, kind, page.url)
        case.note(cls.OPENING[kind])
        case.shows(page, state)
        return case

    def event(self, page):
        """The number of the incident, as the case's page tells it."""
        return page.locator(".facts .fact", has_text="Nomor peristiwa").locator("dd").inner_text()

    def note(self, *steps):
        """Keeps in mind that steps were taken, for the evening's report."""
        self.day.taken += [(self.address, self.kind, step) for step in steps]

    def open(self, who):
        """The case on somebody's page."""
        return self.day.at(who, self.address)

    def take(self, who, step, state, **fields):
        """Somebody takes a step by its form; then the page tells the state."""
        page = self.open(who)
        take(page, step, **fields)
        expect(page.locator("#masalah")).to_have_count(0)
        self.note(step)
        self.shows(page, state)
        return page

    def refused(self, who, step, sentence, **fields):
        """Somebody tries a step by its form, and is told why not."""
        page = self.open(who)
        take(page, step, **fields)
        expect(page.locator("#masalah")).to_have_text(sentence)

    def shows(self, page, state):
        """The page tells this state."""
        expect(page.locator(".facts .fact", has_text="Keadaan").locator("dd")).to_have_text(state)

    def forms(self, who):
        """The steps that somebody's page offers."""
        actions = self.open(who).eval_on_selector_all("form.step", "forms => forms.map(f => f.getAttribute('action'))")
        return {action.rsplit("/", 1)[1] for action in actions}
