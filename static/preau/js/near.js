// « Près de chez moi »: proposals while typing, and the device's position, rounded here before anything is sent.
export function setUpNear(form) {
  propose(form);
  const button = form.querySelector("[data-preau-near-here]");
  if (!navigator.geolocation || !window.isSecureContext) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    say(form, "waiting");
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const target = new URL(form.dataset.preauNear || "/", location.origin);
      target.searchParams.set("pres", `${coords.longitude.toFixed(3)},${coords.latitude.toFixed(3)}`);
      location.assign(target);
    }, () => say(form, "refused"), { maximumAge: 60_000, timeout: 15_000 });
  });
}

function say(form, key) {
  const status = form.querySelector("[data-preau-near-status]");
  status.textContent = status.dataset[key];
}

function propose(form) {
  const field = form.querySelector("[data-preau-addresses]");
  const list = Object.assign(document.createElement("datalist"), { id: `${field.id}-propositions` });
  field.after(list);
  field.setAttribute("list", list.id);
  field.setAttribute("autocomplete", "off");
  let waiting, asked = "";
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (field.value.trim().length < 3 || field.value === asked) return;
      const typed = asked = field.value;
      const answer = await fetch(form.dataset.preauNearSuggestions, { method: "POST", body: new FormData(form) }).catch(() => null);
      if (!answer?.ok) return;
      const { addresses } = await answer.json();
      if (typed !== asked) return; // an answer that comes late is not that of what is typed now
      list.replaceChildren(...addresses.map((value) => Object.assign(document.createElement("option"), { value })));
    }, 250);
  });
}
