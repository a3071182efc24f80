// Drafts save themselves when a box or a number changes. Every button of the page already saves without this file.
export function setUpWishes(form) {
  const said = form.querySelector("[data-preau-wishes-said]");
  if (!said) return;
  let last = Promise.resolve();
  const keep = async () => {
    const body = new FormData(form);
    body.set("do", "save");
    try {
      const answer = await fetch(location.href, { method: "POST", body, credentials: "same-origin" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const version = page.querySelector("[data-preau-wishes] [name=version]");
      if (!answer.ok || !version) throw new Error("not kept");
      form.elements.version.value = version.value;
      said.textContent = said.dataset.preauSaved;
    } catch {
      said.textContent = said.dataset.preauLost;
    }
  };
  form.addEventListener("change", () => { last = last.then(keep); });
}
