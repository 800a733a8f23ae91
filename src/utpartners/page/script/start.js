// Everything begins here.

root.classList.replace("plain", "scripted");
startTheme();
collect();
startMatrix();
startRoving();
for (const element of document.querySelectorAll(".record .back")) {
  element.hidden = false;
}
controls.hidden = !index.partnerships.length;
controls.addEventListener("submit", (event) => {
  event.preventDefault();
  const first = document.querySelector(".partner:not(.is-out) a");
  if (first && controls.q.value.trim()) {
    first.click();
  }
});
controls.addEventListener("input", changed);
controls.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const field of [controls.q, ...FILTERS.map((name) => controls[name])]) {
    field.value = "";
  }
  changed();
});
document.addEventListener("click", follow);
document.addEventListener("click", carry);
addEventListener("hashchange", read);
read();
addEventListener("load", () => setTimeout(prepare, 0));
