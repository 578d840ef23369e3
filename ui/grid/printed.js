// The list that only paper shows; one script with grid.js.

function listOnPaper(view, lines) {
  const list = view.root.querySelector(".printed");
  list.replaceChildren(
    ...lines.map((text, index) => {
      const line = document.createElement(index ? "span" : "strong");
      line.textContent = text;
      return line;
    })
  );
}
