// One roll call on a phone. A tap is kept here first, shown at once, and sent when there is a network; the server says what
// stands. The same page without this file sends one form for each tap.
import { KEPT, today, wipe } from "./kept.js";
import { openQueue } from "./queue.js";

const EVERY = 15_000;

export async function setUpRollCall(root) {
  const said = root.dataset, call = { root, session: Number(said.session), next: JSON.parse(said.next), words: JSON.parse(said.words), lines: {}, queue: null, cards: {}, token: "", offline: !navigator.onLine, refused: [] };
  call.queue = await openQueue(said.person).catch(() => null);
  if (!call.queue) return; // no store (private browsing): the forms of the page go on working
  root.addEventListener("submit", (event) => tapped(call, event));
  root.addEventListener("toggle", (event) => opened(call, event), true);
  for (const type of ["online", "offline"]) window.addEventListener(type, () => { call.offline = type === "offline"; send(call); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) send(call); });
  setInterval(() => send(call), EVERY);
  endOfDay();
  await watch(said.worker);
  await refresh(call);
  await send(call);
  await cards(call);
  root.dataset.ready = "yes";
}

export async function setUpRollDay(root) {
  await watch(root.dataset.worker);
  endOfDay();
  for (const link of root.querySelectorAll("a[data-preau-roll-link]")) fetch(link.href).catch(() => {});
  const queue = await openQueue(root.dataset.person).catch(() => null);
  for (const session of (await queue?.sessions()) ?? []) {
    const line = root.querySelector(`[data-preau-roll-waiting="${session}"]`);
    if (line) { line.hidden = false; line.textContent = line.dataset.words; }
  }
}

async function watch(address) {
  if (!("serviceWorker" in navigator) || !address) return;
  try {
    localStorage.setItem(KEPT, "yes"); // whoever logs out knows that there is something to remove
    await navigator.serviceWorker.register(address);
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((resolve) => { navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }); setTimeout(resolve, 2000); });
    // What this page is made of was loaded before anybody watched: asked again, it is kept for the day.
    const parts = performance.getEntriesByType("resource").map((part) => part.name).filter((name) => name.startsWith(`${location.origin}/static/`));
    await Promise.allSettled([location.href, ...new Set(parts)].map((part) => fetch(part)));
  } catch { /* not on a safe address: the page works, and does not outlive its network */ }
}

function tapped(call, event) {
  const form = event.target.closest("form[data-preau-roll-form]");
  if (!form) return;
  const mark = event.submitter?.value;
  if (!mark) return;
  event.preventDefault();
  const line = form.closest("[data-preau-roll-child]"), child = line.dataset.preauRollChild;
  const whom = form.elements.with_whom?.value.trim() ?? "";
  say(call, { session: call.session, child, mark, with: mark === "left" ? whom : "", after: heads(call, child) });
}

function heads(call, child) { return call.lines[child]?.heads ?? (call.root.querySelector(`[data-preau-roll-child="${child}"]`)?.dataset.heads.split(" ").filter(Boolean) ?? []); }

async function say(call, row) {
  const kept = await call.queue.add(row);
  if (row.mark) {
    const before = call.lines[row.child] ?? {};
    call.lines[row.child] = { ...before, mark: row.mark, state: row.mark, words: call.words[row.mark], heads: [kept.key], disputed: false, waiting: true };
    show(call, row.child);
  }
  await report(call);
  send(call);
}

// What stands on the server, then what this phone said since.
async function overlay(call, lines) {
  call.lines = lines;
  for (const row of await call.queue.of(call.session)) {
    if (!row.mark || !call.lines[row.child]) continue;
    call.lines[row.child] = { ...call.lines[row.child], mark: row.mark, state: row.mark, words: call.words[row.mark], heads: [row.key], disputed: false, waiting: true };
  }
  for (const child of Object.keys(call.lines)) show(call, child);
}

