// Everything begins here.

root.classList.replace("plain", "scripted");
startTheme();
collect();
startMatrix();
startNetwork();
startPrinting();
controls.hidden = !index.partnerships.length;
controls.addEventListener("submit", (event) => event.preventDefault());
controls.addEventListener("input", () => {
  show();
  write();
});
controls.addEventListener("reset", () => {
  for (const field of [controls.q, ...FILTERS.map((name) => controls[name])]) {
    field.value = "";
  }
  show();
  write();
});
document.addEventListener("click", follow);
addEventListener("hashchange", read);
show();
read();
addEventListener("load", read); // the browser's own scrolling to a fragment comes in between
