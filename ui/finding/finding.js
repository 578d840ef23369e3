// Puts two texts in place; names in them are text, never markup.
export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".finding");
  for (const [name, value] of Object.entries(data.colours)) root.style.setProperty(name, value);
  root.querySelector(".said").textContent = data.said;
  root.querySelector(".below").textContent = data.below;
}
