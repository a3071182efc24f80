// A map that moves, over the one that the server drew. Leaflet comes from this site, only when a map comes into sight.
const CALM = matchMedia("(prefers-reduced-motion: reduce)").matches;
const APART = 30; // pixels under which two pins would hide each other
let arriving;

export function setUpMap(figure) {
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    leaflet(figure.dataset.preauLeaflet).then((L) => show(L, figure)).catch(() => { /* the drawing stays */ });
  }, { rootMargin: "200px" });
  watcher.observe(figure);
}

function leaflet(address) {
  arriving ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(window.L));
    script.addEventListener("error", reject);
    document.head.append(script);
  });
  return arriving;
}

function show(L, figure) {
  const data = JSON.parse(document.getElementById(figure.dataset.preauMap).textContent);
  const drawing = figure.querySelector(".map-drawing");
  const here = document.createElement("div");
  here.className = "map-live";
  here.setAttribute("role", "region");
  here.setAttribute("aria-label", drawing.querySelector("title").textContent);
  const { width, height } = drawing.viewBox.baseVal;
  here.style.aspectRatio = `${width} / ${height}`; // the same room on the page: nothing jumps
  drawing.before(here);
  drawing.setAttribute("hidden", "");
  const map = L.map(here, {
    zoomControl: false, attributionControl: Boolean(data.tiles), scrollWheelZoom: false, zoomSnap: 0.25,
    zoomAnimation: !CALM, fadeAnimation: !CALM, markerZoomAnimation: !CALM, inertia: !CALM, maxZoom: 18,
  });
  const { preauZoomIn: zoomInTitle, preauZoomOut: zoomOutTitle } = figure.dataset;
  L.control.zoom({ zoomInTitle, zoomOutTitle }).addTo(map);
  if (data.tiles) L.tileLayer(data.tiles.url, { attribution: escaped(data.tiles.attribution) }).addTo(map);
  map.attributionControl?.setPrefix(false);
  map.fitBounds(data.box, { padding: [24, 24], animate: false });
  map.setMinZoom(map.getZoom() - 1);
  drawGround(L, map, data);
  followPins(L, map, data, figure.dataset.preauSeveral);
  keepFocus(map, here, figure.dataset.preauClose);
  here.addEventListener("wheel", (event) => { if (event.ctrlKey || event.metaKey) map.scrollWheelZoom.enable(); else map.scrollWheelZoom.disable(); }, { capture: true, passive: true });
}

// What opens takes the focus, and gives it back to its pin when it closes.
function keepFocus(map, here, closeTitle) {
  map.on("popupopen", ({ popup }) => {
    const close = popup.getElement().querySelector(".leaflet-popup-close-button");
    close?.setAttribute("aria-label", closeTitle);
    (popup.getElement().querySelector(".leaflet-popup-content a") ?? close)?.focus({ preventScroll: true });
  });
  map.on("popupclose", ({ popup }) => {
    if ([document.body, null].includes(document.activeElement) || popup.getElement()?.contains(document.activeElement)) popup._source?.getElement()?.focus({ preventScroll: true });
  });
  here.addEventListener("keydown", (event) => { if (event.key === "Escape") map.closePopup(); });
}

function drawGround(L, map, data) {
  for (const area of data.outlines) {
    const className = `map-area map-area-${area.kind} map-level-${area.level}`;
    L.polygon(area.rings, { className, fillRule: "evenodd", interactive: false }).addTo(map);
    if (!area.label || area.kind === "commune") continue;
    const content = `${escaped(area.label)}${area.note ? `<span>${escaped(area.note)}</span>` : ""}`;
    L.tooltip({ permanent: true, direction: "center", className: `map-word-${area.kind}`, content }).setLatLng(area.middle).addTo(map);
  }
  for (const line of data.lines) L.polyline(line.places, { className: `map-line map-line-${line.kind}`, interactive: false }).addTo(map);
  if (data.origin) pin(L, [data.origin], "map-here", "").addTo(map);
}

function followPins(L, map, data, several) {
  const pins = L.layerGroup().addTo(map);
  const redraw = () => {
    pins.clearLayers();
    for (const group of grouped(map, data.points)) pin(L, group, group.length > 1 ? "is-cluster" : "", several).addTo(pins);
  };
  map.on("zoomend", redraw);
  redraw();
}

// Each point joins the first pin that it would touch, in the order of the list, as on the server's drawing.
function grouped(map, points) {
  const groups = [];
  for (const point of points) {
    const at = map.latLngToLayerPoint(point.place);
    const near = groups.find((group) => Math.abs(group.at.x - at.x) < APART && Math.abs(group.at.y - at.y) < APART);
    if (near) near.push(point); else groups.push(Object.assign([point], { at }));
  }
  return groups;
}

function pin(L, points, more, several) {
  const [first] = points;
  const numbers = points.map((point) => point.number).filter(Boolean);
  const text = points.length > 3 || (points.length > 1 && numbers.length < points.length) ? `+${points.length}` : numbers.join("·");
  const className = `map-pin map-point-${first.kind} ${more}${text ? "" : " is-dot"}`;
  const name = points.map((point) => `${point.number ? `${point.number}. ` : ""}${point.label}`).join(", ");
  const icon = L.divIcon({ className, html: `<span aria-hidden="true">${text}</span>`, iconSize: [Math.max(32, 18 + 9 * text.length), 32] });
  const marker = L.marker(first.place, { icon, alt: name, title: more === "is-cluster" ? `${points.length} ${several}` : "", riseOnHover: true });
  marker.on("add", () => marker.getElement().setAttribute("aria-label", name));
  return marker.bindPopup(`<ul role="list">${points.map(entry).join("")}</ul>`, { maxWidth: 260, autoPanPadding: [16, 16], closeButton: true });
}

function entry(point) {
  const name = `${point.number ? `${point.number}. ` : ""}${escaped(point.label)}`;
  const safe = /^(\/|#|\?|https?:)/.test(point.url) ? point.url : "";
  const detail = point.detail ? `<br><small class="soft">${escaped(point.detail)}</small>` : "";
  return `<li>${safe ? `<a href="${escaped(safe)}">${name}</a>` : `<strong>${name}</strong>`}${detail}</li>`;
}

function escaped(text) {
  const holder = document.createElement("span");
  holder.textContent = text;
  return holder.innerHTML.replaceAll('"', "&quot;");
}
