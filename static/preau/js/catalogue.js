// A filter answers without the page moving: menus that were open stay open, the focus stays on the link that was used.
// Every link works by itself: without this file, or without htmx, the same page comes whole.
export function setUpCatalogue(root) {
  let open = [], focused = null;
  root.addEventListener("htmx:beforeSwap", () => {
    open = [...root.querySelectorAll("details[open][id]")].map((each) => each.id);
    focused = document.activeElement?.id;
  });
  root.addEventListener("htmx:afterSettle", () => {
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    const there = focused && document.getElementById(focused);
    (there?.matches("a, button, input, select, summary") ? there : document.getElementById("reponse"))?.focus({ preventScroll: true });
    for (const figure of root.querySelectorAll("[data-preau-map]")) import("./map.js").then(({ setUpMap }) => setUpMap(figure));
  });
}
