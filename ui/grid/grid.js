// Draws a grid as a real table and answers clicks and keys (keys.js, note.js, edit.js). Texts enter by textContent only.

const BOX = /^(level|zone|light|edge|share|count|mark$|missing$|struck$)/;
const WIDTHS = { boxes: [34, 40, 56], large: [76, 80, 96] }; // narrowest, usual, widest
const LEAST = 29; // boxes get this narrow where all of them fit then, and on a telephone
const SMALL = 560; // below this width the first column is kept short

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".kb-grid");
  const view = root.view ?? (root.view = start(root));
  view.send = (key) => setTriggerValue("activated", key);
  view.pick = (said) => setTriggerValue("picked", said);
  const signature = JSON.stringify(data);
  if (signature !== view.signature) {
    view.signature = signature;
    redraw(view, data);
  }
  return view.stop;
}

function start(root) {
  const view = { root, scroll: root.querySelector(".scroll"), tip: root.querySelector(".tip"), at: [0, 0] };
  const sizes = new ResizeObserver(() => fit(view));
  sizes.observe(view.scroll);
  const follow = () => followTip(view);
  document.addEventListener("scroll", follow, { capture: true, passive: true });
  view.stop = () => {
    sizes.disconnect();
    view.dialogs?.disconnect();
    document.removeEventListener("scroll", follow, { capture: true });
  };
  root.addEventListener("click", (event) => (view.edit ? clicked(view, event) : activate(view, cellOf(event))));
  root.addEventListener("keydown", (event) => keyed(view, event));
  root.addEventListener("focusin", (event) => focused(view, cellOf(event)));
  root.addEventListener("focusout", () => hideTip(view));
  root.addEventListener("pointerdown", (event) => pressed(view, event));
  root.addEventListener("pointerover", (event) => {
    pointed(view, event);
    dragged(view, event);
  });
  root.addEventListener("pointerleave", () => hideTip(view));
  view.scroll.addEventListener("scroll", () => {
    follow();
    showEdges(view);
  });
  return view;
}

const cellOf = (event) => event.target.closest?.("td, th") ?? null;

// ---- drawing ----

function redraw(view, { grid, height, colours, edit }) {
  for (const [name, colour] of Object.entries(colours)) view.root.style.setProperty(name, colour);
  for (const style of ["sheet", "large"]) view.root.classList.toggle(style, grid.style === style);
  view.scroll.style.maxHeight = height ? `${height}px` : "";
  const held = view.root.getRootNode().activeElement;
  const hadFocus = Boolean(held && view.scroll.contains(held));
  const { scrollLeft, scrollTop } = view.scroll;
  hideTip(view);
  view.grid = grid;
  view.boxes = columnsWith(grid, BOX);
  view.sums = columnsWith(grid, /^strong$/);
  view.lines = [];
  view.scroll.replaceChildren(table(view));
  listOnPaper(view, grid.printed);
  editing(view, edit);
  fit(view);
  view.scroll.scrollLeft = scrollLeft;
  view.scroll.scrollTop = scrollTop;
  settle(view, held?.key, hadFocus);
}

function table(view) {
  const { grid } = view;
  const drawn = document.createElement("table");
  drawn.setAttribute("role", "grid");
  drawn.setAttribute("aria-label", grid.caption);
  drawn.setAttribute("aria-readonly", "true");
  drawn.setAttribute("aria-rowcount", grid.head.length + grid.rows.length);
  drawn.setAttribute("aria-colcount", grid.columns + 1);
  const head = drawn.createTHead();
  grid.head.forEach((row) => headRow(view, head.insertRow(), row));
  const body = drawn.createTBody();
  grid.rows.forEach((row) => bodyRow(view, body.insertRow(), row));
  return drawn;
}

// A column is one of boxes when a coloured cell stands in it: all such columns are equally wide.
function columnsWith(grid, looks) {
  const found = Array.from({ length: grid.columns }, () => false);
  for (const row of grid.rows) row.cells.forEach(([, look], column) => (found[column] ||= looks.test(look)));
  return found;
}

function headRow(view, line, row) {
  const { gaps } = view.grid;
  line.className = row.look;
  open(view, line);
  add(view, line, [row.label, "head"], 0, row.label ? "row" : null).classList.add("first");
  let column = 0;
  row.cells.forEach((cell, index) => {
    const span = row.spans[index];
    if (gaps.includes(column)) gap(line);
    const inner = gaps.filter((start) => start > column && start < column + span).length;
    const drawn = add(view, line, cell, column + 1, "col", span);
    drawn.colSpan = span + inner;
    if (span > 1) drawn.scope = "colgroup";
    if (view.boxes[column] && span === 1) drawn.classList.add("box");
    if (view.boxes[column]) fold(drawn);
    else if (view.sums[column]) drawn.classList.add("sum");
    column += span;
  });
}

