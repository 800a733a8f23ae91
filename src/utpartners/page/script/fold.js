// Names under their normal form: the same as utpartners.normalize, whose tables the page was given.

/** Whether a character is one that nobody sees, or does not type. */
function isDropped(code, rules) {
  return code > 0xac && rules.dropped.some(([first, last]) => first <= code && code <= last);
}

/** A letter of lower case as it is compared: nothing where it is dropped, hiragana as katakana. */
function compared(letter, rules) {
  const code = letter.codePointAt(0);
  if (isDropped(code, rules)) {
    return "";
  }
  if (Object.hasOwn(rules.letters, letter)) {
    return rules.letters[letter];
  }
  const [first, last, distance] = rules.hiragana;
  return first <= code && code <= last ? String.fromCodePoint(code + distance) : letter;
}

/** Lower case in one kana, without accents and width; marks that make other letters stay. */
function folded(text, rules) {
  let bare = "";
  for (const letter of text.replaceAll(rules.acute, "'").normalize("NFKD")) {
    const low = rules.folds[letter.codePointAt(0).toString(16)] ?? letter.toLowerCase();
    for (const one of low) {
      bare += compared(one, rules);
    }
  }
  return bare.normalize("NFKC");
}

/** The words that matter, in their order; empty for text without letters or digits. */
function words(text, rules) {
  const joined = folded(text, rules).replace(/(?<=[\p{L}\p{N}_])[&'.`](?=[\p{L}\p{N}_])/gu, "");
  const found = joined.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const wanted = found.filter((word) => !rules.fillers.includes(word));
  return wanted.length ? wanted : found;
}

/** Whether a letter is of a script that writes words without blanks between them. */
function isUnspaced(letter, rules) {
  const code = letter.codePointAt(0);
  return rules.unspaced.some(([first, last]) => first <= code && code <= last);
}
