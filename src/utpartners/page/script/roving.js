// Links of which one at a time can be reached with Tab; the arrow keys lead to the others.

/** Links in the list up to which each of them can be reached with Tab. */
const MOST_STOPS = 24;

/** The links of the list that are shown. */
function listLinks() {
  return [...document.querySelectorAll(".partner:not(.is-out) a")];
}

/** Let Tab reach one link of the list where there are many, and all of them where there are few. */
function reach() {
  const links = listLinks();
  const areMany = links.length > MOST_STOPS;
  const known = links.find((link) => link.getAttribute("tabindex") === "0");
  links.forEach((link, n) => {
    if (areMany) {
      link.tabIndex = link === (known ?? links[0]) ? 0 : -1;
    } else {
      link.removeAttribute("tabindex");
    }
  });
  document.getElementById("list-how").hidden = !areMany;
}

/** Let the arrow keys, Home and End lead from one link to another, if Tab does not. */
function rove(element, links) {
  element?.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(event.target.closest("a"));
    const step = STEPS[event.key];
    const to = { Home: 0, End: all.length - 1 }[event.key]
      ?? (step && (at + step[0] + step[1] + all.length) % all.length);
    const isWanted = at >= 0 && to !== undefined && all[at].hasAttribute("tabindex");
    if (!isWanted || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    all[at].setAttribute("tabindex", "-1");
    all[to].setAttribute("tabindex", "0");
    all[to].focus();
  });
}

function startRoving() {
  const marks = [...document.querySelectorAll("#map svg a")];
  marks.forEach((link, n) => link.setAttribute("tabindex", n ? "-1" : "0"));
  rove(document.getElementById("map"), () => marks);
  rove(document.querySelector(".lists"), listLinks);
  reach();
}
