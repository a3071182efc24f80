// Leaving a page where something was typed and not sent asks first.
export function setUpUnsavedGuard() {
  const changed = new Set();
  for (const form of document.querySelectorAll("form[data-preau-guard]")) {
    form.addEventListener("input", () => changed.add(form));
    form.addEventListener("submit", () => changed.delete(form));
  }
  window.addEventListener("beforeunload", (event) => { if (changed.size) event.preventDefault(); });
}
