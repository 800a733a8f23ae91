// One search over everything that is said of a partnership; each hit says why it was found.

const index = JSON.parse(document.getElementById("index").textContent);

const FIELDS = ["names", "places", "departments", "titles", "texts"];
const BOOST = { names: 10, places: 6, departments: 4, titles: 2, texts: 1 };
/** Letters from which on a word may be misspelt, and the share of them that may differ. */
const LONG_ENOUGH = 4;
const MISSPELT = 0.25;

let engine = null;
let documents = null;

/** The text of an element; empty where there is none. */
const textOf = (element) => element?.textContent.trim().replace(/\s+/g, " ") ?? "";

/** What a partnership is found by, as lists of texts by field. */
function collected() {
  return index.partnerships.map((partnership, id) => {
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
  });
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

/** The engine, made when something is searched for the first time. */
function started() {
  if (!engine) {
    documents = collected();
    engine = new MiniSearch({
      fields: FIELDS,
      extractField: (one, field) => (field === "id" ? one.id : one[field].join("\n")),
      tokenize: indexed,
      searchOptions: { tokenize: terms },
      processTerm: (term) => term,
    });
    engine.addAll(documents);
  }
  return engine;
}

/**
 * What is found for a text: the number and reason of each partnership, the best first.
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
  return { hits: hits.map((hit) => ({ number: hit.id, why: reason(hit) })), similar };
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
  const own = documents[hit.id];
  const field = FIELDS.find((name) => Object.values(hit.match).some((all) => all.includes(name)));
  const count = (entry) => {
    const known = new Set(terms(entry));
    return hit.terms.filter((term) => known.has(term)).length;
  };
  const entry = own[field].reduce((best, one) => (count(one) > count(best) ? one : best), "");
  return { field, text: entry, terms: hit.terms };
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
