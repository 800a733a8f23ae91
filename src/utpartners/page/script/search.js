// One search over everything that is said of a partnership; each hit says why it was found.

const index = JSON.parse(document.getElementById("index").textContent);

const FIELDS = ["names", "places", "departments", "titles", "texts"];
const BOOST = { names: 10, places: 6, departments: 4, titles: 2, texts: 1 };
/** Letters from which on a word may be misspelt, and the share of them that may differ. */
const LONG_ENOUGH = 4;
const MISSPELT = 0.25;
/** Milliseconds of work at a time before a search is asked for. */
const SLICE = 12;

let engine = null;
const documents = [];

/** The text of an element; empty where there is none. */
const textOf = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";

/** What a partnership is found by, as lists of texts by field. */
function collected(partnership, id) {
  const named = (numbers) => numbers.flatMap((number) => index.names[number]);
  const record = document.getElementById(partnership.anchor);
  const activities = [...record.querySelectorAll(".activity")];
  return {
    id,
    names: named(partnership.names),
    places: [...partnership.cities, ...named(partnership.places)],
    departments: named(partnership.departments),
    titles: activities.map((one) => textOf(one.querySelector("b"))),
    texts: activities.map((one) => textOf(one)).concat(textOf(record.querySelector(".of"))),
  };
}

/** The words of a text; of a script without blanks, each two letters that follow each other. */
function terms(text) {
  return words(text, index.rules).flatMap((word) => {
    const letters = [...word];
    if (letters.length < 3 || !letters.every((one) => isUnspaced(one, index.rules))) {
      return [word];
    }
    return letters.slice(1).map((letter, n) => letters[n] + letter);
  });
}

/** The words of the entries of a field, and of each entry all words as one: GS A&S is GSAS too. */
function indexed(text) {
  return text.split("\n").flatMap((entry) => {
    const found = terms(entry);
    return found.length > 1 && found.length < 5 ? [...found, words(entry, index.rules).join("")] : found;
  });
}

/** The engine with all partnerships, or with as many more as it can take until a time. */
function started(until = Infinity) {
  engine ??= new MiniSearch({
    fields: FIELDS,
    extractField: (one, field) => (field === "id" ? one.id : one[field].join("\n")),
    tokenize: indexed,
    searchOptions: { tokenize: terms },
    processTerm: (term) => term,
  });
  while (documents.length < index.partnerships.length && performance.now() < until) {
    const id = documents.length;
    documents.push(collected(index.partnerships[id], id));
    engine.add(documents[id]);
  }
  return engine;
}

/** Prepares the engine bit by bit while nothing else is done, so that the first letter is quick. */
function prepare() {
  started(performance.now() + SLICE);
  if (documents.length < index.partnerships.length) {
    setTimeout(prepare, SLICE);
  }
}

/**
 * What is found for a text: the number of each partnership with what matched, the best first.
 *
 * `similar` is the word that was found instead, where nothing has the words as they were typed.
 */
function searched(text) {
  if (!words(text, index.rules).length) {
    return null;
  }
  const options = { combineWith: "AND", boost: BOOST, prefix: true };
  let hits = started().search(text, options);
  if (!hits.length) {
    hits = engine.search(words(text, index.rules).join(""), { ...options, prefix: false });
  }
  let similar = "";
  if (!hits.length) {
    const fuzzy = (term) => (term.length >= LONG_ENOUGH ? MISSPELT : false);
    hits = engine.search(text, { ...options, fuzzy, prefix: false });
    similar = hits.length ? instead(text, hits[0]) : "";
  }
  const found = hits.map((hit) => ({ number: hit.id, terms: hit.terms, match: hit.match }));
  return { hits: found, similar };
}

/** The words that were found, in place of those that were typed. */
function instead(text, hit) {
  const own = documents[hit.id];
  const found = new Set(hit.terms);
  for (const field of FIELDS) {
    for (const entry of own[field]) {
      const shown = entry.split(/\s+/).filter((word) => terms(word).some((one) => found.has(one)));
      if (shown.length >= words(text, index.rules).length && field !== "texts") {
        return shown.join(" ");
      }
    }
  }
  return hit.terms.join(" ");
}

/** The field and the text that say why something was found: a name before a place, and so on. */
function reason(hit) {
  const own = documents[hit.number];
  const field = FIELDS.find((name) => Object.values(hit.match).some((all) => all.includes(name)));
  const count = (entry) => {
    const known = new Set(terms(entry));
    return hit.terms.filter((term) => known.has(term)).length;
  };
  let best = { count: 0, text: "" };
  for (const text of own[field]) {
    const one = { count: count(text), text };
    best = one.count > best.count ? one : best;
  }
  return { field, text: best.text };
}

const LONGEST = 120;

/** A text with the words that were found marked; of a long one, what is around the first. */
function markedText(text, found) {
  const wanted = new Set(found);
  const parts = text.split(/(\s+)/);
  const isFound = (part) => terms(part).some((term) => wanted.has(term));
  const first = Math.max(parts.findIndex(isFound), 0);
  let start = 0;
  if (text.length > LONGEST) {
    start = Math.max(0, first - 8);
  }
  const element = document.createDocumentFragment();
  element.append(start ? "… " : "");
  let length = 0;
  for (const part of parts.slice(start)) {
    if (length > LONGEST) {
      element.append("…");
      break;
    }
    length += part.length;
    if (part.trim() && isFound(part)) {
      const mark = document.createElement("mark");
      mark.textContent = part;
      element.append(mark);
    } else {
      element.append(part);
    }
  }
  return element;
}
