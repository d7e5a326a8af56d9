// Letter keys, arrows in lists, Esc. Every page works without this file.
// A letter acts only after 60 ms of silence, so never inside a scanner's burst (WCAG 2.1.4: they can be switched off).
(() => {
  "use strict";
  const SILENCE = 60;
  const SEQUENCE = 1200;
  const root = document.documentElement;
  let timer = 0;
  let typed = [];
  let waitsForPlace = 0;

  const isField = (node) =>
    node instanceof HTMLElement && (node.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName));
  const go = (path) => {
    const link = document.querySelector(`.places a[href="${path}"]`);
    if (link) link.click();
  };
  const open = (dialog) => { if (dialog && !dialog.open) dialog.showModal(); };

  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("button[data-print]")) print();
  });

  const interview = () => {
    const form = document.getElementById("wawancara");
    if (!form) return;
    form.open = true;
    const choice = form.querySelector("select");
    if (choice) choice.focus();
  };

  const act = (key) => {
    if (document.querySelector("dialog[open]")) return;
    if (waitsForPlace && Date.now() - waitsForPlace < SEQUENCE) {
      waitsForPlace = 0;
      if (key === "k") return go("/konter");
      if (key === "p") return go("/papan");
      if (key === "r") return go("/rujukan");
    }
    waitsForPlace = 0;
    if (key === "/") {
      const search = document.querySelector("[data-search]");
      if (search) { search.focus(); if (search.select) search.select(); }
    } else if (key === "?") open(document.getElementById("tombol"));
    else if (key === "g") waitsForPlace = Date.now();
    else if (key === "w") interview();
  };

  const rows = () => Array.from(document.querySelectorAll("[data-open='row'], tbody a.referral"));
  const move = (step) => {
    const all = rows();
    if (!all.length) return false;
    const here = all.indexOf(document.activeElement);
    const next = all[Math.min(Math.max(here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step, 0), all.length - 1)];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  };

  const back = () => {
    const menu = document.querySelector(".menu[open]");
    const form = document.querySelector(".forms details[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); return; }
    if (form) { form.open = false; form.querySelector("summary").focus(); return; }
    if (isField(document.activeElement)) return document.activeElement.blur();
    if (document.referrer.startsWith(location.origin) || document.referrer === "") {
      if (history.length > 1) history.back();
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      if (!document.querySelector("dialog[open]")) back();
      return;
    }
    if (isField(event.target)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (move(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
      return;
    }
    if (root.dataset.keys === "off" || event.key.length !== 1) return;
    if (event.key === "/" || event.key === "?") event.preventDefault();
    typed.push(event.key.toLowerCase());
    clearTimeout(timer);
    timer = setTimeout(() => {
      const burst = typed;
      typed = [];
      if (burst.length === 1) act(burst[0]);
      else waitsForPlace = 0;
    }, SILENCE);
  });

  document.addEventListener("click", (event) => {
    const close = event.target.closest("[data-close]");
    if (close) document.getElementById(close.dataset.close).close();
    const toInterview = event.target.closest("#ke-wawancara");
    if (toInterview) { event.preventDefault(); interview(); }
    for (const menu of document.querySelectorAll(".menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  const first = document.querySelector("[data-focus='first']");
  if (first) first.focus();
})();
