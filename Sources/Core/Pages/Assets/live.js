// Live regions: the server says that something changed, the page fetches itself and swaps the regions in place.
// When the line is lost the page says so and how old it is. A reload is never needed and always works.
(() => {
  "use strict";
  const REST = 400;
  const state = document.getElementById("sambungan");
  if (!state || !("EventSource" in window)) return;
  let loadedAt = Date.now();
  let isLost = false;
  let isWaiting = false;
  let isLoading = false;
  let isStale = false;

  const duty = document.getElementById("piket");
  const language = document.documentElement.lang;
  const units = language === "en" ? ["seconds", "minutes", "hours"] : ["detik", "menit", "jam"];
  const age = () => {
    const seconds = Math.round((Date.now() - loadedAt) / 1000);
    if (seconds < 60) return `${seconds} ${units[0]}`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} ${units[1]}`;
    return `${Math.floor(seconds / 3600)} ${units[2]}`;
  };
  const tell = () => {
    const text = isLost ? state.dataset.lost.replace("{}", age()) : `● ${state.dataset.on}`;
    if (state.textContent !== text) state.textContent = text;
    state.classList.toggle("lost", isLost);
    if (duty) duty.hidden = !isLost && duty.dataset.always !== "true";
  };

  const marks = () => new Map(
    Array.from(document.querySelectorAll("[data-referral]"), (mark) => [mark.dataset.referral, mark.textContent.trim()])
  );
  const announce = (before) => {
    const place = document.getElementById("kabar");
    if (!place) return;
    const fresh = Array.from(marks()).filter(([id]) => !before.has(id)).map(([, text]) => text);
    if (fresh.length) place.textContent = place.dataset.template.replace("{}", fresh.join(", "));
  };

  // Focus stays on the same link, also when its row moved.
  const swap = (page) => {
    const before = marks();
    const focused = document.activeElement && document.activeElement.getAttribute("href");
    for (const region of document.querySelectorAll("[data-live]")) {
      const fresh = page.getElementById(region.id);
      if (!fresh || region.contains(state)) continue;
      if (fresh.innerHTML === region.innerHTML) continue;
      const scroll = Array.from(region.querySelectorAll(".table-frame"), (frame) => frame.scrollLeft);
      region.innerHTML = fresh.innerHTML;
      region.querySelectorAll(".table-frame").forEach((frame, place) => { frame.scrollLeft = scroll[place] || 0; });
      if (focused && document.activeElement === document.body) {
        const again = Array.from(region.querySelectorAll("a[href]")).find((link) => link.getAttribute("href") === focused);
        if (again) again.focus({ preventScroll: true });
      }
    }
    swapFeeds(page);
    announce(before);
  };
  const swapFeeds = (page) => {
    const fresh = Array.from(page.querySelectorAll("#usia-data > .feed"));
    const present = Array.from(document.querySelectorAll("#usia-data > .feed"));
    if (fresh.length !== present.length) return;
    present.forEach((feed, place) => {
      if (feed.innerHTML === fresh[place].innerHTML) return;
      feed.className = fresh[place].className;
      feed.innerHTML = fresh[place].innerHTML;
    });
  };

  const refresh = async () => {
    if (isLoading) { isStale = true; return; }
    isLoading = true;
    isStale = false;
    try {
      const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store", headers: { "X-Kawal-Live": "1" } });
      if (answer.redirected) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
      loadedAt = Date.now();
      isLost = false;
    } catch {
      isLost = true;
    } finally {
      tell();
      setTimeout(() => { isLoading = false; if (isStale) refresh(); }, REST);
    }
  };

  const listen = () => {
    const stream = new EventSource("/siaran");
    stream.addEventListener("open", () => {
      refresh();  // what happened between the page and the stream
      isLost = false;
      isWaiting = false;
      tell();
    });
    stream.addEventListener("change", refresh);
    stream.addEventListener("error", () => {
      isLost = true;
      tell();
      if (stream.readyState === EventSource.CLOSED && !isWaiting) {
        isWaiting = true;
        setTimeout(listen, 5000);
      }
    });
  };
  listen();
  setInterval(() => { if (isLost) tell(); }, 15000);
  setInterval(() => { if (!isLost && !document.hidden) refresh(); }, 60000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden && Date.now() - loadedAt > 60000) refresh(); });
})();
