// Beside a deed in the text, its record: on hover, on focus, on tap. Without scripts the same link leads to the record.
"use strict";

let shown = null;
let touched = false; // whether the last pointer was a finger, which cannot hover

function hide() {
  if (shown) {
    shown.box.remove();
    shown.mark.classList.remove("shown");
    shown = null;
  }
}

function show(mark) {
  const card = document.getElementById(mark.getAttribute("href").slice(1));
  if (!card || (shown && shown.mark === mark)) return;
  hide();
  const box = card.cloneNode(true);
  box.removeAttribute("id");
  box.setAttribute("aria-hidden", "true"); // its card says the same to screen readers
  box.classList.add("record");
  for (const link of box.querySelectorAll("a, summary, button")) link.tabIndex = -1;
  document.body.append(box);
  const place = mark.getBoundingClientRect();
  const right = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = `${Math.max(8, Math.min(place.left, right)) + window.scrollX}px`;
  const below = place.bottom + 6 + box.offsetHeight <= window.innerHeight || place.top < box.offsetHeight + 6;
  box.style.top = `${(below ? place.bottom + 6 : place.top - 6 - box.offsetHeight) + window.scrollY}px`;
  mark.classList.add("shown");
  shown = { mark, box };
}

for (const mark of document.querySelectorAll(".text a.deed")) {
  mark.addEventListener("pointerenter", () => show(mark));
  mark.addEventListener("focus", () => show(mark));
  mark.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") hide();
  });
  mark.addEventListener("blur", hide);
  mark.addEventListener("click", (event) => {
    if (!touched) return;
    event.preventDefault();
    show(mark);
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("pointerdown", (event) => {
  touched = event.pointerType === "touch";
  if (shown && !shown.box.contains(event.target) && !shown.mark.contains(event.target)) hide();
});
