// The charts of the last two minutes, and the sums beside them.

const KEPT = 120;

const CHARTS = [
  {title: 'Calls a second', lines: [
    {name: 'answered', colour: '--good', rate: s => s.succeeded},
    {name: 'failed', colour: '--bad', rate: s => s.failed},
    {name: 'cancelled', colour: '--muted', rate: s => s.cancelled},
    {name: 'retries', colour: '--warn', rate: s => s.retries}]},
  {title: 'Tokens a second', lines: [
    {name: 'read', colour: '--second', rate: s => s.promptTokens},
    {name: 'written', colour: '--first', rate: s => s.completionTokens}]},
  {title: 'To the first token, ms', lines: [
    {name: 'p50', colour: '--good', value: s => s.toFirstToken.p50},
    {name: 'p95', colour: '--warn', value: s => s.toFirstToken.p95},
    {name: 'p99', colour: '--bad', value: s => s.toFirstToken.p99}]},
  {title: 'Cost, US dollars', lines: [
    {name: 'so far', colour: '--first', value: s => s.cost}]},
  {title: 'To the gateway', lines: [
    {name: 'connections', colour: '--first', value: s => s.connections},
    {name: 'streams', colour: '--second', value: s => s.streams},
    {name: 'waiting', colour: '--warn', value: s => s.queued}]},
];

const TILES = [
  ['Calls', s => s.started],
  ['Under way', s => s.active],
  ['Failed', s => s.failed],
  ['Cancelled', s => s.cancelled],
  ['Retries', s => s.retries],
  ['Tokens', s => s.promptTokens + s.completionTokens],
  ['Cost', s => dollars(s.cost)],
  ['Browsers', s => s.browsers],
];

export function dollars(value) {
  return '$' + (value === 0 ? '0' : value < 0.01 ? value.toFixed(6).replace(/0+$/, '') : value.toFixed(2));
}

const samples = [];
let charts = [];

/** Builds what the samples are shown in. */
export function begin() {
  for (const [name] of TILES) {
    const tile = document.createElement('div');
    const term = document.createElement('dt');
    const value = document.createElement('dd');
    term.textContent = name;
    value.textContent = '0';
    tile.append(term, value);
    document.getElementById('tiles').append(tile);
  }
  charts = CHARTS.map(chart);
  new ResizeObserver(() => charts.forEach(({plot, box}) =>
    plot.setSize({width: box.clientWidth, height: plot.height}))).observe(document.getElementById('charts'));
  addEventListener('theme', () => charts.forEach(({plot}) => plot.redraw(false, true)));
}

function chart(description) {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const title = document.createElement('strong');
  title.textContent = description.title;
  caption.append(title);
  const values = description.lines.map(line => {
    const legend = document.createElement('span');
    const value = document.createElement('b');
    legend.className = 'legend' + line.colour;
    value.textContent = '0';
    legend.append(line.name + ' ', value);
    caption.append(legend);
    return value;
  });
  const box = document.createElement('div');
  box.setAttribute('aria-hidden', 'true'); // The caption has the figures.
  figure.append(caption, box);
  document.getElementById('charts').append(figure);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const axis = {
    stroke: () => colour('--muted'),
    grid: {stroke: () => colour('--line'), width: 1},
    ticks: {show: false},
    font: '11px system-ui, sans-serif',
  };
  const plot = new uPlot({
    width: box.clientWidth || 300,
    height: 120,
    legend: {show: false},
    cursor: {show: false},
    padding: [6, 24, 0, 0],
    scales: {y: {range: (u, min, max) => [0, max > 0 ? max * 1.1 : 1]}},
    axes: [
      {...axis, grid: {show: false}, size: 22, space: 70,
        values: (u, times) => times.map(time =>
          new Date(time * 1000).toLocaleTimeString([], {hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit'}))},
      {...axis, size: 48, space: 28,
        values: (u, splits) => splits.map(v => Number(v.toPrecision(4)).toLocaleString('en'))},
    ],
    series: [{}, ...description.lines.map(line =>
      ({stroke: () => colour(line.colour), width: 2, points: {show: false}}))],
  }, [[], ...description.lines.map(() => [])], box);
  return {description, plot, box, values};
}

/** Takes samples, oldest first, and shows them. */
export function add(...news) {
  samples.push(...news);
  samples.splice(0, Math.max(0, samples.length - KEPT));
  if (samples.length === 0) {
    return;
  }
  const newest = samples[samples.length - 1];
  document.querySelectorAll('#tiles dd').forEach((tile, i) => {
    const value = TILES[i][1](newest);
    tile.textContent = typeof value === 'number' ? value.toLocaleString('en') : value;
  });
  const times = samples.map(s => s.time / 1000);
  for (const {description, plot, values} of charts) {
    const lines = description.lines.map(line => samples.map((s, i) => valueOf(line, s, samples[i - 1])));
    plot.setData([times, ...lines]);
    lines.forEach((line, i) => {
      const value = line[line.length - 1] ?? 0;
      values[i].textContent = value < 1 ? Number(value.toPrecision(2)) : Math.round(value).toLocaleString('en');
    });
  }
  budgets(newest.budgets);
}

function valueOf(line, sample, before) {
  if (line.value) {
    return line.value(sample);
  }
  if (!before) {
    return 0;
  }
  return Math.max(0, line.rate(sample) - line.rate(before)) / Math.max(0.001, (sample.time - before.time) / 1000);
}

function budgets(states) {
  const list = document.getElementById('budgets');
  states.forEach((state, i) => {
    let row = list.children[i];
    if (!row) {
      row = document.createElement('label');
      row.append(document.createElement('span'), document.createElement('progress'));
      list.append(row);
    }
    const [text, bar] = row.children;
    const money = state.unit === 'COST';
    const amount = v => money ? dollars(v) : v.toLocaleString('en');
    text.textContent = `${state.name}: ${amount(state.used)} of ${amount(state.limit)}`;
    bar.max = state.limit;
    bar.value = Math.min(state.used, state.limit);
  });
}

/** Shows the newest lines of the activity. */
export function activity(lines) {
  document.getElementById('activity').replaceChildren(...lines.reverse().map(line => {
    const item = document.createElement('li');
    item.textContent = line;
    return item;
  }));
}
