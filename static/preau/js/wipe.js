// Whoever logs out leaves nothing of the children of the day on the device: the worker that keeps their pages closes its
// shop, what it kept goes, then the form leaves. A device where nobody called a roll logs out at once.
import { KEPT, wipe } from "./rollcall/kept.js";

const PATIENCE = 1500;

export function setUpWipe() {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-preau-goodbye]") || form.dataset.wiped || !mayKeep()) return;
    event.preventDefault();
    form.dataset.wiped = "yes";
    try {
      await close();
      await wipe();
      localStorage.removeItem(KEPT);
    } catch { /* nothing was kept */ }
    form.submit();
  });
}

function mayKeep() { try { return "caches" in window && localStorage.getItem(KEPT) !== null; } catch { return false; } }

// Without its answer, a request that is still on its way would open the day's store again behind our back.
async function close() {
  const workers = (await navigator.serviceWorker?.getRegistrations() ?? []).map((each) => each.active).filter(Boolean);
  await Promise.all(workers.map((worker) => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    setTimeout(resolve, PATIENCE);
    worker.postMessage("close", [port2]);
  })));
}
