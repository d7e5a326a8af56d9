// Progress of an upload: what is done, what is left and an honest estimate. Without this file the form posts as it is.
(() => {
  "use strict";
  const form = document.getElementById("unggah");
  const area = document.getElementById("kemajuan");
  const bar = document.getElementById("kemajuan-batang");
  const words = document.getElementById("kemajuan-kata");
  if (!form || !area || !bar || !words || !("upload" in new XMLHttpRequest())) return;
  const button = form.querySelector("button[type='submit']");

  const length = (seconds) => {
    const isMinute = seconds >= 60;
    const count = Math.max(1, Math.round(isMinute ? seconds / 60 : seconds));
    const unit = isMinute ? words.dataset.minute : words.dataset.second;
    return `${count} ${unit}${document.documentElement.lang === "en" && count !== 1 ? "s" : ""}`;
  };
  const fill = (text, ...values) => values.reduce((line, value) => line.replace("{}", value), text);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const startedAt = performance.now();
    area.hidden = false;
    button.disabled = true;
    request.upload.addEventListener("progress", (progress) => {
      if (!progress.lengthComputable) return;
      const share = progress.loaded / progress.total;
      const left = share > 0 ? (performance.now() - startedAt) / 1000 * (1 - share) / share : 0;
      bar.value = Math.round(share * 100);
      words.textContent = fill(words.dataset.sending, String(Math.round(share * 100)), length(left));
    });
    request.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      words.textContent = words.dataset.screening;
    });
    const fail = () => {
      words.textContent = words.dataset.failed;
      bar.value = 0;
      button.disabled = false;
    };
    request.addEventListener("error", fail);
    request.addEventListener("abort", fail);
    request.addEventListener("load", () => {
      if (request.responseURL && request.responseURL !== new URL(form.action, location.href).href) {
        location.assign(request.responseURL);
        return;
      }
      // The same address answers with the page itself and what is wrong with the file.
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const fresh = page.getElementById("isi");
      if (!fresh) return fail();
      document.getElementById("isi").replaceWith(fresh);
      const problem = fresh.querySelector("[data-focus='first']");
      if (problem) problem.focus();
    });
    request.open("POST", form.getAttribute("action"));
    request.send(new FormData(form));
  });
})();
