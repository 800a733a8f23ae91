// Opens what is linked to, and everything for the printer.

/** Bring an element into view and open what it is in; filters that hide it are dropped. */
function reveal(id) {
  const element = document.getElementById(id);
  if (!element) {
    return;
  }
  const article = element.closest("article");
  if (article?.hidden) {
    controls.reset();
  }
  for (const row of document.querySelectorAll(".is-target")) {
    row.classList.remove("is-target");
  }
  const details = element.closest("details");
  if (details) {
    details.open = true;
  }
  if (element.matches("li")) {
    element.classList.add("is-target");
    element.tabIndex = -1;
  }
  const seen = article ?? element;
  seen.scrollIntoView({ block: "start" });
  (details?.querySelector("summary") ?? element).focus({ preventScroll: true });
}

/** The printed page has all that is wanted open; afterwards it is as it was. */
function startPrinting() {
  let opened = [];
  addEventListener("beforeprint", () => {
    const folded = document.querySelectorAll("article:not([hidden]) > details:not([open])");
    folded.forEach((details) => (details.open = true));
    opened.push(...folded);
  });
  addEventListener("afterprint", () => {
    opened.forEach((details) => (details.open = false));
    opened = [];
  });
}
