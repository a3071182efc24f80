// What this phone has said and not yet sent. Keys and states only: no name is ever kept here. A mark leaves the queue
// when the server answers that it keeps it, never before: an answer that is lost costs a second sending, not a child.
const NAME = "preau-appel", VERSION = 1;

function asked(request) {
  return new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
}

function opened() {
  const request = indexedDB.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    const rows = request.result.createObjectStore("said", { keyPath: "key" });
    rows.createIndex("session", ["person", "session"]);
    request.result.createObjectStore("device", { keyPath: "name" });
  };
  return asked(request);
}

function done(transaction) {
  return new Promise((resolve, reject) => { transaction.oncomplete = resolve; transaction.onerror = transaction.onabort = () => reject(transaction.error); });
}

export async function openQueue(person) {
  const base = await opened();
  return {
    // One transaction gives the turn and keeps the mark: two taps never share a turn, a closed tab never loses one.
    async add(row) {
      const writing = base.transaction(["said", "device"], "readwrite"), device = writing.objectStore("device");
      const ours = (await asked(device.get("this"))) ?? { name: "this", id: crypto.randomUUID(), turn: 0 };
      ours.turn += 1;
      device.put(ours);
      const kept = { ...row, key: crypto.randomUUID(), person, device: ours.id, turn: ours.turn, at: new Date().toISOString() };
      writing.objectStore("said").put(kept);
      await done(writing);
      return kept;
    },
    async of(session) {
      const rows = await asked(base.transaction("said").objectStore("said").index("session").getAll([person, session]));
      return rows.sort((one, other) => one.turn - other.turn);
    },
    async sessions() {
      const rows = await asked(base.transaction("said").objectStore("said").getAll());
      return [...new Set(rows.filter((row) => row.person === person).map((row) => row.session))];
    },
    async drop(keys) {
      const writing = base.transaction("said", "readwrite");
      for (const key of keys) writing.objectStore("said").delete(key);
      await done(writing);
    },
  };
}
