// The hourly chart of the attendance page; the table under it says the same.
import { lines, open } from "./charts.js";

for (const box of document.querySelectorAll("[data-chart]")) {
  const chart = open(box);
  if (chart) chart.setOption(lines(JSON.parse(box.dataset.chart)));
}
