// One partnership at a time: its record takes the place of the list, and has an address of its own.

const title = document.title;

/** The record that an address means: by its anchor, or by the id of the partnership. */
function recordOf(at) {
  const known = index.partnerships.find((one) => one.anchor === at || one.id === at);
  return known ? document.getElementById(known.anchor) : null;
}

/** Show a record alone, or the list where it is null. */
function openRecord(record) {
  const before = document.querySelector(".record.is-open");
  if (before === record) {
    return;
  }
  before?.classList.remove("is-open");
  record?.classList.add("is-open");
  root.classList.toggle("is-reading", Boolean(record));
  document.title = record ? `${textOf(record.querySelector("h2"))} – ${title}` : title;
  if (record) {
    record.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
  } else if (before) {
    const line = listed.get(before.dataset.p)?.[0]?.querySelector("a");
    line?.focus();
  }
}
