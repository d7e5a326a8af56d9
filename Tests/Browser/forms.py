"""How people fill the pages' forms: signing in, the steps of a case, a claim of a network."""
import re

PASSWORD = "kata-sandi-uji-coba"


def first_sign_in(page, address, name, one_time):
    """Signs in for the first time: the one-time password is changed."""
    page.goto(address + "/")
    page.fill("#nama", name)
    page.fill("input[name=sandi]", one_time)
    page.keyboard.press("Enter")
    page.wait_for_url("**/kata-sandi**")
    page.fill("input[name=sandi]", one_time)
    page.fill("input[name=sandi-baru]", PASSWORD)
    page.fill("input[name=sandi-ulang]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "kata-sandi" not in url)


def fill_facts(page, step):
    """Two facts of two sources."""
    page.locator(f"#{step}-facts-source-1").select_option("register")
    page.fill(f"#{step}-facts-text-1", "Visa kerja belum tercatat.")
    page.locator(f"#{step}-facts-source-2").select_option("statement")
    page.fill(f"#{step}-facts-text-2", "Akan bekerja di rumah makan.")


def open_step(page, step):
    """Shows the form of a step."""
    form = page.locator(f"form[action$='/{step}']")
    if not form.is_visible():
        page.locator("details.step-form", has=form).locator("summary").click()
    return form


def send(page, step):
    """Sends the form of a step as it stands."""
    open_step(page, step).locator("button[type=submit]").click()
    page.wait_for_load_state()


def fill(form, **fields):
    """Fills a form by its fields' names: chooses, ticks or writes, whatever the control asks for."""
    for name, value in fields.items():
        control = form.locator(f"[name='{name.replace('_', '-')}']")
        kind = control.first.evaluate("control => control.type")
        if kind.startswith("select"):
            control.select_option(str(value))
        elif kind in ("radio", "checkbox"):
            form.locator(f"[name='{name.replace('_', '-')}'][value='{value}']").check()
        else:
            control.fill(str(value))


def take(page, step, **fields):
    """Takes a step of the case that is shown; a step that asks whether one is sure is confirmed."""
    form = open_step(page, step)
    fill(form, **fields)
    if form.locator("[name=yakin]").count():
        form.locator("[name=yakin]").check()
    send(page, step)


def refer(page, address, passport, reason="I05"):
    """An officer at the counter asks for an interview."""
    page.goto(address + "/konter")
    page.fill("#dokumen", passport)
    page.keyboard.press("Enter")
    page.locator(".answer").wait_for()
    page.locator("summary", has_text=re.compile("wawancara", re.I)).first.click()
    page.locator("select[name=alasan]").select_option(reason)
    page.locator("input[name=yakin]").check()
    page.locator("form[action='/konter/wawancara'] button[type=submit]").click()
    page.wait_for_load_state()


def claim(page, one, other, source):
    """Records a claim that joins two things of a network, seen today."""
    for number, (kind, value) in enumerate((one, other), start=1):
        page.locator(f"#jenis-{number}").select_option(kind)
        page.fill(f"#nilai-{number}", value)
    page.fill("#sumber", source)
    page.evaluate("document.getElementById('dilihat').value = new Date().toISOString().slice(0, 10)")
    page.fill("#dasar", "UU 21/2007 pasal 4")
    page.locator("input[name=confidence][value='4']").check()
    page.fill("#lain", "Mungkin sekeluarga.")
    page.get_by_role("button", name="Catat klaim").click()
    page.wait_for_load_state()
