// After each field, shows beside the form what was understood of it; the "Check" button without it.
const form = document.getElementById("posting-form");
const shown = ["understood", "ready"];
let asked = 0;

async function check() {
  const mine = ++asked;
  const body = new FormData(form);
  body.set("then", "check");
  body.set("_key", crypto.getRandomValues(new Uint32Array(4)).join("-"));
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (!answer || mine !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of shown) {
    const fresh = page.getElementById(id);
    if (fresh) document.getElementById(id).innerHTML = fresh.innerHTML;
  }
}

if (form) form.addEventListener("change", check);
