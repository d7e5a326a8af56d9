"""Invented people as two offices have them: the sets of `make bench-linking`. Nobody in them exists.

`write(folder, count, seed, relatives)` writes `left.csv` and `right.csv`: id (L7 and R7 are one person), name, born, sex, nik, passport,
village, regency. Four fifths of each table are people of both. With relatives a fifth of the people are twins, siblings or neighbours of one
name of somebody else in the table. Slips are those of offices: old spelling, a word left out or added, other order, a father's name, a
renewed passport, a move, a day taken for a month, a keyboard's neighbour.
"""
import csv
import datetime
import itertools
import pathlib
import random

FIRST = """SITI NUR SRI DEWI MUHAMMAD AHMAD ABDUL AGUS BUDI EKO DWI TRI ADI DEDI HENDRA INDAH LINA MARIA RINA YANI WAYAN MADE NYOMAN KETUT
ASEP UJANG ENDANG RATNA FITRI AYU PUTRI IMAM JOKO BAMBANG SLAMET SUGENG HADI ALI HASAN UMAR ROHANI AMINAH KHADIJAH MARYAM FATIMAH AISYAH DIAN RINI
YULI TITIN WATI NINING ENI LILIS IIS NENENG TUTI ELI SUSI RUDI TONI DODI ANDI YUSUF IBRAHIM ISMAIL MUSA YAHYA ZAINAL SYAIFUL MISBAHUL
LALU BAIQ YOHANES PETRUS MARTINUS KRISTINA THERESIA AGNES""".split()
LAST = """LESTARI WAHYUNI HIDAYAT SANTOSO SUSANTI KURNIAWAN SETIAWAN RAHAYU HANDAYANI UTAMI PERMATASARI MULYANI NINGSIH YANTI ASTUTI PRATAMA
SAPUTRA NUGROHO WIBOWO GUNAWAN HARYANTO SUPRIYADI RAHMAN RAHMAWATI HASANAH AMALIA KHASANAH MUNAWAROH ROHMAN FAUZI ANWAR ARIFIN HAKIM MAULANA RAMADHAN
FIRMANSYAH SAFITRI ANGGRAINI PUSPITA KARTIKA WULANDARI OKTAVIANI JULIANTI APRILIA SUHARTI SUKARTI SUMIATI SUPARTI MARYATI HARTATI JUMIATI PONIRAH TUMINAH
SUTRISNO SUTARNO WARSITO SUWARNO KARYONO PAIMAN TUKIMAN SARIMIN MARDIANTO SUHERMAN ROSADI MUSLIM BASRI JAMALUDIN SYAMSUDIN BAHARUDIN KAMARUDIN
DJAELANI SIREGAR NASUTION SITOMPUL MANURUNG TAMBUNAN LUBIS DALIMUNTHE DAULAY BANGUN GINTING TARIGAN SEMBIRING""".split()
ONSET = "B D G H J K L M N P R S T W Y NG NY TR KR SY".split()
VOWEL = "A I U E O A I U A".split()
END = ["", "", "N", "H", "R", "NG", "S", "M", "YANI", "WATI", "TO", "NO", "MAN", "DI", "NAH", "TUN", "YAH", "SIH", "ROH"]
OLD = [("U", "OE"), ("J", "DJ"), ("C", "TJ"), ("Y", "I"), ("SY", "S"), ("KH", "H"), ("H", ""), ("DH", "D"), ("AA", "A"), ("N", "NN"), ("M", "MM"),
       ("F", "P"), ("I", "Y"), ("Z", "S")]
SHORT = {"MUHAMMAD": ["MOHAMMAD", "MUH", "MOH", "MOCHAMAD", "M", "MUHAMAD"], "AHMAD": ["ACHMAD", "AKHMAD"], "ABDUL": ["ABD"], "SITI": ["ST", "SITTI"],
         "NUR": ["NOER", "NOOR"]}
WEIGHTS = list(itertools.accumulate(1 / (place + 4) for place in range(200)))
KEYS = "QWERTYUIOP ASDFGHJKL ZXCVBNM"


def rare(chance):
    return "".join(chance.choice(ONSET) + chance.choice(VOWEL) for _ in range(chance.choice([1, 2, 2, 2, 3]))) + chance.choice(END)


