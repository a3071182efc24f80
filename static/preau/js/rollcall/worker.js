// Looks after what is below /atelier/appel/ for one day: the pages and states of today's sessions, and what they are made
// of. Yesterday's are removed as soon as the worker wakes up; a person who logs out removes today's.
const PREFIX = "preau-appel-", PATIENCE = 4000;
let closed = false; // from the moment somebody logs out until a page is opened again: nothing is kept

function today() { return `${PREFIX}${new Date().toLocaleDateString("sv")}`; }
async function sweep(all = false) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && (all || name !== today())).map((name) => caches.delete(name)));
}

self.addEventListener("install", (event) => {
  const shell = new URL("sans-reseau/", self.registration.scope).href;
  event.waitUntil(caches.open(today()).then((cache) => cache.add(shell)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(sweep().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data !== "close") return;
  closed = true;
  event.waitUntil(sweep(true).finally(() => event.ports[0]?.postMessage("closed")));
});

function ours(url) {
  return url.origin === location.origin && (url.pathname.startsWith(new URL(self.registration.scope).pathname) || url.pathname.startsWith("/static/"));
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !ours(url) || url.pathname.endsWith(".pdf") || url.pathname.endsWith("veilleur.js")) return;
  event.respondWith(answer(event, url.pathname.startsWith("/static/")));
});

async function answer(event, isPart) {
  const { request } = event;
  if (request.mode === "navigate") closed = false;
  if (closed) return fetch(request);
  const cache = await caches.open(today());
  const kept = await cache.match(request, { ignoreVary: true });
  if (isPart && kept) {
    event.waitUntil(fetch(request).then((fresh) => fresh.ok && cache.put(request, fresh)).catch(() => {}));
    return kept;
  }
  event.waitUntil(sweep());
  const fresh = fetch(request).then((response) => { keep(cache, request, response, isPart); return response; });
  try {
    return kept ? await soon(fresh, kept) : await fresh;
  } catch {
    return kept ?? (await cache.match(new URL("sans-reseau/", self.registration.scope).href, { ignoreVary: true })) ?? Response.error();
  }
}

// A page that is refused, or sends to the login, is no longer this person's to read: nothing of it stays.
function keep(cache, request, response, isPart) {
  if (response.ok && !response.redirected) { const copy = response.clone(); cache.put(request, copy).catch(() => {}); return; }
  if (!isPart && (response.redirected || response.type === "opaqueredirect" || [401, 403, 404].includes(response.status))) sweep(true);
}

function soon(fresh, kept) {
  fresh.catch(() => {});
  return Promise.race([fresh, new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE))]);
}
