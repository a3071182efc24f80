// After a row is swapped, every form of the page must speak of the version that is now on the screen.
document.addEventListener("htmx:afterSettle", () => {
  const version = document.querySelector("[data-preau-version]")?.dataset.preauVersion;
  if (!version) return;
  for (const field of document.querySelectorAll("input[name=seen_version]")) field.value = version;
});
