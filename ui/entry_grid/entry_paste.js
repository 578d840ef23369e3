// A block from a spreadsheet, laid on the cells from the chosen one; one script with entry.js.

function pasted(view, event) {
  const at = event.target;
  if (!at.key) return;
  event.preventDefault();
  const lines = block(event.clipboardData.getData("text/plain"));
  if (!lines.length) return;
  const widest = Math.max(...lines.map((line) => line.length));
  const changes = [];
  lines.forEach((line, down) => {
    line.forEach((text, across) => {
      const one = view.fields[at.row + down]?.[at.column + across];
      if (one) changes.push({ one, text: meant(view, text) });
    });
  });
  change(view, changes);
  at.select();
  const rows = Math.max(0, at.row + lines.length - view.fields.length);
  const columns = Math.max(0, at.column + widest - view.data.columns.length);
  tell(view, told(view.data.words, changes.length, rows, columns));
}

// How many were pasted, or how much did not fit.
function told(words, cells, rows, columns) {
  const count = (n, one, many) => (n === 0 ? [] : [n === 1 ? one : many.replace("{n}", n)]);
  const outside = [...count(rows, words.row, words.rows), ...count(columns, words.column, words.columns)];
  if (outside.length) return words.left_out.replace("{what}", outside.join(words.and));
  return cells === 1 ? words.pasted_one : words.pasted.replace("{n}", cells);
}

// Lines by newline, cells by tab; a spreadsheet ends its last line too.
function block(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return lines === "" ? [] : lines.split("\n").map((line) => line.split("\t").map((cell) => cell.trim()));
}
