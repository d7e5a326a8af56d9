"""Invented travellers of an invented nation, and the carrier's list on which they stand."""
import csv
import dataclasses
import datetime
import re

CARRIER, FLIGHT, LOCATOR, PAYER, PHONE = "QK", "QK817", "KWLDAY", "PAY-DAY-1", "+6200009000001"


@dataclasses.dataclass(frozen=True)
class Traveller:
    """Somebody with a passport, and what the nation's truth says of the departure."""

    passport: str
    name: str
    sex: str
    born_on: str
    expires_on: str
    truth: str
    file: str


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def travellers(nation, wanted):
    """The adults whose departure's truth is wanted, in the truth's order."""
    passports = {row["passport_no"]: row for row in rows(nation / "passports.csv")}
    found = []
    for row in rows(nation / "truth.csv"):
        held = passports.get(row["passport"])
        if row["kind"] == "departure" and held and wanted(row) and int(held["born_on"][:4]) < 2000:
            found.append(Traveller(row["passport"], *(held[key] for key in ("name", "sex", "born_on", "expires_on")),
                                   row["class"], row["file"]))
    return found


def destination(nation, file):
    """The last airport of a list of the nation."""
    return re.findall(r"LOC\+(?:87|92)\+([A-Z]{3})", (nation / file).read_text())[-1]


def compact(day):
    return day.replace("-", "")[2:]


def passenger_list(people, departs_at, to, sent_at):
    """A PAXLST of one flight out of Jakarta."""
    day, stamp = f"{departs_at:%y%m%d}", f"{sent_at:%y%m%d:%H%M}"
    arrives = departs_at + datetime.timedelta(hours=7)
    body = [
        f"UNH+PAX001+PAXLST:D:05B:UN:IATA+{FLIGHT}/{day}/{departs_at:%H%M}", "BGM+745", "NAD+MS+++REKAAN CHECK IN",
        f"TDT+20+{FLIGHT}+++{CARRIER}", "LOC+125+CGK", f"DTM+189:{departs_at:%y%m%d%H%M}:201",
        f"LOC+87+{to}", f"DTM+232:{arrives:%y%m%d%H%M}:201",
    ]
    for person in people:
        *given, last = person.name.split()
        body += [
            f"NAD+FL+++{last}:{' '.join(given) or last}", f"ATT+2++{person.sex}",
            f"DTM+329:{compact(person.born_on)}", "LOC+178+CGK", f"LOC+179+{to}", "NAT+2+IDN", f"RFF+AVF:{LOCATOR}",
            f"DOC+P:110:111+{person.passport}", f"DTM+36:{compact(person.expires_on)}", "LOC+91+IDN",
        ]
    body += [f"CNT+42:{len(people)}"]
    control = f"{sent_at:%H%M%S%f}"
    segments = [f"UNB+UNOA:4+{CARRIER}:ZZ+IDIMI:ZZ+{stamp}+{control}++APIS", *body, f"UNT+{len(body) + 1}+PAX001",
                f"UNZ+1+{control}"]
    return "".join(segment + "'\n" for segment in segments)


def booking(people, to, bought_on):
    """The booking that the travellers share: one payer bought one way for all."""
    lines = ["locator,passport_no,name,payer,phone,bought_on,itinerary,one_way,group_size"]
    lines += [f"{LOCATOR},{person.passport},{person.name},{PAYER},{PHONE},{bought_on},CGK-{to},yes,{len(people)}"
              for person in people]
    return "\n".join(lines) + "\n"
