// Dark or light: what the system prefers, or what the reader chose on this machine.

const CHOSEN = "utpartners-theme";
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** What the reader chose; null where nothing was, or where the browser keeps nothing. */
function chosenTheme() {
  try {
    return localStorage.getItem(CHOSEN);
  } catch {
    return null;
  }
}

function isDark() {
  return root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches;
}

function showTheme(button) {
  const chosen = root.dataset.theme ?? chosenTheme();
  if (chosen === "dark" || chosen === "light") {
    root.dataset.theme = chosen;
  }
  button.textContent = isDark() ? button.dataset.light : button.dataset.dark;
}

function startTheme() {
  const button = document.getElementById("theme");
  button.hidden = false;
  showTheme(button);
  prefersDark.addEventListener("change", () => showTheme(button));
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem(CHOSEN, root.dataset.theme);
    } catch {
      // It holds for this visit.
    }
    showTheme(button);
  });
}
