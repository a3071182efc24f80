// Big − and + beside a number, for a thumb. Without this file the number is typed, or moved with the arrows.
export function setUpSteppers() {
  for (const button of document.querySelectorAll("[data-preau-step]")) {
    const field = document.getElementById(button.dataset.preauStepOf);
    if (!field) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const wanted = (Number(field.value) || 0) + Number(button.dataset.preauStep);
      field.value = String(Math.min(Number(field.max) || 999, Math.max(Number(field.min) || 0, wanted)));
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
}
