'use strict';
const dark = matchMedia('(prefers-color-scheme: dark)');
const charts = [];

function time(nanos) {
  const units = ['ns', 'us', 'ms', 's'];
  let value = nanos, unit = 0;
  while (value >= 1000 && unit < 3) { value /= 1000; unit++; }
  return +value.toPrecision(3) + ' ' + units[unit];
}

function percentile(x) { return 'p' + +(100 - 100 / x).toPrecision(8); }

function line(label, points, light, deep, dash) {
  return {label, data: points, light, deep, borderDash: dash || [], borderWidth: 1.5, pointRadius: 0, tension: 0};
}

function axis(title, type, tick) {
  return {type, title: {display: true, text: title}, ticks: {callback: tick, maxRotation: 0}, grid: {}};
}

function plot(id, lines, x, y) {
  const chart = new Chart(document.getElementById(id), {
    type: 'line',
    data: {datasets: lines},
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, parsing: false,
      interaction: {mode: 'nearest', axis: 'x', intersect: false},
      plugins: {
        legend: {display: lines.length > 1, labels: {boxHeight: 0}},
        tooltip: {callbacks: {
          title: items => x.ticks.callback(items[0].parsed.x),
          label: item => item.dataset.label + ': ' + y.ticks.callback(item.parsed.y)
        }}
      },
      scales: {x, y}
    }
  });
  charts.push(chart);
}

function paint(isDark) {
  const ink = isDark ? '#c9cfd8' : '#333a45', grid = isDark ? '#2b313a' : '#e3e6eb';
  for (const chart of charts) {
    for (const set of chart.data.datasets) { set.borderColor = set.backgroundColor = isDark ? set.light : set.deep; }
    for (const scale of Object.values(chart.options.scales)) {
      scale.grid.color = grid; scale.ticks.color = ink; scale.title.color = ink;
    }
    chart.options.plugins.legend.labels.color = ink;
    chart.update('none');
  }
}

const over = key => result.intervals.map(part => ({x: part.start + part.seconds / 2, y: part[key]}));
const positive = key => over(key).filter(point => point.y > 0);
const seconds = value => +(+value).toFixed(2) + ' s';
const count = value => Math.round(value).toLocaleString('en').replaceAll(',', ' ');

const tails = axis('percentile', 'logarithmic', percentile);
tails.afterBuildTicks = scale => {
  scale.ticks = [1, 2, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7].filter(x => x <= scale.max).map(value => ({value}));
};
plot('percentiles', [line('latency', curve, '#7cb4ff', '#1558b0')], tails, axis('latency', 'linear', time));
plot('rate', [line('answers a second', result.intervals.map(part => ({x: part.start + part.seconds / 2, y: part.answers / part.seconds})),
  '#7cb4ff', '#1558b0')], axis('time', 'linear', seconds), Object.assign(axis('answers a second', 'linear', count), {beginAtZero: true}));
plot('latency', [
  line('p50', positive('p50'), '#7cb4ff', '#1558b0'),
  line('p90', positive('p90'), '#8fd6a0', '#1c7a3a', [6, 3]),
  line('p99', positive('p99'), '#ffc46b', '#a65a00', [2, 3]),
  line('max', positive('max'), '#ff9a94', '#b3261e', [8, 3, 2, 3])
], axis('time', 'linear', seconds), axis('latency', 'logarithmic', value => time(value)));

paint(dark.matches);
dark.addEventListener('change', change => paint(change.matches));
addEventListener('beforeprint', () => { paint(false); charts.forEach(chart => chart.resize()); });
addEventListener('afterprint', () => { paint(dark.matches); charts.forEach(chart => chart.resize()); });
