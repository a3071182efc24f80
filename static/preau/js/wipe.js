// Whoever logs out leaves nothing of the children of the day on the device: the pages that were kept go first, then the form.
export function setUpWipe() {
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-preau-goodbye]") || !("caches" in window) || form.dataset.wiped) return;
    event.preventDefault();
    form.dataset.wiped = "yes";
    try { for (const name of await caches.keys()) if (name.startsWith("preau-appel-")) await caches.delete(name); } catch { /* nothing was kept */ }
    form.submit();
  });
}
