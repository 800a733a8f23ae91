// Cells of the matrix and marks of the map, reached with the arrow keys.

/** Marks the row and column of a cell of the matrix, and says in words what it says. */
function mark(table, cell) {
  for (const hot of table.querySelectorAll(".hot")) {
    hot.classList.remove("hot");
  }
  const said = document.getElementById("said");
  said.textContent = "";
  if (!cell) {
    return;
  }
  const row = cell.parentElement;
  for (const one of row.cells) {
    one.classList.add("hot");
  }
  for (const one of table.rows) {
    one.cells[cell.cellIndex]?.classList.add("hot");
  }
  const head = table.tHead.rows[0].cells[cell.cellIndex];
  if (cell.matches("td") && head.dataset.name && row.parentElement.matches("tbody")) {
    said.textContent = sentence(table, cell)
      .replace("{row}", () => row.cells[0].dataset.name)
      .replace("{column}", () => head.dataset.name);
  }
}

function sentence(table, cell) {
  if (table.matches(".of-countries")) {
    return table.dataset.count.replace("{count}", cell.textContent.trim() || "0");
  }
  return cell.matches(".yes") ? table.dataset.together : table.dataset.apart;
}

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** One cell at a time can be reached with Tab; the arrow keys go from it to the others. */
function move(event, table) {
  const cell = event.target.closest("td");
  if (!cell || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const last = cell.parentElement.cells.length - 1;
  let [row, column] = [cell.parentElement.rowIndex, cell.cellIndex];
  if (event.key === "Home") {
    column = 1;
  } else if (event.key === "End") {
    column = last;
  } else if (STEPS[event.key]) {
    row = Math.min(Math.max(row + STEPS[event.key][0], 1), table.rows.length - 1);
    column = Math.min(Math.max(column + STEPS[event.key][1], 1), last);
  } else {
    return;
  }
  event.preventDefault();
  const next = table.rows[row].cells[column];
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function startMatrix() {
  const table = document.querySelector("table.matrix");
  if (!table) {
    return;
  }
  table.setAttribute("role", "grid");
  document.getElementById("matrix-how").hidden = false;
  table.tBodies[0].rows[0].cells[1].tabIndex = 0;
  const pointed = (event) => mark(table, event.target.closest("td, th"));
  table.addEventListener("pointerover", pointed);
  table.addEventListener("focusin", pointed);
  table.addEventListener("pointerleave", () => mark(table, null));
  table.addEventListener("focusout", () => mark(table, null));
  table.addEventListener("keydown", (event) => move(event, table));
}
