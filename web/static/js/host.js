// The host's desk: the clock of the job being spoken of, and news that never disturbs typing.
import { listen } from "./feed.js";

const COLLECT = 1_500; // one fetch for everything that happens within this time
const LOOK_AGAIN = 20_000; // viewers come and go without a sound
const desk = document.getElementById("host");
const { slug, session, after, news } = desk.dataset;
const fresh = document.getElementById("fresh");
let timer = 0;

function isTyping() {
  return [...document.querySelectorAll("#news input[type=text]")].some((box) => box.value || box === document.activeElement);
}

function soon() {
  timer ||= setTimeout(() => {
    timer = 0;
    if (isTyping()) fresh.hidden = false;
    else show();
  }, COLLECT);
}

async function show() {
  fresh.hidden = true;
  const answer = await fetch(news).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("news").replaceWith(page.getElementById("news"));
}

fresh.querySelector("button").addEventListener("click", show);
const reload = () => (isTyping() ? soon() : location.reload());
listen({ slug, session, after: Number(after), heard: { asked: soon, answered: soon, applied: soon, pinned: reload, went_live: reload, ended: reload, resync: reload } });
setInterval(() => !isTyping() && !document.hidden && show(), LOOK_AGAIN);

const clock = document.getElementById("timer");
if (clock) {
  const ahead = Date.now() / 1000 - Number(clock.dataset.now); // this device's clock may be wrong
  const tick = () => {
    const gone = Math.max(0, Math.round(Date.now() / 1000 - ahead - Number(clock.dataset.since)));
    clock.textContent = `${Math.floor(gone / 60)}:${String(gone % 60).padStart(2, "0")}`;
    clock.classList.toggle("long", gone > 300);
  };
  tick();
  setInterval(tick, 1000);
}
