// Escape closes what is shown beside a reference; "Stelle zeigen" opens its chain in place instead of on a page of its own.
// Without this script both still work: the first until pointer or focus leaves, the second as a link.

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const verweis of document.querySelectorAll(".vk:hover, .vk:focus-within")) verweis.dataset.zu = "";
});
for (const name of ["pointerout", "focusout"]) {
  document.addEventListener(name, (event) => {
    const verweis = event.target.closest?.(".vk");
    if (verweis && !verweis.contains(event.relatedTarget)) delete verweis.dataset.zu;
  });
}

let geoeffnet = 0;

// The same passage may be open twice, and an id must stay the only one of its name.
function withOwnIds(kette) {
  geoeffnet += 1;
  for (const element of [kette, ...kette.querySelectorAll("[id], [aria-describedby]")]) {
    if (element.id) element.id += `-${geoeffnet}`;
    const karte = element.getAttribute("aria-describedby");
    if (karte) element.setAttribute("aria-describedby", `${karte}-${geoeffnet}`);
  }
  return kette;
}

async function load(adresse) {
  const antwort = await fetch(adresse);
  if (!antwort.ok) throw new Error(antwort.status);
  const seite = new DOMParser().parseFromString(await antwort.text(), "text/html");
  return withOwnIds(document.importNode(seite.getElementById("kette"), true));
}

async function open(link) {
  link.setAttribute("aria-busy", "true");
  try {
    const hier = document.createElement("div");
    hier.className = "kette-hier";
    hier.append(await load(link.href));
    link.closest("p").after(hier);
    link.kette = hier;
    link.setAttribute("aria-expanded", "true");
  } catch {
    location.assign(link.href);
  } finally {
    link.removeAttribute("aria-busy");
  }
}

for (const link of document.querySelectorAll(".auf")) {
  link.setAttribute("role", "button");
  link.setAttribute("aria-expanded", "false");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.hasAttribute("aria-busy")) return;
    if (!link.kette) return void open(link);
    link.kette.hidden = !link.kette.hidden;
    link.setAttribute("aria-expanded", String(!link.kette.hidden));
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
}
