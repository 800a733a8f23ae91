// Which partnerships are wanted, and what of the page is theirs.

const controls = document.getElementById("controls");
const FILTERS = ["status", "country", "dept", "kind"];
const listed = new Map();
const others = [];
/** The lines that say why they were found. */
const explained = new Set();
/** Hits that are explained before anything else is done, and the timer of the others. */
const AT_ONCE = 60;
let waiting = 0;

/** The lines of each partnership in the list, and what else of the page is theirs. */
function collect() {
  for (const element of document.querySelectorAll("[data-p]")) {
    const anchors = element.dataset.p.split(" ");
    if (element.matches(".partner")) {
      listed.set(anchors[0], [...(listed.get(anchors[0]) ?? []), element]);
    } else if (!element.matches(".record")) {
      others.push([element, anchors]);
    }
  }
}

/** Whether a partnership passes the filters, all of them or all but one. */
function passes(partnership, but = "") {
  return FILTERS.every((one) => {
    const wanted = one === but ? "" : controls[one].value;
    return !wanted || [].concat(partnership[one]).includes(wanted);
  });
}

/** Shows what fits the controls, wherever it is on the page. */
function show() {
  const found = searched(controls.q.value);
  const hits = new Map((found?.hits ?? []).map((hit) => [hit.number, hit]));
  const isHit = (number) => !found || hits.has(number);
  const wanted = new Set();
  index.partnerships.forEach((partnership, number) => {
    const isWanted = isHit(number) && passes(partnership);
    if (isWanted) {
      wanted.add(partnership.anchor);
    }
    for (const line of listed.get(partnership.anchor) ?? []) {
      line.classList.toggle("is-out", !isWanted);
    }
  });
  explainAll(found?.hits ?? []);
  rank(found ? found.hits.map((hit) => index.partnerships[hit.number].anchor) : null);
  const kind = controls.kind.value;
  const dept = controls.dept.value;
  for (const [element, anchors] of others) {
    const isOfKind = !kind || !element.dataset.k || element.dataset.k === kind;
    const isOut = !isOfKind || !anchors.some((anchor) => wanted.has(anchor));
    element.classList.toggle("is-out", isOut);
  }
  for (const row of document.querySelectorAll("[data-d]")) {
    row.classList.toggle("is-out", Boolean(dept) && row.dataset.d !== `d-${dept}`);
  }
  for (const group of document.querySelectorAll(".group, .year")) {
    const lines = [...group.querySelectorAll("li")];
    const shown = lines.filter((line) => !line.classList.contains("is-out")).length;
    group.classList.toggle("is-out", !shown);
    group.querySelector(".number").textContent = shown;
  }
  recount(isHit);
  reach();
  tell(wanted.size, found);
}

/** The lines in the order of a search within their groups; null for that of the catalogue. */
function rank(anchors) {
  const ranks = new Map(anchors?.map((anchor, n) => [anchor, n]));
  for (const group of document.querySelectorAll(".group ul")) {
    const lines = [...group.children];
    const place = (line) => ranks.get(line.dataset.p) ?? ranks.size + Number(line.dataset.n);
    for (const [n, line] of lines.entries()) {
      line.dataset.n ??= n;
    }
    const ordered = [...lines].sort((one, other) => place(one) - place(other));
    // Lines that are moved, even to where they are, are laid out again.
    if (ordered.some((line, n) => line !== lines[n])) {
      group.append(...ordered);
    }
  }
}

/** Says in the lines of hits why they were found: at once in the first, soon in all others. */
function explainAll(hits) {
  clearTimeout(waiting);
  for (const line of explained) {
    const name = line.querySelector("a");
    line.querySelector(".why")?.remove();
    name.replaceChildren(textOf(name));
  }
  explained.clear();
  const explainFrom = (start) => {
    for (const hit of hits.slice(start, start + AT_ONCE)) {
      for (const line of listed.get(index.partnerships[hit.number].anchor) ?? []) {
        explain(line, hit);
      }
    }
    if (start + AT_ONCE < hits.length) {
      waiting = setTimeout(explainFrom, 0, start + AT_ONCE);
    }
  };
  explainFrom(0);
}

/** Says in a line of the list why it was found, where its name does not say it. */
function explain(line, hit) {
  const name = line.querySelector("a");
  explained.add(line);
  name.replaceChildren(markedText(textOf(name), hit.terms));
  if (name.querySelector("mark")) {
    return;
  }
  const why = reason(hit);
  const said = document.createElement("p");
  said.className = "why";
  const [before, after] = document.getElementById("partners").dataset[why.field].split("{text}");
  said.append(before, markedText(why.text, hit.terms), after);
  line.append(said);
}

/** The number of partnerships that each choice of a filter would leave. */
function recount(isHit) {
  for (const name of ["country", "dept", "kind"]) {
    const counts = new Map();
    for (const [number, one] of index.partnerships.entries()) {
      for (const value of isHit(number) && passes(one, name) ? new Set(one[name]) : []) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    for (const option of controls[name].options) {
      if (option.value) {
        option.textContent = `${option.dataset.text} (${counts.get(option.value) ?? 0})`;
      }
    }
  }
}

function tell(shown, found) {
  const all = index.partnerships.length;
  const line = document.getElementById("found");
  const text = controls.q.value.trim();
  const isFiltered = FILTERS.some((name) => controls[name].value);
  const fill = (said, values) => said.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  line.classList.toggle("is-empty", Boolean(text || isFiltered) && !shown);
  document.getElementById("show-all").hidden = !text && !isFiltered;
  if (found?.similar) {
    const [before, after] = fill(line.dataset.similar, { text, similar: "\n" }).split("\n");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = found.similar;
    button.addEventListener("click", () => {
      controls.q.value = found.similar;
      changed();
      controls.q.focus();
    });
    line.replaceChildren(before, button, after);
  } else if (found && !found.hits.length) {
    line.textContent = fill(line.dataset.none, { text });
  } else if (!shown && isFiltered) {
    line.textContent = line.dataset.empty;
  } else {
    line.textContent = text || isFiltered ? fill(line.dataset.shown, { shown, all }) : "";
  }
  for (const field of [controls.q, ...FILTERS.map((name) => controls[name])]) {
    field.classList.toggle("is-set", field.value !== "");
  }
}

/** The controls were changed: show what fits, and keep it in the address. */
function changed() {
  show();
  write();
}
