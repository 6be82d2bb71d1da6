// The live room: the card under the picture follows the host, the page stays while one asks and applies.
import { listen } from "./feed.js";
import { player } from "./player.js";

const BEAT = 30_000;
const NEW_QUESTIONS = [4_000, 12_000]; // fetch them some time in between: not all phones at once
const room = document.getElementById("room");
const { slug, session, after, pinned, asked, watching } = room.dataset;
const video = document.getElementById("player");
const note = document.getElementById("stage-note");
const sound = document.getElementById("sound");
let questionsTimer = 0;

const screen = video && player(video, room.dataset.hls, (why) => {
  note.hidden = !why;
  if (why) note.textContent = note.dataset[why];
  sound.hidden = Boolean(why) || !video.muted;
});
sound?.addEventListener("click", () => {
  video.muted = false;
  sound.hidden = true;
});

function setStatus(status) {
  room.dataset.status = status;
  const tag = document.getElementById("status");
  tag.textContent = tag.dataset[status] ?? tag.textContent;
  tag.classList.toggle("live", status === "live");
  document.querySelector(".watching").hidden = status !== "live";
  if (status === "live") screen?.start();
  else screen?.stop();
}

// Every card of the run sheet is in the page already: a pin shows at once, without asking the server.
function showPinned(id) {
  const card = document.querySelector(`template[data-card="${id}"]`);
  if (!card) return void setTimeout(() => swap(pinned, "pinned"), Math.random() * 1_000);
  const box = document.createElement("article");
  box.className = "card mark fresh";
  box.append(card.content.cloneNode(true));
  document.getElementById("pinned").replaceChildren(box);
  document.getElementById("pinned").dataset.posting = id;
  document.querySelectorAll("#sheet > li").forEach((line) => line.classList.toggle("on-air", line.dataset.posting === String(id)));
  const upcoming = document.getElementById("upcoming");
  upcoming.hidden = !card.dataset.following;
  upcoming.querySelector("span").textContent = card.dataset.following;
}

async function swap(url, id) {
  const answer = await fetch(url);
  if (answer.ok) put(new DOMParser().parseFromString(await answer.text(), "text/html"), id);
}

function put(page, id) {
  const fresh = page.getElementById(id);
  if (fresh) document.getElementById(id).replaceWith(fresh);
}

function questionsSoon() {
  if (questionsTimer || document.hidden) return;
  const [least, most] = NEW_QUESTIONS;
  questionsTimer = setTimeout(() => {
    questionsTimer = 0;
    swap(asked, "asked");
  }, least + Math.random() * (most - least));
}

const follow = "moves" in room.dataset ? listen : () => {}; // a closed fair has no news
follow({
  slug,
  session,
  after: Number(after),
  state: (now) => (document.getElementById("lost").hidden = now === "open"),
  heard: {
    pinned: ({ posting }) => showPinned(posting),
    went_live: () => setStatus("live"),
    ended: () => {
      setStatus("ended");
      setTimeout(() => swap(pinned, "pinned"), Math.random() * 4_000);
    },
    asked: questionsSoon,
    answered: questionsSoon,
    resync: () => setTimeout(() => location.reload(), Math.random() * 3_000),
  },
});

// Asking and applying happen without leaving the picture; where another page must be seen, we go there.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!("stay" in form.dataset)) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", body });
  } catch {
    delete form.dataset.sent; // the next tap is no second sending
    return unsent(true);
  }
  unsent(false);
  if (!answer.ok || new URL(answer.url).pathname !== location.pathname) return location.assign(answer.ok ? answer.url : location.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  put(page, "pinned");
  put(page, "asked");
  put(page, "sheet");
  page.querySelectorAll("template[data-card]").forEach((card) => document.querySelector(`template[data-card="${card.dataset.card}"]`)?.replaceWith(card));
  document.querySelectorAll("main > .notice").forEach((old) => old.remove());
  document.getElementById("pinned").before(...page.querySelectorAll("main > .notice"));
  if (form.isConnected) {
    form.reset();
    const key = page.querySelector(`form[action="${form.getAttribute("action")}"] input[name=_key]`);
    if (key) form.elements._key.value = key.value;
  }
});

// What was typed stays in its box, under the same key: sent again, it counts once.
function unsent(is) {
  const told = document.getElementById("unsent");
  told.hidden = !is;
  if (is) told.scrollIntoView({ block: "nearest" });
}

async function beat() {
  if (room.dataset.status !== "live" || document.hidden) return;
  const answer = await fetch(watching, {
    method: "POST",
    headers: { "X-CSRFToken": document.querySelector("input[name=csrf_token]").value, "Idempotency-Key": `beat-${Date.now()}-${Math.random()}` },
  }).catch(() => null);
  if (answer?.ok) document.getElementById("watching").textContent = (await answer.json()).watching;
}

if (room.dataset.status === "live") screen?.start();
beat();
setTimeout(() => setInterval(beat, BEAT), Math.random() * BEAT);
