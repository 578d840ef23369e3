// Choosing whole rows and columns of a sheet and saying what they are; one script with grid.js and keys.js.

const HANDLE = /^([rc])(\d+)$/; // the keys of row numbers and column letters
const ARROWS = /^Arrow(Up|Down|Left|Right)$/;

function handleOf(cell) {
  const found = HANDLE.exec(cell?.key ?? "");
  return found && { cell, axis: found[1], number: Number(found[2]) };
}

// ---- the buttons and the two lines of words ----

function editing(view, edit) {
  const [bar, chosen, said] = [".bar", ".chosen-lines", ".read-as"].map((part) => view.root.querySelector(part));
  view.root.classList.toggle("edit", Boolean(edit));
  for (const part of [bar, chosen, said]) part.hidden = !edit;
  view.edit = edit;
  if (!edit) return;
  view.picked ??= { axis: null, anchor: 0, numbers: new Set() };
  view.scroll.firstChild.setAttribute("aria-multiselectable", "true");
  view.bar = bar;
  view.words = chosen;
  if (said.textContent !== edit.said) said.textContent = edit.said;
  const roles = JSON.stringify(edit.roles);
  if (view.roles !== roles) buttons(view, edit);
  view.roles = roles;
  paint(view);
}

function buttons(view, { roles, words }) {
  view.bar.setAttribute("aria-label", words.bar);
  view.bar.replaceChildren(...roles.map((role, index) => button(view, role, index)));
  view.bar.onkeydown = (event) => alongBar(view, event);
}

function button(view, role, index) {
  const drawn = document.createElement("button");
  const letter = document.createElement("kbd");
  const swatch = document.createElement("span");
  letter.textContent = role.letter;
  letter.setAttribute("aria-hidden", "true");
  swatch.className = `swatch ${role.look}`;
  drawn.append(swatch, role.text, letter);
  drawn.role_ = role;
  drawn.tabIndex = index === 0 ? 0 : -1;
  drawn.setAttribute("aria-keyshortcuts", role.letter);
  drawn.addEventListener("click", () => give(view, role));
  return drawn;
}

// The buttons are one stop of the Tab key; arrows move between them.
function alongBar(view, event) {
  const all = [...view.bar.children];
  const at = all.indexOf(event.target.closest("button"));
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (at < 0 || !step) return;
  event.preventDefault();
  const next = all[(at + step + all.length) % all.length];
  for (const one of all) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}

// ---- choosing ----

function clicked(view, event) {
  const handle = handleOf(cellOf(event));
  if (!handle) return;
  if (event.shiftKey) extend(view, handle);
  else if (event.ctrlKey || event.metaKey) choose(view, handle, true);
  else choose(view, handle, false);
}

// With the mouse held down from one number to another, all between them are chosen.
function pressed(view, event) {
  view.from = view.edit && event.pointerType === "mouse" ? handleOf(cellOf(event)) : null;
}

function dragged(view, event) {
  const to = event.buttons === 1 && view.from && handleOf(cellOf(event));
  if (!to || to.axis !== view.from.axis || to.number === view.from.number) return;
  Object.assign(view.picked, { axis: to.axis, anchor: view.from.number, numbers: new Set([view.from.number]) });
  extend(view, to);
}

// Alone, or one more beside those that are chosen; chosen once more, it is let go.
function choose(view, { axis, number }, more) {
  const { picked } = view;
  const was = picked.axis === axis && picked.numbers.has(number);
  if (!more || picked.axis !== axis) {
    const letGo = was && picked.numbers.size === 1;
    picked.numbers = new Set(letGo ? [] : [number]);
  } else if (was) picked.numbers.delete(number);
  else picked.numbers.add(number);
  Object.assign(picked, { axis, anchor: number });
  paint(view);
}

function extend(view, { axis, number }) {
  const { picked } = view;
  if (picked.axis !== axis || !picked.numbers.size) Object.assign(picked, { axis, anchor: number });
  const [first, last] = [Math.min(picked.anchor, number), Math.max(picked.anchor, number)];
  picked.numbers = new Set(Array.from({ length: last - first + 1 }, (_one, index) => first + index));
  paint(view);
}

function letGo(view) {
  view.picked.numbers = new Set();
  paint(view);
}

function paint(view) {
  const { picked, edit, grid } = view;
  const heads = grid.head.length;
  const has = (axis, number) => picked.axis === axis && picked.numbers.has(number);
  for (const cell of view.lines.flat()) {
    const [line, column] = cell.place;
    const handle = handleOf(cell);
    if (handle) cell.setAttribute("aria-selected", has(handle.axis, handle.number));
    cell.classList.toggle("picked", handle ? has(handle.axis, handle.number)
      : line >= heads && (has("r", line - heads) || has("c", column - 1)));
  }
  for (const one of view.bar.children) {
    const usable = picked.numbers.size > 0 && one.role_[picked.axis];
    one.setAttribute("aria-disabled", !usable);
  }
  const text = picked.numbers.size ? edit.words[picked.axis].replace("{which}", which(view)) : edit.words.hint;
  if (view.words.textContent !== text) view.words.textContent = text;
}

// "2, 4-6" or "B-D", as the sheet itself calls them.
function which(view) {
  const { axis, numbers } = view.picked;
  const runs = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  const name = (number) => cellWith(view, axis, number)?.told ?? "";
  return runs.map(([a, b]) => (a === b ? name(a) : `${name(a)}–${name(b)}`)).join(", ");
}

const cellWith = (view, axis, number) => view.lines.flat().find((cell) => cell.key === `${axis}${number}`);

// ---- saying what they are ----

function give(view, role) {
  const { axis, numbers } = view.picked;
  if (!numbers.size || !role[axis]) return;
  answer(view, { axis, numbers: [...numbers], code: role.code });
  letGo(view);
  view.roving?.focus({ preventScroll: true });
}

function answer(view, said) {
  view.pick(JSON.stringify(said));
}

// True when the key was one of choosing; the page's own shortcuts are not to hear it then.
function editKey(view, cell, event) {
  const done = editedBy(view, cell, event);
  if (done) {
    event.preventDefault();
    event.stopPropagation();
  }
  return done;
}

function editedBy(view, cell, event) {
  const { picked, edit } = view;
  if (event.altKey) return false;
  const key = event.key.toLowerCase();
  const control = event.ctrlKey || event.metaKey;
  if (control && key === "z") return answer(view, { axis: "r", numbers: [], code: "take-back" }), true;
  if (event.key === " " || event.key === "Enter") {
    const column = control && cell.place[1] > 0;
    const own = column ? cellWith(view, "c", cell.place[1] - 1) : view.lines[cell.place[0]][0];
    const handle = handleOf(cell) ?? handleOf(own);
    if (handle) choose(view, handle, false);
    return Boolean(handle);
  }
  if (control) return false;
  if (event.shiftKey && ARROWS.test(event.key)) return stretch(view, cell, event.key);
  if (event.key === "Escape" && picked.numbers.size) return letGo(view), true;
  const code = { backspace: "by-shape", delete: "by-shape" }[key];
  const role = edit.roles.find((one) => one.code === code || one.letter.toLowerCase() === key);
  if (role) give(view, role);
  return Boolean(role);
}

// Shift and an arrow: the focus goes on, and what lies between is chosen too.
function stretch(view, cell, key) {
  const from = handleOf(cell);
  const next = target(view, cell, key, false);
  const to = handleOf(next);
  if (!from || to?.axis !== from.axis) return false;
  if (view.picked.axis !== from.axis || !view.picked.numbers.size) extend(view, from);
  goTo(next);
  extend(view, to);
  return true;
}
