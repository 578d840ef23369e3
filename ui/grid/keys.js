// Choosing a cell by click and key, and moving between cells; one script with grid.js.

function activate(view, cell) {
  if (!cell?.key) return;
  hideTip(view);
  returnFocus(view);
  view.send(cell.key);
}

// A dialog that a cell opened gives the focus back to the page, not into this table: hand it on.
function returnFocus(view) {
  let opened = false;
  view.dialogs?.disconnect();
  view.dialogs = new MutationObserver(() => {
    if (document.querySelector('[role="dialog"]')) opened = true;
    else if (opened) {
      view.dialogs.disconnect();
      setTimeout(() => document.activeElement === document.body && view.roving?.focus(), 50);
    }
  });
  view.dialogs.observe(document.body, { childList: true, subtree: true });
}

// After new data the same cell is held: by its key where it has one, otherwise by its place.
function settle(view, key, hadFocus) {
  const all = view.lines.flat();
  const [row, column] = view.at;
  const inside = all.filter((cell) => cell.matches("td:not(.first)"));
  const start = view.edit && all.find((cell) => cell.key === "r0");
  const first = start || (inside.find((cell) => cell.key) ?? inside[0] ?? all[0]);
  const cell = (key && all.find((one) => one.key === key)) || (view.held && view.lines[row]?.[column]) || first;
  if (!cell) return;
  hold(view, cell);
  if (hadFocus) cell.focus({ preventScroll: true });
}

function hold(view, cell) {
  if (view.roving) view.roving.tabIndex = -1;
  view.roving = cell;
  cell.tabIndex = 0;
  view.at = cell.place;
}

function focused(view, cell) {
  if (!cell?.place) return;
  view.held = true;
  hold(view, cell);
  if (cell.matches(":focus-visible")) showTip(view, cell);
}

function keyed(view, event) {
  const cell = cellOf(event);
  if (!cell?.place) return;
  if (view.edit && editKey(view, cell, event)) return;
  if (event.altKey || event.metaKey) return;
  if (event.key === "Escape") return hideTip(view);
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    return activate(view, cell);
  }
  const next = target(view, cell, event.key, event.ctrlKey);
  if (!next) return;
  event.preventDefault();
  goTo(next);
}

function goTo(cell) {
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function target(view, cell, key, whole) {
  const { lines } = view;
  const [row, start] = cell.place;
  const line = lines[row];
  const last = lines.length - 1;
  switch (key) {
    case "ArrowLeft": return line[start - 1];
    case "ArrowRight": return line[line.lastIndexOf(cell) + 1];
    case "ArrowUp": return lines[row - 1]?.[start];
    case "ArrowDown": return lines[row + 1]?.[start];
    case "PageUp": return lines[Math.max(0, row - 10)][start];
    case "PageDown": return lines[Math.min(last, row + 10)][start];
    case "Home": return whole ? lines[0][0] : line[0];
    case "End": return whole ? lines[last].at(-1) : line.at(-1);
    default: return undefined;
  }
}
