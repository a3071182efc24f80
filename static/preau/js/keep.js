// What is typed in a form with data-preau-keep stays on this device until it is sent: a closed tab, a lost session or an
// old page lose nothing. Words are kept by person, for a week, and go when they are sent, or when the person logs out.
// Hidden fields that travel with the words: the version that was seen, the key that makes two sends of a count one.
const PREFIX = "preau-keep:", SENT = "preau-kept-sent", DAYS = 7, CARRIED = ["seen_version", "key"];

function store() { try { return window.localStorage; } catch { return null; } }
function person() { return document.querySelector("[data-preau-person]")?.dataset.preauPerson ?? ""; }
function keyOf(form) { return `${PREFIX}${person()}:${form.dataset.preauKeep}`; }
function forms(root = document) { return [...root.querySelectorAll("form[data-preau-keep]")]; }

function fields(form) {
  return [...form.elements].filter((field) => field.name && !["submit", "button", "password", "file"].includes(field.type)
    && (field.type !== "hidden" || CARRIED.includes(field.name)) && field.name !== "csrfmiddlewaretoken");
}
function valueOf(field) { return ["checkbox", "radio"].includes(field.type) ? field.checked : field.value; }
function values(form) { return fields(form).map((field) => [field.name, field.type === "radio" ? field.value : "", valueOf(field)]); }

function keep(form) {
  try { store()?.setItem(keyOf(form), JSON.stringify({ at: Date.now(), values: values(form) })); } catch { /* full: the page still holds the words */ }
}
function forget(key) { store()?.removeItem(key); }

function kept(form) {
  try {
    const found = JSON.parse(store()?.getItem(keyOf(form)) ?? "null");
    return found && Date.now() - found.at < DAYS * 86_400_000 ? found.values : null;
  } catch { return null; }
}

// The version that was seen comes back with the words: what changed meanwhile is then compared, not overwritten.
function takeUp(form, saved) {
  for (const [name, choice, value] of saved) {
    const field = fields(form).find((one) => one.name === name && (one.type !== "radio" || one.value === choice));
    if (!field) continue;
    if (["checkbox", "radio"].includes(field.type)) field.checked = value; else field.value = value;
  }
}

function say(form, fresh) {
  const template = document.querySelector("[data-preau-kept]");
  if (!template) return;
  const line = template.content.firstElementChild.cloneNode(true);
  line.querySelector("button").addEventListener("click", () => { takeUp(form, fresh); forget(keyOf(form)); line.remove(); form.elements[0]?.form.querySelector("textarea, input:not([type=hidden])")?.focus(); });
  form.prepend(line);
  form.closest("details")?.setAttribute("open", "");
}

function begin(form) {
  if (form.dataset.kept) return;
  form.dataset.kept = "yes";
  const fresh = values(form), saved = "preauTyped" in form.dataset ? null : kept(form);
  const words = (list) => JSON.stringify(list.filter(([name]) => !CARRIED.includes(name)));
  if (saved && words(saved) !== words(fresh)) { takeUp(form, saved); say(form, fresh); }
  form.addEventListener("input", () => keep(form));
  form.addEventListener("submit", () => { keep(form); try { sessionStorage.setItem(SENT, keyOf(form)); } catch { /* private browsing */ } });
}

// Sent and not shown again with its words: it arrived. A login page or an error page proves nothing, so the words stay.
function settle() {
  let sent = null;
  try { sent = sessionStorage.getItem(SENT); } catch { return; }
  if (!sent) return;
  sessionStorage.removeItem(SENT);
  const arrived = performance.getEntriesByType("navigation")[0]?.type === "navigate" || document.querySelector("[data-kept]");
  if (!arrived || !sent.startsWith(`${PREFIX}${person()}:`)) return;
  if (!forms().some((form) => keyOf(form) === sent && "preauTyped" in form.dataset)) forget(sent);
}

export function setUpKeeping() {
  if (!store()) return;
  settle();
  forms().forEach(begin);
  document.addEventListener("htmx:afterSettle", () => { settle(); forms().forEach(begin); });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-preau-goodbye]")) return;
    for (const key of Object.keys(store())) if (key.startsWith(PREFIX)) forget(key);
  });
}
