// The slip page: print at a tap, and go back to the gate when nobody is there any more.
const LEAVE_AFTER = 60_000;
const button = document.getElementById("print");
button.hidden = false;
button.addEventListener("click", () => window.print());
setTimeout(() => location.assign("/kiosk"), LEAVE_AFTER);
