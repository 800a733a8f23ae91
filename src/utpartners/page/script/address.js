// The state of the filters in the address, so that a view can be linked: #status=primary&at=p-anu.

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

/** What an address asks for: filters, and the element to be seen. */
function asked() {
  const text = location.hash.slice(1);
  if (text.includes("=")) {
    const state = new URLSearchParams(text);
    return { state, at: state.get("at") };
  }
  try {
    return { state: null, at: decodeURIComponent(text) };
  } catch {
    return { state: null, at: "" };
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
  if (state || !location.hash) {
    for (const name of ["q", ...FILTERS]) {
      controls[name].value = state?.get(name) ?? "";
      if (controls[name].selectedIndex === -1) {
        controls[name].value = "";
      }
    }
    show();
  }
  if (at) {
    reveal(at);
  }
}

/** A link inside the page keeps the filters that are set. */
function follow(event) {
  const link = event.target.closest?.("a[href^='#']");
  const state = stated();
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) {
    return;
  }
  const at = decodeURIComponent(link.getAttribute("href").slice(1));
  if (state.size) {
    event.preventDefault();
    state.set("at", at);
    if (location.hash === `#${state}`) {
      reveal(at);
    } else {
      location.hash = state;
    }
  } else if (location.hash.slice(1) === link.getAttribute("href").slice(1)) {
    reveal(at);
  }
}
