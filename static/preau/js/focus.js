// The focus goes where the answer is: to the errors after a refusal, to the swapped part after an exchange.
export function setUpFocus() {
  document.querySelector("[data-preau-focus]")?.focus();
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.elt;
    (part.querySelector?.("[data-preau-focus]") ?? part.querySelector?.("[autofocus]"))?.focus();
  });
}
