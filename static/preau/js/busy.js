// A form whose answer takes a moment says so, and is not sent twice.
export function setUpBusyForms() {
  for (const form of document.querySelectorAll("form[data-preau-busy]")) {
    form.addEventListener("submit", () => {
      const button = form.querySelector("[data-preau-busy-words]");
      form.setAttribute("aria-busy", "true");
      button.textContent = button.dataset.preauBusyWords;
      setTimeout(() => { button.disabled = true; });
    });
  }
  window.addEventListener("pageshow", (event) => { if (event.persisted && document.querySelector("form[aria-busy]")) location.reload(); });
}
