// While an item's form is open, say so every twenty seconds, and show who else writes there. Without this, saving still compares.
const EVERY = 20_000;

function body(line) {
  const form = line.closest("form"), sent = new FormData();
  for (const name of ["csrfmiddlewaretoken", "seen_version"]) sent.set(name, form.elements[name]?.value ?? "");
  return sent;
}

async function tell(line) {
  if (!line.isConnected || document.hidden) return;
  try {
    const answer = await fetch(line.dataset.preauPresence, { method: "POST", body: body(line), credentials: "same-origin", redirect: "error" });
    if (!answer.ok) return;
    const said = (await answer.text()).trim();
    if (said !== line.dataset.said) { line.dataset.said = said; line.innerHTML = said; }
  } catch { /* no network: the words stay, and saving compares */ }
}

function leave(line) {
  const sent = body(line);
  sent.set("depart", "1");
  navigator.sendBeacon(line.dataset.preauPresence, sent);
}

function watch(line) {
  if (line.dataset.watched) return;
  line.dataset.watched = "yes";
  tell(line);
  const clock = setInterval(() => (line.isConnected ? tell(line) : clearInterval(clock)), EVERY);
}

export function setUpPresence() {
  const lines = () => document.querySelectorAll("[data-preau-presence]");
  const begin = () => lines().forEach(watch);
  begin();
  document.addEventListener("htmx:afterSettle", begin);
  document.addEventListener("htmx:beforeSwap", (event) => event.detail.target.querySelectorAll?.("[data-preau-presence]").forEach(leave));
  document.addEventListener("visibilitychange", () => lines().forEach(tell));
  window.addEventListener("pagehide", () => lines().forEach(leave));
}
