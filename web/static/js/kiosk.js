// The gate: camera, scanner gun and number pad end in one big answer, with or without a network.
import { Outbox } from "./outbox.js";
import { startCamera } from "./scan.js";

const SHOWN_FOR = 4_000;
const page = document.getElementById("kiosk");
const form = document.getElementById("type");
const given = document.getElementById("given");
const answer = document.getElementById("answer");
const words = page.dataset;
const MARKS = { ok: "✓", already: "✓", refused: "!", held: "✓" };
let hide = 0;
let audio = null;

const outbox = new Outbox(words.url, { changed: showNetwork, refused: listRefusal, sent: showCount });

function showNetwork(state, waiting) {
  const net = document.getElementById("net");
  net.dataset.state = state === "stuck" ? "stuck" : waiting ? "waiting" : "online";
  if (state === "stuck") net.textContent = words.stuck;
  else net.textContent = waiting ? words.waiting.replace("{n}", waiting) : words.online;
}

function listRefusal(item, said) {
  const line = document.createElement("li");
  line.textContent = `…${item.given.slice(-3)} · ${said.line ?? said.code}`;
  document.getElementById("refusals").append(line);
}

async function check(text) {
  const code = text.trim();
  given.value = "";
  if (!code) return;
  const said = await outbox.scan(code);
  if (said) show(said.result, said.headline, said.line);
  else show("held", words.heldTitle, words.held);
  if (said) showCount(said);
}

function showCount(said) {
  if (said.count !== undefined) document.getElementById("count").textContent = said.count;
}

function show(result, headline, line) {
  answer.className = `answer ${result}`;
  answer.querySelector(".answer-mark").textContent = MARKS[result];
  answer.querySelector(".answer-head").textContent = headline;
  answer.querySelector(".answer-line").textContent = line;
  answer.hidden = false;
  beep(result);
  clearTimeout(hide);
  hide = setTimeout(back, SHOWN_FOR);
}

function back() {
  answer.hidden = true;
  given.focus();
}

// One rising tone for yes, one low tone for no.
function beep(result) {
  try {
    audio ??= new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.connect(volume).connect(audio.destination);
    tone.frequency.value = result === "refused" ? 220 : 880;
    volume.gain.setValueAtTime(0.2, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.35);
    tone.start();
    tone.stop(audio.currentTime + 0.35);
  } catch {
    // A kiosk without a loudspeaker is still a kiosk.
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopPropagation();
  check(given.value);
}, true);
document.getElementById("pad").hidden = false;
given.setAttribute("inputmode", "none");
document.getElementById("pad").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.digit) given.value += button.dataset.digit;
  else given.value = "clear" in button.dataset ? "" : given.value.slice(0, -1);
  if (/^\d{6}$/.test(given.value)) check(given.value);
});
answer.addEventListener("click", back);
// A scanner gun types wherever the cursor is: keep it in the box.
document.addEventListener("keydown", (event) => {
  if (!answer.hidden) back();
  const elsewhere = document.activeElement?.closest("input, button, summary, a");
  if (!elsewhere && event.key.length === 1) given.focus();
});

const cameraOn = document.getElementById("camera-on");
cameraOn.hidden = false;
cameraOn.addEventListener("click", async () => {
  const video = document.getElementById("video");
  try {
    video.hidden = false;
    document.getElementById("camera-rest").hidden = true;
    await startCamera(video, words.scanner, check);
    localStorage.setItem("fairmatch.camera", "1");
  } catch {
    video.hidden = true;
    document.getElementById("camera-rest").hidden = false;
    document.getElementById("camera-text").textContent = words.noCamera;
    localStorage.removeItem("fairmatch.camera");
  }
});
if (localStorage.getItem("fairmatch.camera")) cameraOn.click();