async function refresh(call) {
  try {
    const answer = await fetch(call.root.dataset.state, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return;
    const told = await answer.json();
    call.token = told.token;
    await overlay(call, told.lines);
    head(call, told);
  } catch { /* no network, and nothing kept: the page says what it said */ }
  await report(call);
}

async function send(call) {
  if (call.sending) { call.again = true; return; }
  const rows = await call.queue.of(call.session);
  if (call.offline || !rows.length) { await report(call); return; }
  call.sending = true;
  try {
    const alive = await fetch(call.root.dataset.state, { cache: "no-store" });
    if (alive.redirected) { call.away = true; return; }
    call.token = (await alive.json()).token;
    const body = { marks: rows.filter((row) => row.mark).map(({ key, child, mark, at, after, device, turn, with: whom }) => ({ key, child, mark, at, after, device, turn, with: whom })), readings: rows.filter((row) => row.read).map(({ child, at }) => ({ child, at })) };
    const answer = await fetch(call.root.dataset.marks, { method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": call.token }, body: JSON.stringify(body), redirect: "error" });
    const told = await answer.json();
    if (!answer.ok) { call.refused = [told.error]; return; }
    call.away = false;
    call.refused = Object.values(told.refused);
    await call.queue.drop([...told.kept, ...Object.keys(told.refused), ...rows.filter((row) => row.read).map((row) => row.key)]);
    await overlay(call, told.lines);
    head(call, told);
    fetch(call.root.dataset.state).catch(() => {}); // kept for a page that is opened again without a network
  } catch { /* the list stays, and leaves later */ } finally {
    call.sending = false;
    await report(call);
    if (call.again) { call.again = false; send(call); }
  }
}

function show(call, child) {
  const line = call.root.querySelector(`[data-preau-roll-child="${child}"]`), told = call.lines[child];
  if (!line || !told) return;
  line.dataset.state = told.disputed ? "disputed" : told.state;
  line.querySelector("[data-preau-roll-words]").textContent = told.waiting ? `${told.words} · ${call.words.waiting}` : told.words;
  const tap = line.querySelector("[data-preau-roll-tap]"), next = call.next[told.state] ?? "present";
  if (!tap) return;
  tap.value = next;
  tap.querySelector("[data-preau-roll-next]").textContent = call.words[`tap_${next}`];
  line.querySelector("[data-preau-roll-undo]").hidden = told.mark === "expected" && !told.disputed;
  const notes = line.querySelector("[data-preau-roll-notes]");
  if (notes && told.notes) notes.textContent = told.notes.join(", ");
}

function head(call, told) {
  const find = (name) => call.root.querySelector(`[data-preau-roll-${name}]`);
  find("headline").textContent = told.headline;
  find("counts").textContent = told.counts.join(" · ");
  const ratio = find("ratio");
  if (ratio && told.ratio) { ratio.dataset.verdict = told.ratio.verdict; ratio.querySelector("span").textContent = told.ratio.words; }
}

async function report(call) {
  const line = call.root.querySelector("[data-preau-roll-report]"), waiting = (await call.queue.of(call.session)).filter((row) => row.mark).length;
  const words = [];
  if (waiting) words.push((waiting === 1 ? call.words.one_to_send : call.words.many_to_send).replace("{n}", waiting));
  if (call.offline) words.push(call.words.offline);
  else if (call.away) words.push(call.words.log_in);
  else if (!waiting) words.push(call.words.all_sent);
  words.push(...call.refused);
  line.dataset.waiting = waiting;
  line.dataset.tone = call.refused.length ? "stop" : waiting || call.offline ? "warn" : "good";
  const said = words.join(" · ");
  if (line.textContent !== said) line.textContent = said;
}

// What must be known: read from the server once a day, kept below the roll call, shown on a tap, and each reading is told.
async function cards(call) {
  const address = call.root.dataset.cards;
  if (!address) return;
  const name = today(), key = `${location.origin}${address}`;
  try {
    const kept = await (await caches.open(name)).match(key);
    if (call.offline || !call.token) { if (kept) call.cards = (await kept.json()).cards; } else {
      const answer = await fetch(address, { method: "POST", headers: { "X-CSRFToken": call.token }, redirect: "error" });
      if (answer.ok) { await (await caches.open(name)).put(key, answer.clone()); call.cards = (await answer.json()).cards; }
      else if (kept) call.cards = (await kept.json()).cards;
    }
  } catch { const kept = await caches.match(key).catch(() => null); if (kept) call.cards = (await kept.json()).cards; }
  for (const [child, card] of Object.entries(call.cards)) {
    const line = call.root.querySelector(`[data-preau-roll-child="${child}"]`);
    if (!line) continue;
    line.querySelector("[data-preau-roll-alert]").hidden = !card.alert;
    const ask = line.querySelector("[data-preau-roll-ask]");
    if (ask) ask.hidden = true;
    const list = line.querySelector("datalist");
    if (list) list.replaceChildren(...card.collects.map((each) => new Option(each)));
  }
}

function opened(call, event) {
  const panel = event.target, line = panel.closest?.("[data-preau-roll-child]");
  if (!panel.open || !line || !panel.matches("details[data-preau-roll-panel]")) return;
  const child = line.dataset.preauRollChild, card = call.cards[child], place = line.querySelector("[data-preau-roll-card]");
  if (!card || !place || place.childElementCount) return;
  place.innerHTML = card.html;
  say(call, { session: call.session, child, read: true });
}

// At midnight nothing of the day stays on the screen nor on the phone, but for what was not sent.
function endOfDay() {
  const now = new Date(), midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 0, 5);
  setTimeout(async () => { await wipe(); location.reload(); }, Math.min(midnight - now, 2_000_000_000));
}
