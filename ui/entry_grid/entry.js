// A table of fields to type in. Texts enter by textContent and value only. One script with entry_keys.js and entry_paste.js.

const BETWEEN_BATCHES = 400; // milliseconds without a key before what was typed is sent
const SITTING = 180000; // and before it becomes an import by itself

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".kb-entry");
  const view = root.view ?? (root.view = start(root));
  view.send = (said) => setTriggerValue("typed", JSON.stringify(said));
  receive(view, data);
  return () => {
    clearTimeout(view.timer);
    clearTimeout(view.sitting);
  };
}

function start(root) {
  const part = (name) => root.querySelector(name);
  const view = { root, bar: part(".bar"), scroll: part(".scroll"), state: part(".state") };
  Object.assign(view, { local: new Map(), history: [], redo: [], fields: [], number: 0 });
  view.scroll.addEventListener("focusin", (event) => entered(view, event.target));
  view.scroll.addEventListener("focusout", (event) => left(view, event.target));
  view.scroll.addEventListener("input", (event) => typed(view, event.target));
  view.scroll.addEventListener("keydown", (event) => keyed(view, event));
  view.scroll.addEventListener("paste", (event) => pasted(view, event));
  return view;
}

// ---- what comes from Python ----

function receive(view, data) {
  for (const [name, colour] of Object.entries(data.colours)) view.root.style.setProperty(name, colour);
  const shape = JSON.stringify([data.caption, data.pupils, data.columns]);
  view.data = data;
  if (shape !== view.shape) build(view);
  view.shape = shape;
  for (const field of view.fields.flat()) show(view, field);
  if (view.local.size) plan(view);
  else if (view.state.textContent === data.words.waiting) tell(view, data.words.kept);
}

// What is typed and not yet known to Python stands; everything else is as Python says.
function show(view, field) {
  const [said, stored, problem] = view.data.rows[field.row][field.column];
  field.stored = stored;
  if (view.local.get(field.key) === said) view.local.delete(field.key);
  const waiting = view.local.has(field.key);
  if (!waiting && field.value !== said) {
    field.value = said;
    field.before = said;
  }
  const wrong = waiting ? "" : problem;
  field.title = wrong;
  field.classList.toggle("wrong", Boolean(wrong));
  field.classList.toggle("draft", field.value !== stored);
  field.classList.toggle("word", field.value !== "" && !/^[-−]?[\d.,]+$/.test(field.value));
  if (wrong) field.setAttribute("aria-description", wrong);
  else field.removeAttribute("aria-description");
  field.setAttribute("aria-invalid", String(Boolean(wrong)));
}

// ---- drawing ----

function build(view) {
  const { caption, columns, pupils, words } = view.data;
  Object.assign(view, { local: new Map(), history: [], redo: [], fields: [] });
  const drawn = document.createElement("table");
  drawn.setAttribute("aria-label", caption);
  const head = drawn.createTHead().insertRow();
  head.append(heading(words.pupil, "col"));
  for (const [, label, below] of columns) head.append(heading(label, "col", below));
  const body = drawn.createTBody();
  pupils.forEach(([, name], row) => {
    const line = body.insertRow();
    line.append(heading(name, "row"));
    view.fields.push(columns.map((column, place) => field(view, line, row, place)));
  });
  view.scroll.replaceChildren(drawn);
  buttons(view);
}

function heading(text, scope, below) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  if (below) {
    const small = document.createElement("small");
    small.textContent = below;
    cell.append(" ", small);
  }
  return cell;
}

function field(view, line, row, column) {
  const { pupils, columns, words } = view.data;
  const made = document.createElement("input");
  Object.assign(made, { row, column, type: "text", size: 1, autocomplete: "off", value: "", before: "" });
  made.key = JSON.stringify([pupils[row][0], columns[column][0]]);
  made.inputMode = "decimal";
  made.setAttribute("aria-label", words.cell.replace("{pupil}", pupils[row][1]).replace("{column}", columns[column][1]));
  line.insertCell().append(made);
  return made;
}

function buttons(view) {
  const { words, reasons } = view.data;
  view.bar.setAttribute("aria-label", words.bar);
  const label = document.createElement("span");
  label.textContent = words.reasons;
  view.bar.replaceChildren(
    button(words.save, "Ctrl+S", () => save(view), "primary"),
    button(words.undo, "Ctrl+Z", () => takeBack(view)),
    label,
    ...reasons.map(([letter, text]) => button(text, letter, () => give(view, text))),
  );
}

function button(text, keys, act, look = "") {
  const made = document.createElement("button");
  const hint = document.createElement("kbd");
  made.className = look;
  hint.textContent = keys;
  hint.setAttribute("aria-hidden", "true");
  made.append(text, hint);
  made.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  made.addEventListener("click", act);
  return made;
}

function tell(view, text) {
  view.state.textContent = text;
}

// ---- what goes to Python: everything it has not shown yet, so that a batch that got lost is sent again ----

function plan(view) {
  clearTimeout(view.timer);
  clearTimeout(view.sitting);
  view.timer = setTimeout(() => flush(view, false), BETWEEN_BATCHES);
  view.sitting = setTimeout(() => save(view), SITTING);
  tell(view, view.data.words.waiting);
}

function flush(view, saving) {
  clearTimeout(view.timer);
  if (!saving && !view.local.size) return;
  const stored = new Map(view.fields.flat().map((one) => [one.key, one.stored]));
  const cells = [...view.local].map(([key, text]) => [...JSON.parse(key), text, stored.get(key) ?? ""]);
  view.number += 1;
  view.send({ cells, save: saving, number: view.number });
}

function save(view) {
  const held = view.root.getRootNode().activeElement;
  if (held?.key) commit(view, held);
  clearTimeout(view.sitting);
  flush(view, true);
}

// ---- changing cells ----

function set(view, one, text) {
  one.value = text;
  one.before = text;
  const [said] = view.data.rows[one.row][one.column];
  if (text === said) view.local.delete(one.key);
  else view.local.set(one.key, text);
  show(view, one);
}

// A change of one or many fields, which undo takes back at once.
function change(view, changes) {
  const real = changes.filter(({ one, text }) => one.before !== text);
  if (!real.length) return;
  view.history.push(real.map(({ one, text }) => ({ one, from: one.before, to: text })));
  view.redo = [];
  for (const { one, text } of real) set(view, one, text);
  plan(view);
}

function takeBack(view, forth = false) {
  const held = view.root.getRootNode().activeElement;
  if (held?.key && commit(view, held) && forth) return;
  const [source, target] = forth ? [view.redo, view.history] : [view.history, view.redo];
  const last = source.pop();
  if (!last) return;
  target.push(last);
  for (const { one, from, to } of last) set(view, one, forth ? to : from);
  last[0].one.focus();
  last[0].one.select();
  plan(view);
}

// A letter alone is the reason it stands for.
function meant(view, text) {
  const trimmed = text.trim();
  const reason = view.data.reasons.find(([letter]) => letter === trimmed.toLowerCase());
  return reason ? reason[1] : trimmed;
}

function commit(view, one) {
  const text = meant(view, one.value);
  const changed = text !== one.before;
  if (changed) change(view, [{ one, text }]);
  else one.value = text;
  return changed;
}
