"""When the day is over: what the ledger and the report say of it, without the server."""
import collections
import csv
import io

from playwright.sync_api import expect

from enforcement import Enforcement, verify_bundle
from stage import Story, check, step


class ShiftEnd(Story):
    """The head of the shift hands it over."""

    @step("regu", "reads the day's report: what was put off and fell")
    def report(self):
        page = self.day.at("regu", "/laporan")
        expect(page.locator("main")).to_contain_text("Pemeriksaan keberangkatan")
        row = page.locator("tbody tr", has_text="Batalkan dan hapus keputusan")
        expect(row).to_have_count(1)
        expect(row).to_contain_text("K01")
        check(self.day.put_off.passport not in page.content(), "nobody in the report", "a passport number")

    @step("regu", "hands the shift over in words and counts, and can't take it over alone")
    def hand_over(self):
        page = self.day.at("regu", "/serah-terima")
        page.fill("#pesan-regu", "Satu orang didampingi meja pelindungan.")
        page.get_by_role("button", name="Serahkan regu").click()
        expect(page.locator("main")).to_contain_text("Satu orang didampingi meja pelindungan.")
        expect(page.get_by_role("button", name="Saya sudah membaca")).to_have_count(0)


class Evening(Story):
    """The server is stopped; ledger and report are asked."""

    @step("operator", "stops the server; the ledger agrees with itself")
    def ledger(self):
        self.day.served.stop()
        check(self.day.served.process.returncode == 0, "the server to end with 0", self.day.served.process.returncode)
        verified = self.day.program.run("ledger", "verify", "--site", self.day.served.site)
        check(verified.code == 0, "a sound ledger", verified.err)
        return verified.out.split(",")[0].strip()

    @step("operator", "finds each step of the day in the report, and of what fell only that it fell")
    def report(self):
        done = self.day.program.run("report", "--from", self.day.date, "--to", self.day.now().date(),
                                    "--site", self.day.served.site)
        check(done.code == 0, "a report", done.err)
        told = collections.Counter()
        for row in csv.DictReader(io.StringIO(done.out)):
            told[row["kind"], row["step"]] += int(row["count"])
        taken = collections.Counter((kind, name) for _, kind, name in self.day.taken)
        check(taken, "steps of cases that were taken", "none")
        check(told == taken, f"also {dict(taken - told)}", f"also {dict(told - taken)}")
        return f"{sum(told.values())} steps of {len(told)} kinds"

    @step("operator", "folds every view again from the ledger; the report stays")
    def rebuild(self):
        site = self.day.served.site
        before = self.day.program.run("report", "--from", self.day.date, "--site", site).out
        rebuilt = self.day.program.run("rebuild", "--site", site)
        check(rebuilt.code == 0, "a rebuilt site", rebuilt.err)
        after = self.day.program.run("report", "--from", self.day.date, "--site", site).out
        check(before == after, before, after)


class Court(Story):
    """The bundle in other hands."""

    needs = (Enforcement,)

    @step("pembela", "verifies the bundle without server and site: digests and proofs")
    def bundle(self):
        count = verify_bundle(self.day.program, self.day.story(Enforcement).folder)
        check(count >= 14, "a proof for each step of the case", count)
        return f"{count} proofs"
