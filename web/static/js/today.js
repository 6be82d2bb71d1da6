// The organizer's day: new numbers every ten seconds, put in place without moving the page.
import { hourly, open } from "./charts.js";
import { keepAsking } from "./refresh.js";

const desk = document.getElementById("today");
const stamp = document.querySelector("[data-fresh]");
const box = desk.querySelector("[data-chart]");
const chart = box && open(box);
let seen = "";

function draw(data) {
  if (chart) chart.setOption(hourly(data));
}

function replaceParts(html) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  for (const part of desk.querySelectorAll("[data-part]")) {
    const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    const held = part.contains(document.activeElement) && document.activeElement.tagName === "A";
    if (other && !held && other.innerHTML !== part.innerHTML) part.innerHTML = other.innerHTML;
  }
}

if (box) {
  draw(JSON.parse(box.dataset.chart));
}
keepAsking(desk.dataset.numbers, {
  every: 10000,
  taken(answer) {
    if (!box && answer.chart.hours.length) location.reload();
    replaceParts(answer.html);
    draw(answer.chart);
    seen = answer.as_of;
    stamp.textContent = desk.dataset.asOf.replace("{time}", answer.as_of);
    stamp.classList.remove("late");
  },
  missed() {
    stamp.classList.add("late");
    if (seen) stamp.textContent = stamp.dataset.late.replace("{time}", seen);
  },
});
