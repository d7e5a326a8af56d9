// The counter: catches a reader's burst anywhere on the page and answers in place.
// A zone goes to the server in the body of a request: never into an address, a store of the browser or a log.
(() => {
  "use strict";
  const BURST = 30;         // a reader types faster than this, in ms a key
  const SHORTEST = 12;      // fewer fast keys than this are somebody typing quickly
  const SHORT = 5;          // a fast Enter after so many fast keys ends a bar code
  const END = 120;          // silence that ends a burst
  const APART = 300;        // keys further apart don't belong together; a busy machine makes shorter gaps in a burst
  const ENTER_REST = 700;   // Enter is ignored this long after a burst
  const form = document.getElementById("periksa");
  const result = document.getElementById("jawaban");
  const entry = document.getElementById("dokumen");
  const news = document.getElementById("kabar");
  if (!form || !result || !entry) return;

  let burst = "";           // the keys since the last silence
  let head = "";            // what stood in the entry before them
  let fast = 0;             // how many of them came fast
  let lastKeyAt = 0;
  let burstEndedAt = -ENTER_REST;
  let timer = 0;
  let isAsking = false;
  let asked = 0;
  let before = null;

  const say = (text) => {
    const line = document.createElement("p");
    line.className = "busy";
    line.textContent = text;
    result.replaceChildren(line);
    if (news) news.textContent = text;
  };

  // The headline only: the rest is there to be read when wanted.
  const announce = () => {
    const line = result.querySelector(".answer-text, .problem, .zone-note");
    if (news && line) news.textContent = line.textContent;
  };

  const ask = async (url, body) => {
    const number = ++asked;
    isAsking = true;
    result.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "X-Kawal-Fragment": "1" },
        body: new URLSearchParams(body),
        credentials: "same-origin",
        cache: "no-store",
      });
      if (answer.redirected || answer.headers.get("X-Kawal-Fragment") !== "1") {
        if (number === asked) location.reload();
        return;
      }
      const text = await answer.text();
      if (number !== asked) return;
      result.innerHTML = text;
      announce();
      const problem = result.querySelector("[data-focus='first']");
      if (problem) problem.focus();
    } catch {
      if (number === asked) say(result.dataset.failed);
    } finally {
      if (number === asked) {
        isAsking = false;
        result.removeAttribute("aria-busy");
      }
    }
  };

  const check = (typed) => {
    const body = new FormData(form);
    body.set("dokumen", typed);
    ask(form.getAttribute("action"), body);
  };

  const show = (zone) => {
    const shown = document.createElement("pre");
    shown.className = "mrz";
    shown.textContent = zone;
    say(result.dataset.checking);
    result.prepend(shown);
  };

  // Lines of 30, 36 or 44; a reader may send them in one piece.
  const lines = (text) => {
    const parts = text.toUpperCase().split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
    if (parts.length !== 1) return parts.join("\n");
    const [whole] = parts;
    const length = { 88: 44, 72: 36, 90: 30 }[whole.length];
    return length ? whole.match(new RegExp(`.{${length}}`, "g")).join("\n") : whole;
  };

  const isZone = (text) => /^[A-Z0-9<\n]+$/.test(text) && text.includes("<") && text.length >= 28;

  // A worker's pass or the proof of a slip: long, and nothing to be read in the entry.
  const isPaper = (text) => /^KWL[PS][0-9]/i.test(text);

  const isWhole = (zone) => {
    const parts = zone.split("\n");
    return parts.length > 1 && parts.every((line) => line.length === parts[0].length && [44, 36, 30].includes(line.length));
  };

  // A page that has just come may take the first keys too slowly for a burst: they stand in the entry.
  const endBurst = () => {
    const headed = lines(head + burst);
    const zone = isWhole(headed) ? headed : lines(burst);
    burst = "";
    fast = 0;
    burstEndedAt = performance.now();
    if (before) { before.field.value = before.value; before = null; }
    if (!zone) return;
    entry.value = "";
    if (isZone(zone)) show(zone);
    else if (isPaper(zone)) say(result.dataset.checking);
    else { entry.value = zone.split("\n")[0]; say(result.dataset.checking); }
    check(zone);
  };

  const isBurst = () => fast >= SHORTEST;
  const isBusy = () => isBurst() || performance.now() - burstEndedAt < ENTER_REST || isAsking;

  const start = (field) => {
    burst = "";
    fast = 0;
    head = field === entry ? entry.value : "";
    const isOther = field !== entry && (field instanceof HTMLInputElement || field instanceof HTMLSelectElement);
    before = isOther ? { field, value: field.value } : null;
  };

  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(endBurst, END);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    const isEnter = event.key === "Enter";
    const ends = isEnter || event.key === "Tab";
    if (event.key.length !== 1 && !ends) return;
    const interval = event.timeStamp - lastKeyAt;
    lastKeyAt = event.timeStamp;
    const isFast = interval < BURST;
    if (interval >= APART) start(event.target);

    if (isBurst()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      burst += ends ? "\n" : event.key;
      wait();
    } else if (isEnter && isFast && fast >= SHORT && burst.length - fast < SHORT) {
      // A bar code: a few fast keys that end with Enter.
      event.preventDefault();
      event.stopImmediatePropagation();
      endBurst();
    } else if (isEnter) {
      enter(event);
    } else if (!ends) {
      burst += event.key;
      if (isFast) fast += 1;
      if (isBurst()) {
        say(result.dataset.reading);
        wait();
      }
    }
  }, true);

  // Proceeding is one key, but never within or shortly after a burst, nor before the answer stands.
  const enter = (event) => {
    const isControl = event.target instanceof HTMLElement
      && event.target.closest("button, a, select, summary, textarea, .forms, .menu");
    if (isBusy()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (isControl || document.querySelector("dialog[open]")) return;
    if (event.target === entry && entry.value.trim() !== "") return;
    if (event.target instanceof HTMLInputElement && event.target !== entry) return;
    const proceed = document.getElementById("lanjut");
    const verdict = document.getElementById("hasil");
    event.preventDefault();
    if (proceed && verdict && verdict.dataset.advice !== "statutory") proceed.click();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isAsking) return;
    say(result.dataset.checking);
    check(entry.value);
  });

  result.addEventListener("submit", (event) => {
    const inner = event.target.closest("form");
    if (!inner || isAsking) return;
    event.preventDefault();
    ask(inner.getAttribute("action"), new FormData(inner));
  });

  result.addEventListener("click", (event) => {
    const proceed = event.target.closest("#lanjut");
    if (!proceed) return;
    event.preventDefault();
    if (isBusy()) return;
    location.assign(proceed.getAttribute("href"));
  });
})();
