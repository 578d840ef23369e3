// A list of boxes and words; every text is set as text.
export default function (component) {
  const { data, parentElement } = component;
  const list = parentElement.querySelector(".legend");
  for (const [name, value] of Object.entries(data.colours)) list.style.setProperty(name, value);
  list.replaceChildren(
    ...data.items.map(({ text, look, words }) => {
      const item = document.createElement("li");
      const swatch = document.createElement("span");
      swatch.className = `swatch box ${look}`;
      swatch.textContent = text;
      swatch.setAttribute("aria-hidden", text === "" ? "true" : "false");
      item.append(swatch, document.createTextNode(words));
      return item;
    })
  );
}