class People:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.rare = [rare(self.chance) for _ in range(60_000)]
        self.villages = [(f"{regency:04d}", f"{self.rare[number]} {self.chance.choice(['JAYA', 'SARI', 'INDAH', 'REJO', ''])}".strip())
                         for regency in range(1101, 1101 + 400) for number in self.chance.sample(range(20_000), 60)]
        self.serials = {}
        self.passport = 0

    def word(self, common):
        draw = self.chance.random()
        if draw < 0.55:
            return self.chance.choices(common, cum_weights=WEIGHTS[:len(common)])[0]
        # The longer tail of names: a few of thousands, most of a handful.
        return self.rare[min(int(len(self.rare) * self.chance.random() ** 3), len(self.rare) - 1)]

    def name(self):
        draw = self.chance.random()
        if draw < 0.14:
            return [self.word(LAST)]
        words = [self.word(FIRST), self.word(LAST)]
        if draw > 0.75:
            words.append(self.word(LAST))
        return words

    def nik(self, person):
        born = person["born"]
        day = born.day + (40 if person["sex"] == "P" else 0)
        head = f"{person['regency']}{person['district']:02d}{day:02d}{born:%m%y}"
        self.serials[head] = self.serials.get(head, 0) + 1
        return f"{head}{self.serials[head]:04d}"

    def number(self):
        self.passport += self.chance.randint(1, 9)
        return self.chance.choice("ABCEX") + f"{self.passport % 10_000_000:07d}"

    def make(self):
        regency, village = self.chance.choice(self.villages)
        born = datetime.date(2006, 1, 1) - datetime.timedelta(days=int(self.chance.triangular(0, 14_000, 4_000)))
        if self.chance.random() < 0.015:
            born = born.replace(month=self.chance.choice([1, 7]), day=1)
        person = {"name": self.name(), "born": born, "sex": self.chance.choice("LP"), "village": village, "regency": regency,
                  "district": sum(village.encode()) % 20 + 1, "father": self.word(LAST)}
        person["nik"] = self.nik(person)
        person["passport"] = self.number()
        return person

    def relative(self, of):
        person = dict(of)
        draw = self.chance.random()
        if draw < 0.3:  # a twin: one day, one village, often names alike
            person["name"] = [of["name"][0]] + [self.word(LAST)] if len(of["name"]) > 1 else [of["name"][0][:-2] + self.chance.choice(["TI", "NI", "TO"])]
        elif draw < 0.65:  # a brother or sister
            person["born"] = of["born"] + datetime.timedelta(days=self.chance.choice([-1, 1]) * self.chance.randint(330, 2600))
            person["name"] = [self.word(FIRST)] + of["name"][1:] if len(of["name"]) > 1 else [self.word(LAST)]
            person["sex"] = self.chance.choice("LP")
        else:  # a neighbour of that name
            person["born"] = datetime.date(2006, 1, 1) - datetime.timedelta(days=int(self.chance.triangular(0, 14_000, 4_000)))
            person["father"] = self.word(LAST)
        person["nik"] = self.nik(person)
        person["passport"] = self.number()
        return person

    # What the other office wrote.

    def slip(self, text):
        place = self.chance.randrange(len(text))
        draw = self.chance.random()
        if draw < 0.3:
            return text[:place] + text[place + 1:]
        if draw < 0.5 and place + 1 < len(text):
            return text[:place] + text[place + 1] + text[place] + text[place + 2:]
        keys = "0123456789" if text[place].isdigit() else KEYS.replace(" ", "")
        other = keys[(keys.find(text[place]) + self.chance.choice([-1, 1])) % len(keys)]
        return text[:place] + other + text[place + (0 if draw > 0.85 else 1):]

    def written(self, person):
        words = list(person["name"])
        for place, word in enumerate(words):
            if word in SHORT and self.chance.random() < 0.2:
                words[place] = self.chance.choice(SHORT[word])
            elif self.chance.random() < 0.08:
                old, new = self.chance.choice(OLD)
                words[place] = (word.replace(old, new, 1) or word)
            elif self.chance.random() < 0.02 and len(word) > 3:
                words[place] = self.slip(word)
        draw = self.chance.random()
        if draw < 0.06:
            words += [self.chance.choice(["BIN", "BINTI"]) if self.chance.random() < 0.6 else "", person["father"]]
        elif draw < 0.09 and len(words) > 1:
            words.pop(self.chance.randrange(len(words)))
        elif draw < 0.12:
            words.reverse()
        elif draw < 0.15 and len(words) == 1:
            words *= 2
        elif draw < 0.17:
            words.append(self.chance.choice(["MRS", "MR", "HJ", "SPD"]))
        elif draw < 0.19 and len(words) > 1:
            words = [words[0], "".join(words[1:])]
        return " ".join(word for word in words if word)

    def row(self, mark, number, person, is_other):
        born, chance = person["born"], self.chance
        cells = {"id": f"{mark}{number}", "name": self.written(person) if is_other or chance.random() < 0.3 else " ".join(person["name"]),
                 "born": born.isoformat(), "sex": person["sex"], "nik": person["nik"], "passport": person["passport"], "village": person["village"],
                 "regency": person["regency"]}
        if not is_other:
            return cells
        draw = chance.random()
        if draw < 0.01:
            cells["born"] = ""
        elif draw < 0.015 and born.day <= 12:
            cells["born"] = f"{born.year}-{born.day:02d}-{born.month:02d}"
        elif draw < 0.025:
            cells["born"] = (born + datetime.timedelta(days=chance.choice([-10, -1, 1, 10, 30, -365, 365]))).isoformat()
        draw = chance.random()
        if draw < 0.05:
            cells["nik"] = ""
        elif draw < 0.06:
            cells["nik"] = self.slip(cells["nik"])
        draw = chance.random()
        if draw < 0.2:
            cells["passport"] = self.number()
        elif draw < 0.3:
            cells["passport"] = ""
        if chance.random() < 0.08:
            cells["regency"], cells["village"] = chance.choice(self.villages)
        elif chance.random() < 0.05:
            cells["village"] = self.slip(cells["village"])
        if chance.random() < 0.003:
            cells["sex"] = ""
        return cells


def write(folder, count, seed=1, relatives=False):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    people = People(seed)
    chance = people.chance
    both = count * 4 // 5
    names = ["id", "name", "born", "sex", "nik", "passport", "village", "regency"]
    everybody = []
    for number in range(count * 2 - both):
        if relatives and everybody and chance.random() < 0.2:
            everybody.append(people.relative(everybody[chance.randrange(max(0, len(everybody) - 50_000), len(everybody))]))
        else:
            everybody.append(people.make())
    order = list(range(len(everybody)))
    chance.shuffle(order)
    sides = {"L": order[:count], "R": order[:both] + order[count:]}
    for mark, file in (("L", "left.csv"), ("R", "right.csv")):
        chance.shuffle(sides[mark])
        with open(folder / file, "w", newline="") as out:
            writer = csv.DictWriter(out, names, lineterminator="\n")
            writer.writeheader()
            for number in sides[mark]:
                writer.writerow(people.row(mark, number, everybody[number], mark == "R"))
    return both
