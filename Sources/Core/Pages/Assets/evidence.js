// The digest of a file before it leaves the device. Without this file, or without a secure context, the server computes its own alone.
(() => {
  "use strict";
  const file = document.querySelector("input[type='file'][data-digest='into']");
  if (!file || !window.crypto || !window.crypto.subtle) return;
  const field = file.form.querySelector("input[name='sidik']");
  const button = file.form.querySelector("button[type='submit']");
  file.addEventListener("change", async () => {
    field.value = "";
    const chosen = file.files[0];
    if (!chosen) return;
    button.disabled = true;
    try {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await chosen.arrayBuffer()));
      field.value = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    } finally {
      button.disabled = false;
    }
  });
})();
