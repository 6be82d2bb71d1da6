// The hourly chart of the attendance page; the table under it says the same.
import { hourly, open } from "./charts.js";

for (const box of document.querySelectorAll("[data-chart]")) {
  const chart = open(box);
  if (chart) chart.setOption(hourly(JSON.parse(box.dataset.chart)));
}
