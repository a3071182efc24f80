// Wishes move without leaving the page: the new order is kept, said aloud, and the same button keeps the focus. Drafts
// save themselves when a box or a number changes. Every button of the page already does all of it without this file.
export function setUpWishes(form) {
  const voice = document.querySelector("[data-preau-wishes-voice]");
  let last = Promise.resolve();
  form.addEventListener("change", () => { last = last.then(() => keep(form)); });
  form.addEventListener("submit", (event) => {
    const word = event.submitter?.value ?? "";
    if (!/^(add|up|down|remove):/.test(word)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    last = last.then(() => move(form, word, voice));
  }, { capture: true });
}

async function keep(form) {
  const said = form.querySelector("[data-preau-wishes-said]"), page = await send(form, "save");
  if (page) form.elements.version.value = page.elements.version.value;
  if (said) said.textContent = page ? said.dataset.preauSaved : said.dataset.preauLost;
}

async function move(form, word, voice) {
  const page = await send(form, word);
  if (!page) return leave(form, word);
  const [verb, wish] = word.split(":"), title = titleOf(form, wish) || titleOf(page, wish);
  form.replaceChildren(...page.childNodes);
  const rank = [...form.querySelectorAll("[name=wish]")].findIndex((each) => each.value === wish) + 1;
  if (voice) voice.textContent = (rank ? voice.dataset.preauMoved : voice.dataset.preauRemoved).replace("{title}", title).replace("{rank}", rank);
  focusOn(form, verb, wish);
}

// The form as the server draws it once this is kept; nothing when it was refused or the network is away.
async function send(form, word) {
  const body = new FormData(form);
  body.set("do", word);
  try {
    const answer = await fetch(location.href, { method: "POST", body, credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok ? page.querySelector("[data-preau-wishes]") : null;
  } catch {
    return null;
  }
}

// The page itself then says what is wrong, with everything that was typed.
function leave(form, word) {
  const again = document.createElement("input");
  Object.assign(again, { type: "hidden", name: "do", value: word });
  form.append(again);
  form.submit();
}

function titleOf(form, wish) {
  return form.querySelector(`[value$=":${wish}"]`)?.closest("li")?.querySelector("[data-preau-title]")?.textContent.trim() ?? "";
}

function focusOn(form, verb, wish) {
  const other = { up: "down", down: "up", add: "remove", remove: "add" }[verb];
  const next = form.querySelector(`[value="${verb}:${wish}"]`) ?? form.querySelector(`[value="${other}:${wish}"]`) ?? form.querySelector("button:not([tabindex])");
  next?.focus();
}
