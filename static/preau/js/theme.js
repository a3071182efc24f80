// Light, dark, or what the device asks for. The choice stays on this device.
const KEY = "preau-theme";

function apply(choice) {
  if (choice === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  for (const button of document.querySelectorAll("[data-preau-theme-choice]")) {
    button.setAttribute("aria-pressed", String(button.dataset.preauThemeChoice === choice));
  }
}

function stored() {
  try { return localStorage.getItem(KEY) || "auto"; } catch { return "auto"; }
}

export function setUpTheme() {
  apply(stored());
  for (const group of document.querySelectorAll("[data-preau-theme]")) {
    group.hidden = false;
    group.addEventListener("click", (event) => {
      const choice = event.target.closest("[data-preau-theme-choice]")?.dataset.preauThemeChoice;
      if (!choice) return;
      try { localStorage.setItem(KEY, choice); } catch { /* private browsing: for this page only */ }
      apply(choice);
    });
  }
}
