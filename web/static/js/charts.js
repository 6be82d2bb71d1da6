// Charts by ECharts: the numbers come with the page, names are drawn as text on a canvas.
const css = getComputedStyle(document.documentElement);
const colour = (name) => css.getPropertyValue(name).trim();
const textStyle = { fontFamily: colour("--font") };

/** A chart in `box`, kept as wide as it; nothing where ECharts could not be loaded. */
export function open(box) {
  if (!window.echarts) return null;
  const chart = window.echarts.init(box);
  new ResizeObserver(() => chart.resize()).observe(box);
  return chart;
}

/** Bars by hour: `data` has `hours`, `series` with `name` and `values`, and whether the last hour runs. */
export function hourly(data, look = {}) {
  const size = look.size || 13;
  const ink = look.ink || colour("--ink-2");
  const last = data.running ? data.hours.length - 1 : -1;
  return {
    animation: false, textStyle,
    color: look.colours || ["--c1", "--c2", "--c3"].map(colour),
    grid: { left: size * 4, right: size, top: size * 3, bottom: size * 2.2 },
    legend: { top: 0, right: 0, icon: "roundRect", itemGap: size * 1.4, textStyle: { fontSize: size, color: ink } },
    tooltip: look.still ? { show: false } : { trigger: "axis", renderMode: "richText" },
    xAxis: {
      type: "category", data: data.hours.map((hour, place) => (place === last ? `${hour} …` : hour)),
      axisLabel: { fontSize: size, color: ink }, axisLine: { lineStyle: { color: ink } }, axisTick: { show: false },
    },
    yAxis: {
      type: "value", minInterval: 1, splitNumber: 4,
      axisLabel: { fontSize: size, color: ink }, splitLine: { lineStyle: { color: look.rule || colour("--line") } },
    },
    series: data.series.map((each) => ({
      name: each.name, type: "bar", barMaxWidth: size * 3.4, barGap: "12%", silent: !!look.still,
      data: each.values.map((value, place) => (place === last ? { value, itemStyle: { opacity: 0.6 } } : value)),
      label: { show: data.hours.length < 9, position: "top", fontSize: size * 0.92, color: ink, formatter: (bar) => (bar.value ? bar.value.toLocaleString("en") : "") },
    })),
  };
}

/** Lying bars, the longest on top: `data` has `names`, `values` and `name`. */
export function bars(data, look = {}) {
  const size = look.size || 13;
  const ink = look.ink || colour("--ink-2");
  return {
    animation: false, textStyle,
    color: look.colours || [colour("--c1")],
    grid: { left: size * 0.4, right: size * 4.5, top: 0, bottom: 0, containLabel: true },
    tooltip: { show: false },
    xAxis: { type: "value", show: false },
    yAxis: {
      type: "category", inverse: true, data: data.names, axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { fontSize: size, color: ink, width: size * 8, overflow: "truncate" },
    },
    series: [{
      name: data.name, type: "bar", data: data.values, silent: true, barMaxWidth: size * 1.5,
      label: { show: true, position: "right", fontSize: size, fontWeight: "bold", color: ink, formatter: (bar) => bar.value.toLocaleString("en") },
    }],
  };
}