function bodyRow(view, line, row) {
  line.className = row.kind;
  line.classList.toggle("chosen", row.chosen);
  open(view, line);
  add(view, line, row.header, 0, "row").classList.add("first");
  row.cells.forEach((cell, column) => {
    if (view.grid.gaps.includes(column)) gap(line);
    const drawn = add(view, line, cell, column + 1, null);
    drawn.classList.toggle("box", view.boxes[column]);
    drawn.classList.toggle("still", cell[1] === "arrow" && cell[0] === "·");
  });
}

function open(view, line) {
  view.lines.push([]);
  line.setAttribute("aria-rowindex", view.lines.length);
}

function add(view, line, [text, look, key, note, spoken, marked, below, edges], column, scope, span = 1) {
  const cell = document.createElement(scope ? "th" : "td");
  cell.textContent = text;
  cell.className = look;
  cell.tabIndex = -1;
  if (scope) cell.scope = scope;
  cell.setAttribute("aria-colindex", column + 1);
  if (key) Object.assign(cell, { key }).classList.add("acts");
  if (note) Object.assign(cell, { note }).setAttribute("aria-description", note);
  if (spoken) cell.setAttribute("aria-label", spoken);
  if (marked) cell.classList.add("marked");
  if (below) cell.append(" ", second(below));
  if (edges) draw(cell, edges.split(" "));
  cell.told = text;
  cell.place = [view.lines.length - 1, column];
  for (let across = 0; across < span; across += 1) view.lines.at(-1)[column + across] = cell;
  line.append(cell);
  return cell;
}

function second(text) {
  const line = document.createElement("small");
  line.textContent = text;
  return line;
}

// The parts of lines along a cell lie in the gaps around it, so that they meet their neighbours'.
function draw(cell, edges) {
  cell.classList.add("edged");
  for (const edge of edges) {
    const part = document.createElement("i");
    part.className = edge.replace("-", " ");
    part.setAttribute("aria-hidden", "true");
    cell.append(part);
  }
}

function gap(line) {
  const cell = document.createElement("td");
  cell.className = "gap";
  cell.setAttribute("role", "presentation");
  line.append(cell);
}

function fold(heading) {
  const inner = document.createElement("span");
  inner.className = "fit";
  inner.textContent = heading.textContent;
  heading.replaceChildren(inner);
}

// ---- width ----

// As wide as the headings ask for, as narrow as the room demands; headings that no longer fit are turned.
function fit(view) {
  const { grid, boxes, scroll, root } = view;
  if (!grid || !scroll.clientWidth) return;
  const count = boxes.filter(Boolean).length;
  root.classList.toggle("small", scroll.clientWidth < SMALL);
  if (count && grid.style in WIDTHS) {
    const [narrow, usual, widest] = WIDTHS[grid.style];
    const least = grid.style === "boxes" ? LEAST : narrow;
    const asked = Math.max(...grid.head.map((row) => longestWord(row, boxes)), 0) * 6 + 8;
    root.style.setProperty("--cell", `${least}px`);
    const room = least + Math.floor((scroll.clientWidth - scroll.firstChild.offsetWidth) / count);
    const squeeze = room >= least || root.classList.contains("small");
    const width = Math.max(squeeze ? least : narrow, Math.min(room, widest, Math.max(asked, usual)));
    root.style.setProperty("--cell", `${width}px`);
    grid.head.forEach((row, index) => {
      const turn = longestWord(row, boxes) * 6 > width + 2;
      scroll.firstChild.tHead.rows[index].classList.toggle("turned", turn);
    });
  }
  showEdges(view);
  const corner = scroll.querySelector(".first");
  scroll.style.scrollPaddingLeft = `${(corner?.offsetWidth ?? 0) + 8}px`;
  scroll.style.scrollPaddingTop = `${scroll.firstChild.tHead.offsetHeight + 8}px`;
}

// A line where the grid goes on, since many systems hide the scrollbars.
function showEdges({ root, scroll }) {
  const left = scroll.scrollWidth - scroll.clientWidth - scroll.scrollLeft;
  root.classList.toggle("more-below", scroll.scrollHeight - scroll.clientHeight - scroll.scrollTop > 2);
  root.classList.toggle("more-right", left > 2);
}

function longestWord(row, boxes) {
  let column = 0;
  let longest = 0;
  row.cells.forEach(([text], index) => {
    const single = row.spans[index] === 1 && boxes[column];
    if (single) longest = Math.max(longest, ...text.split(" ").map((word) => word.length));
    column += row.spans[index];
  });
  return longest;
}
