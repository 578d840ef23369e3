// The note beside a cell; one script with grid.js.

function pointed(view, event) {
  if (view.tip.contains(event.target)) return; // a note may be pointed at and read in peace
  const cell = cellOf(event);
  if (cell?.place) showTip(view, cell);
  else hideTip(view);
}

function showTip(view, cell) {
  const cut = [cell, cell.firstElementChild].some((part) => part && isCut(part));
  const text = [cut ? cell.told : "", cell.note ?? ""].filter(Boolean).join("\n");
  view.tip.textContent = text;
  view.tip.hidden = !text;
  view.told = cell;
  followTip(view);
}

function followTip(view) {
  if (!view.tip.hidden) place(view.tip, view.told.getBoundingClientRect());
}

const isCut = (part) =>
  !part.matches(".edged, .edged > i") && // a line around a cell is outside it by intent
  (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1);

// Corner to corner with the cell, so that it covers neither the row nor the column one reads along.
function place(tip, cell) {
  const { offsetWidth: width, offsetHeight: height } = tip;
  const fitsRight = cell.right + width < window.innerWidth;
  const fitsBelow = cell.bottom + height < window.innerHeight;
  tip.style.left = `${Math.max(4, fitsRight ? cell.right - 3 : cell.left - width + 3)}px`;
  tip.style.top = `${Math.max(4, fitsBelow ? cell.bottom - 3 : cell.top - height + 3)}px`;
}

function hideTip(view) {
  view.tip.hidden = true;
}
