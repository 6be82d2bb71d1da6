// What was typed into a long form comes back where the site could not take it: signed out, too old, too busy.
const NAME = "kept"; // one form of this window, gone with the window
const LEFT_OUT = ["hidden", "file", "submit", "button", "password"];

const read = () => JSON.parse(sessionStorage.getItem(NAME) || "null");
const write = (kept) => sessionStorage.setItem(NAME, JSON.stringify(kept));

function fill(form, fields) {
  for (const box of form.elements) {
    if (!box.name || LEFT_OUT.includes(box.type)) continue;
    const values = fields.filter(([name]) => name === box.name).map(([, value]) => value);
    if (box.type === "checkbox" || box.type === "radio") box.checked = values.includes(box.value);
    else if (values.length) box.value = values[0];
  }
}

function lookBack() {
  const kept = read();
  if (!kept) return;
  const notice = document.getElementById("kept");
  if (document.querySelector("[data-mishap]")) {
    write({ ...kept, isLost: true });
    const link = notice.querySelector("a");
    link.href = link.dataset.before ? link.dataset.before + encodeURIComponent(kept.page) : kept.page;
    notice.hidden = false;
    return;
  }
  if (!kept.isLost) return sessionStorage.removeItem(NAME);
  const form = [...document.querySelectorAll("form[data-keep]")].find((each) => each.dataset.keep === kept.page);
  if (!form) return;
  sessionStorage.removeItem(NAME);
  fill(form, kept.fields);
  if (notice) notice.hidden = false;
}

document.addEventListener("submit", ({ target }) => {
  if (!target.dataset.keep) return;
  const boxes = [...target.elements].filter((box) => box.name && !LEFT_OUT.includes(box.type));
  const names = new Set(boxes.map((box) => box.name));
  write({ page: target.dataset.keep, fields: [...new FormData(target)].filter(([name]) => names.has(name)) });
});
lookBack();
