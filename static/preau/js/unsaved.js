// Leaving a page where something was typed and not sent asks first.
export function setUpUnsavedGuard() {
  const changed = new Set();
  for (const form of document.querySelectorAll("form[data-preau-guard]")) {
    form.addEventListener("input", () => changed.add(form));
    form.addEventListener("submit", () => changed.delete(form));
  }
  // Words that are kept on the device (keep.js) come back by themselves.
  window.addEventListener("beforeunload", (event) => { if ([...changed].some((form) => !form.dataset.kept)) event.preventDefault(); });
}
