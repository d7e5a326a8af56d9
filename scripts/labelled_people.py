"""Invented people as two records have them, for `make-labelled-pairs`: their names, what each record knows of them, slips. Nobody exists."""
import csv
import datetime
import pathlib
import random

from invented_people import KEYS

ROOT = pathlib.Path(__file__).resolve().parent.parent
EVERY_DAY = (datetime.date(1968, 1, 1), datetime.date(2006, 12, 31))
# Words of the list that are no names by themselves.
NO_NAMES = set("ABD BIN BINTI BINTE BTE HAJI MOCH MOH MUH MHD DRS MRS".split())
# Javanese names of one making: each word with another stem or ending is another name.
STEMS = "SUHAR SUKAR SUMAR SUPAR SUWAR SUTAR SUNAR SUMIN SUGIAR SULAS WIN WAR KAR MAR".split()
ENDINGS = {"M": "TO NO SONO YONO YANTO MAN JO".split(), "F": "TI NI SIH TINI TINAH YATI MI".split()}


def words_in_use():
    words = {"M": [], "F": []}
    with open(ROOT / "Reference/name_words.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if len(row["word"]) > 2 and int(row["count"]) >= 40 and row["word"].upper() not in NO_NAMES:
                for sex in "MF" if row["sex"] == "U" else row["sex"]:
                    words[sex].append((row["word"].upper(), int(row["count"]) ** 0.7))
    return words


WORDS = words_in_use()


class LabelledPeople:
    """Pairs of records, by a chance of their own for each class."""

    def __init__(self, kind):
        self.chance = random.Random(f"labelled pairs: {kind}")

    # People.

    def word(self, sex):
        return self.chance.choices([word for word, _ in WORDS[sex]], [uses for _, uses in WORDS[sex]])[0]

    def name(self, sex, *counts):
        count, words = self.chance.choice(counts or (1, 2, 2, 2, 2, 3, 3)), []
        while len(words) < count:
            word = self.word(sex)
            words += [word] if word not in words else []
        return words

    def day(self):
        first, last = EVERY_DAY
        return first + datetime.timedelta(days=self.chance.randrange((last - first).days))

    def number(self):
        return f"Z{self.chance.randrange(10_000_000):07d}"

    def person(self, name, sex="F", born=None, area=None, serial=None):
        born = born or self.day()
        area = area or f"99{self.chance.randint(1, 79):02d}{self.chance.randint(1, 40):02d}"
        day = born.day + (40 if sex == "F" else 0)
        serial = serial or self.chance.choice([1, 1, 1, 2, 2, 3, 4, 5, 6])
        return {"name": name if isinstance(name, str) else " ".join(name), "sex": sex, "area": area, "serial": serial, "born": born,
                "nik": f"{area}{day:02d}{born:%m%y}{serial:04d}", "passport": self.number()}

    # What each of two records knows. A screening has passport, name and birth date, and often no NIK.

    def one(self, sex, a, b, born=None, **fixed):
        """Two records of one person, with the birth date that the other has (`born`) and what is to be in it in any case."""
        first = self.person(a, sex, fixed.pop("day", None))
        other = dict(first, name=b if isinstance(b, str) else " ".join(b), born=born(first["born"]) if born else first["born"])
        self.forget(first, other, "nik", fixed.pop("nik", self.chance.choices("=ab-", [12, 22, 22, 44])[0]))
        held = fixed.pop("passport", self.chance.choices("=!ab-", [25, 15, 20, 20, 20])[0])
        if held == "!":
            other["passport"] = self.number()
        self.forget(first, other, "passport", held)
        if not born and self.chance.random() < 0.1 and first["passport"] == other["passport"] != "":
            other["born"] = ""
        return first, dict(other, **fixed)

    def two(self, first, other, nik=None, passport=None):
        """Records of two people; `nik` tells who has one: both, one, or none."""
        self.forget(first, other, "nik", nik or self.chance.choices("=ab-", [40, 15, 15, 30])[0])
        self.forget(first, other, "passport", passport or self.chance.choices("=ab-", [50, 20, 20, 10])[0])
        return first, other

    @staticmethod
    def forget(first, other, cell, known):
        if known in "a-":
            other[cell] = ""
        if known in "b-":
            first[cell] = ""

    # Two people.

    def beside(self, first, name, sex=None, born=None, passport=None):
        """Somebody born in the area of another, with the next serial where on the same day."""
        born = born or first["born"]
        sex = sex or first["sex"]
        is_twin = born == first["born"] and sex == first["sex"]
        other = self.person(name, sex, born, first["area"], first["serial"] + 1 if is_twin else None)
        return dict(other, passport=passport or other["passport"])

    def next_number(self, first, most=9):
        return f"Z{(int(first['passport'][1:]) + self.chance.randint(1, most)) % 10_000_000:07d}"

    def other_day(self, born, *kinds):
        """Another birth date: near it, in its year, or anywhere."""
        kind = self.chance.choice(kinds)
        if kind == "digit":
            return self.until(lambda: born + datetime.timedelta(days=self.chance.randint(-9, 9)), lambda day: day != born)
        if kind == "year":
            return self.until(lambda: born.replace(month=self.chance.randint(1, 12), day=self.chance.randint(1, 28)), lambda day: day != born)
        return self.until(self.day, lambda day: day != born)

    def alike(self, sex):
        stem, ending = self.chance.choice(STEMS), self.chance.choice(ENDINGS[sex])
        other = (stem, self.chance.choice([end for end in ENDINGS[sex] if end != ending]))
        if self.chance.random() < 0.5:
            other = (self.chance.choice([start for start in STEMS if start != stem]), ending)
        rest = self.name(sex, 0, 1, 1)
        return rest + [stem + ending], rest + ["".join(other)]

    # Slips.

    def slip(self, word):
        """A neighbour on the keyboard, a letter lost or doubled, or two exchanged; never the first."""
        keys, place, draw = KEYS.replace(" ", ""), self.chance.randrange(1, len(word) - 1), self.chance.random()
        if draw < 0.3:
            return word[:place] + word[place + 1] + word[place] + word[place + 2:]
        other = keys[(keys.find(word[place]) + self.chance.choice([-1, 1])) % len(keys)]
        return word[:place] + ("" if draw < 0.55 else other if draw < 0.85 else word[place] * 2) + word[place + 1:]

    def slip_of_digits(self, number):
        """Another digit, or two neighbours exchanged; the first two stay."""
        place = self.chance.randrange(2, len(number) - 1)
        if self.chance.random() < 0.3:
            return number[:place] + number[place + 1] + number[place] + number[place + 2:]
        return number[:place] + self.chance.choice("0123456789".replace(number[place], "")) + number[place + 1:]

    @staticmethod
    def until(make, is_good):
        while True:
            made = make()
            if is_good(made):
                return made
