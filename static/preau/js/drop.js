// A file can be dropped on the zone around a file field; the field itself works without this.
export function setUpDropZones() {
  for (const zone of document.querySelectorAll("[data-preau-drop]")) {
    const field = zone.querySelector("input[type=file]");
    for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, (event) => { event.preventDefault(); zone.dataset.over = ""; });
    for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => { delete zone.dataset.over; });
    zone.addEventListener("drop", (event) => { event.preventDefault(); field.files = event.dataTransfer.files; field.focus(); });
  }
}
