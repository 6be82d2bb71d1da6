// The wall: news from the feed makes it look at the numbers again; without the feed it asks by itself.
import { bars, hourly, open } from "./charts.js";
import { keepAsking } from "./refresh.js";

const wall = document.getElementById("wall");
const fresh = document.getElementById("fresh");
const news = document.getElementById("news");
const hours = open(document.getElementById("hours"));
const trades = open(document.getElementById("trades"));
let seen = JSON.parse(wall.dataset.start);
let line = 0;

function look() {
  return {
    size: Math.max(12, window.innerWidth / 84), ink: "#d8f0ed", rule: "#22514e", still: true,
    colours: ["#5eead4", "#ffd43b"],
  };
}

function stream(each) {
  const item = document.createElement("li");
  const air = document.createElement("span");
  air.className = each.is_live ? "air live" : "air";
  air.textContent = each.status;
  const name = document.createElement("b");
  name.textContent = each.name;
  item.append(air, name);
  if (each.job) {
    const job = document.createElement("span");
    job.className = "job";
    job.textContent = each.job;
    item.append(job);
  }
  return item;
}

function show(numbers) {
  seen = numbers;
  for (const place of wall.querySelectorAll("[data-count]")) place.textContent = numbers.counts[place.dataset.count];
  if (hours) hours.setOption(hourly(numbers.hours, look()));
  if (trades) trades.setOption(bars(numbers.trades, look()));
  document.getElementById("streams").replaceChildren(...numbers.streams.map(stream));
  fresh.textContent = fresh.dataset.asOf.replace("{time}", numbers.as_of);
  fresh.classList.remove("late");
}

function late() {
  fresh.textContent = fresh.dataset.late.replace("{time}", seen.as_of);
  fresh.classList.add("late");
}

show(seen);
const askNow = keepAsking(wall.dataset.numbers, { every: 5000, taken: show, missed: late });

if (window.EventSource) {
  let due = 0;
  const soon = () => { due = due || setTimeout(() => { due = 0; askNow(); }, 1000); };
  const feed = new EventSource(wall.dataset.events);
  feed.onmessage = soon;
  for (const kind of ["checked_in", "registered", "applied", "agreed", "went_live", "pinned", "ended", "catalog_changed", "resync"]) {
    feed.addEventListener(kind, soon);
  }
}

// The news lines take turns; the clock is the hall's, by the minute.
setInterval(() => {
  line = (line + 1) % seen.news.length;
  news.textContent = seen.news[line];
}, 7000);
const clock = document.getElementById("clock");
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: clock.dataset.zone });
const tick = () => { clock.textContent = time.format(new Date()); };
setInterval(tick, 5000);
tick();
window.addEventListener("resize", () => show(seen));
