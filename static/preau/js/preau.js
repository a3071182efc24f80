// Comfort only: every page works without this file. Hooks are data-preau-* attributes.
import { setUpTheme } from "./theme.js";
import { setUpFocus } from "./focus.js";
import { setUpMenus } from "./menus.js";
import { setUpDropZones } from "./drop.js";
import { setUpUnsavedGuard } from "./unsaved.js";
import { setUpCounts } from "./count.js";
import { setUpKeeping } from "./keep.js";
import { setUpPresence } from "./presence.js";
import { setUpBusyForms } from "./busy.js";
import { setUpSteppers } from "./steppers.js";
import { setUpWipe } from "./wipe.js";

setUpTheme();
setUpFocus();
setUpMenus();
setUpDropZones();
setUpUnsavedGuard();
setUpCounts();
setUpKeeping();
setUpPresence();
setUpBusyForms();
setUpSteppers();
setUpWipe();

for (const figure of document.querySelectorAll("[data-preau-map]")) {
  import("./map.js").then(({ setUpMap }) => setUpMap(figure));
}
for (const form of document.querySelectorAll("[data-preau-near]")) {
  import("./near.js").then(({ setUpNear }) => setUpNear(form));
}

const catalogue = document.querySelector("[data-preau-catalogue]");
if (catalogue) import("./catalogue.js").then(({ setUpCatalogue }) => setUpCatalogue(catalogue));

const call = document.querySelector("[data-preau-roll]"), day = document.querySelector("[data-preau-roll-day]");
if (call) import("./rollcall/page.js").then(({ setUpRollCall }) => setUpRollCall(call));
if (day) import("./rollcall/page.js").then(({ setUpRollDay }) => setUpRollDay(day));

const wishes = document.querySelector("[data-preau-wishes]");
if (wishes) import("./wishes.js").then(({ setUpWishes }) => setUpWishes(wishes));
