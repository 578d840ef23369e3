// Moving between the fields and typing in them; one script with entry.js.

function entered(view, one) {
  if (!one.key) return;
  view.at = one;
  one.select();
}

function left(view, one) {
  if (one.key && one.isConnected) commit(view, one);
}

// What is being typed is kept before the field is left too, so that a closed browser loses no more than a key.
function typed(view, one) {
  clearTimeout(view.typing);
  view.typing = setTimeout(() => one.isConnected && one.value.trim() !== one.before && keepTyping(view, one), 1500);
}

function keepTyping(view, one) {
  const held = view.root.getRootNode().activeElement;
  commit(view, one);
  if (held === one) one.setSelectionRange(one.value.length, one.value.length);
}

function give(view, text) {
  const one = view.at ?? view.fields[0]?.[0];
  if (!one) return;
  change(view, [{ one, text }]);
  move(view, one, 1, 0);
}

function keyed(view, event) {
  const one = event.target;
  if (!one.key || event.altKey) return;
  if (event.ctrlKey || event.metaKey) return shortcut(view, event);
  const step = stepOf(one, event);
  if (step) {
    event.preventDefault();
    event.stopPropagation();
    commit(view, one);
    move(view, one, ...step);
  } else if (event.key === "Escape") {
    one.value = one.before;
    one.select();
  } else if (event.key === "Delete" || (event.key === "Backspace" && whole(one))) {
    if (!whole(one) && event.key === "Delete") return;
    event.preventDefault();
    change(view, [{ one, text: "" }]);
  } else if (event.key.length === 1) event.stopPropagation(); // the page's own shortcuts are not to hear it
}

function shortcut(view, event) {
  const act = {
    z: () => (event.target.value === event.target.before ? takeBack(view, event.shiftKey) : typedBack(event.target)),
    y: () => takeBack(view, true),
    s: () => save(view),
  }[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function typedBack(one) {
  one.value = one.before;
  one.select();
}

const whole = (one) => one.selectionStart === 0 && one.selectionEnd === one.value.length;

// Left and right move between cells where there is nothing to pass over in this one.
function stepOf(one, { key, shiftKey }) {
  const start = whole(one) || one.selectionEnd === 0;
  const end = whole(one) || one.selectionStart === one.value.length;
  return {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [shiftKey ? -1 : 1, 0],
    ArrowLeft: start ? [0, -1] : null,
    ArrowRight: end ? [0, 1] : null,
  }[key];
}

function move(view, one, down, across) {
  const next = view.fields[one.row + down]?.[one.column + across];
  if (!next) return one.select();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}
