// A box in the colour a sheet's cells have; the words are set as text, and nothing but a colour as style.
export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".fill");
  for (const [name, value] of Object.entries(data.colours)) root.style.setProperty(name, value);
  const known = /^[0-9A-F]{6}$/.test(data.colour);
  root.querySelector(".swatch").style.backgroundColor = known ? `#${data.colour}` : "transparent";
  root.querySelector(".words").textContent = data.words;
}
