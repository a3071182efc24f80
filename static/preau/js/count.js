// How many signs are left in a text that has a limit, told while it is typed, and aloud when the typing pauses.
export function setUpCounts() {
  for (const field of document.querySelectorAll("textarea[data-preau-count]")) {
    const output = document.querySelector(`[data-preau-count-of="${field.id}"]`);
    if (!output) continue;
    const limit = Number(field.dataset.preauCount), written = new Intl.NumberFormat(document.documentElement.lang);
    const [shown, spoken] = output.children;
    let pause;
    const tell = () => {
      const count = field.value.length;
      shown.textContent = shown.dataset.preauWords.replace("{count}", written.format(count)).replace("{limit}", written.format(limit));
      output.classList.toggle("over", count > limit);
      clearTimeout(pause);
      pause = setTimeout(() => { spoken.textContent = shown.textContent; }, 1500);
    };
    field.addEventListener("input", tell);
  }
}
