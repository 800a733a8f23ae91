// The state of the page in its address, so that a view can be linked: #anu, #country=SE, ?q=eth.

/** The filters that are set, as the part of an address after #. */
function stated() {
  const state = new URLSearchParams();
  for (const name of ["q", ...FILTERS]) {
    if (controls[name].value.trim()) {
      state.set(name, controls[name].value.trim());
    }
  }
  return state;
}

/** What an address asks for: filters, and a record or a section to be seen. */
function asked() {
  const text = location.hash.slice(1);
  if (text.includes("=")) {
    const state = new URLSearchParams(text);
    return { state, at: state.get("at") };
  }
  const state = text ? null : new URLSearchParams(location.search);
  try {
    return { state, at: decodeURIComponent(text) };
  } catch {
    return { state, at: "" };
  }
}

/** Keep the filters in the address without a step back for each letter typed. */
function write() {
  const state = stated().toString();
  history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
}

/** Bring the page to the state of its address. */
function read() {
  const { state, at } = asked();
  if (state) {
    for (const name of ["q", ...FILTERS]) {
      controls[name].value = state.get(name) ?? "";
      if (controls[name].selectedIndex === -1) {
        controls[name].value = "";
      }
    }
    show();
  }
  const record = recordOf(at);
  openRecord(record);
  if (at && !record) {
    const element = document.getElementById(at);
    const dept = at.startsWith("d-") ? at.slice(2) : "";
    if (dept && [...controls.dept.options].some((one) => one.value === dept)) {
      controls.dept.value = dept;
      show();
    }
    element?.scrollIntoView({ block: "start" });
  }
}

/** A link to the page in another language shows the same there. */
function carry(event) {
  const link = event.target.closest?.("a[hreflang]");
  if (link) {
    link.search = location.search;
    link.hash = location.hash;
  }
}

/** A link inside the page keeps the filters that are set. */
function follow(event) {
  const link = event.target.closest?.("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) {
    return;
  }
  const at = decodeURIComponent(link.getAttribute("href").slice(1));
  const record = recordOf(at);
  const known = record && index.partnerships.find((one) => one.anchor === record.id);
  const state = stated();
  if (link.closest(".back")) {
    event.preventDefault();
    location.hash = state.size ? state : "partners";
  } else if (state.size) {
    event.preventDefault();
    state.set("at", known ? known.id : at);
    location.hash = state;
  } else if (known && !known.id.includes("=")) {
    event.preventDefault();
    location.hash = encodeURIComponent(known.id);
  }
}
