// Which partnerships are wanted, and what of the page is theirs.

const index = JSON.parse(document.getElementById("index").textContent);
const controls = document.getElementById("controls");
const FILTERS = ["status", "country", "dept", "kind"];
const articles = new Map();
const drawn = [];
let texts = null;

/** The elements of each partnership: its own section, and what is drawn for one or several. */
function collect() {
  for (const element of document.querySelectorAll("[data-p]")) {
    const anchors = element.dataset.p.split(" ");
    if (element.matches("article")) {
      articles.set(anchors[0], element);
    } else {
      drawn.push([element, anchors]);
    }
  }
}

/** The words of all that a section says, which are looked at where no name has what was typed. */
function said() {
  texts ??= index.partnerships.map((partnership) => {
    const found = words(articles.get(partnership.anchor).textContent, index.rules);
    return [...new Set(found)].join(" ");
  });
  return texts;
}

/** For each partnership whether it has the words, and whether they are in a name at all. */
function searched(text) {
  const typed = words(text, index.rules);
  if (!typed.length) {
    return { has: () => true, inNames: true };
  }
  const named = index.names.map((names) => names.some((name) => fitsName(name, typed, index.rules)));
  const isNamed = index.partnerships.map(({ of }) => of.some((record) => named[record]));
  if (isNamed.includes(true)) {
    return { has: (number) => isNamed[number], inNames: true };
  }
  const mentions = said().map((text) => fitsName(text, typed, index.rules));
  return { has: (number) => mentions[number], inNames: !mentions.includes(true) };
}

/** Shows what fits the controls; the rest of the list goes, the rest of the pictures fades. */
function show() {
  const search = searched(controls.q.value);
  const wanted = new Set();
  index.partnerships.forEach((partnership, number) => {
    const fits = FILTERS.every((name) => {
      const value = controls[name].value;
      return !value || [].concat(partnership[name]).includes(value);
    });
    if (fits && search.has(number)) {
      wanted.add(partnership.anchor);
    }
  });
  for (const [anchor, article] of articles) {
    article.hidden = !wanted.has(anchor);
  }
  for (const [element, anchors] of drawn) {
    element.classList.toggle("is-out", !anchors.some((anchor) => wanted.has(anchor)));
  }
  tell(wanted.size, search.inNames);
}

function tell(shown, inNames) {
  const all = index.partnerships.length;
  const found = document.getElementById("found");
  const said = inNames ? found.dataset.shown : found.dataset.mention;
  found.textContent = said.replace("{shown}", shown).replace("{all}", all);
  document.getElementById("none").hidden = shown > 0 || !all;
  for (const field of [controls.q, ...FILTERS.map((name) => controls[name])]) {
    field.classList.toggle("is-set", field.value !== "");
  }
}
