// What was found, as tables of Markdown and as a chart.

const rounded = (number, places = 0) =>
  number === undefined || number === null || Number.isNaN(number) ? '–' : number.toLocaleString('en', { maximumFractionDigits: places, minimumFractionDigits: places });
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), `|${'---|'.repeat(head.length)}`, ...rows.map(row)].join('\n');

/** Ratios stand first: they hold on another machine, too. */
function firstViewTable({ label, cold, warm }) {
  const limit = cold['plain HTML, one sheet'].painted.median;
  const peer = cold.TimelineJS.interactive.median;
  const spread = ({ median, spread: [low, high] }) => (Number.isNaN(median) || median === undefined ? '–' : `${rounded(median)} (${rounded(low)}–${rounded(high)})`);
  const times = (value, unit) => (value === undefined || Number.isNaN(value) || value === null ? '–' : `×${(value / unit).toFixed(2)}`);
  const rows = Object.entries(cold).map(([system, found]) => [
    system,
    times(found.painted.median, limit), times(found.interactive.median, peer),
    rounded(found.bytes / 1000, 1), spread(found.painted), spread(found.largest), spread(found.interactive), spread(found.blocking),
    found.shift.toFixed(3), rounded(found.nodes), spread(warm[system].interactive),
  ]);
  const head = ['', 'readable, × HTML with a sheet', 'interactive, × TimelineJS', 'KB', 'FCP, ms', 'LCP, ms', 'interactive, ms', 'blocking, ms', 'shift', 'nodes', 'interactive, warm cache, ms'];
  return `**${label}**\n\n${table(head, rows)}`;
}

/** Where the time of our printed page goes: each file, from when it is asked for until it is there, and what then is left. */
function waterfallTable({ label, cold, files }) {
  const { painted, interactive } = cold['ours, printed'];
  const there = Math.max(...files.map(({ to }) => to));
  const line = (name, bytes, from, to) => [name, bytes, rounded(from), rounded(to)];
  const rows = files.map(({ name, bytes, from, to }) => line(name.replace(/first-view-\d+\.html/, 'the page').replace(/-[0-9a-f]{16}/, '-…'), rounded(bytes / 1000, 1), from, to));
  rows.push(line('words are read (FCP)', '', 0, painted.median), line('after the last file, to interactive', '', there, interactive.median));
  return `Ours, printed, file by file, at ${label}:\n\n${table(['', 'KB', 'from, ms', 'to, ms'], rows)}`;
}

function growthTable(found) {
  const rows = [];
  for (const [system, counts] of Object.entries(found)) {
    for (const [count, one] of Object.entries(counts)) {
      if (one.died) rows.push([system, rounded(Number(count)), one.died.replaceAll('|', '\\|'), '', '', '', '', '']);
      else {
        const frames = (lengths) => (lengths ? ['p50', 'p95', 'max'].map((part) => rounded(lengths[part])).join(' / ') : '–');
        rows.push([
          system, rounded(Number(count)), rounded(one.ready), frames(one.zoomed), frames(one.panned), rounded(one.nodes),
          rounded(one.heap / 1e6, 1), one.wasm ? rounded(one.wasm / 1e6, 1) : '–',
        ]);
      }
    }
  }
  return table(['', 'events', 'data to interactive, ms', 'zoom, p50 / p95 / max ms', 'pan, p50 / p95 / max ms', 'nodes', 'heap, MB', 'Wasm, MB'], rows);
}

const interactionTable = (found) =>
  table(['', 'p98, ms', 'median, ms', 'interactions told'], Object.entries(found).map(([system, { p98, median, told }]) => [system, rounded(p98), rounded(median), told]));

function nativeTable({ instructions, documents, markup }) {
  const rows = Object.entries(instructions ?? {}).map(([count, number]) => [`instructions of a frame, ${rounded(Number(count))} events`, rounded(number)]);
  rows.push([`documents a second, of ${rounded(documents.count)}`, rounded(documents.perSecond)], ['most memory meanwhile, MB', rounded(documents.memory / 1e6, 1)]);
  const parts = [{ name: '**the whole element**', ...markup }, ...markup.parts];
  const html = table(
    ['printed HTML of the default explainer', 'raw, bytes', 'brotli 11, bytes (of a part: what it adds)'],
    parts.map(({ name, raw, brotli }) => [name, rounded(raw), rounded(brotli)]),
  );
  return `${table(['', ''], rows)}\n\n${html}`;
}

const PARTS = {
  'first-view': (found) => [...Object.values(found).map(firstViewTable), waterfallTable(found.phone)].join('\n\n'),
  growth: growthTable,
  interaction: interactionTable,
  native: nativeTable,
};

/** A text with each part's table between its marks (`<!-- growth -->` and `<!-- /growth -->`). */
export function tables(text, results) {
  const versions = Object.entries(results.versions).map(([name, version]) => `${name.replace('@knight-lab/', '')} ${version}`).join(', ');
  for (const [part, print] of Object.entries(PARTS)) {
    if (!results[part]) continue;
    const { date, found } = results[part];
    const marks = new RegExp(`(<!-- ${part} -->\n)[^]*?(<!-- /${part} -->)`);
    text = text.replace(marks, (_, open, close) => `${open}Measured on ${date}: ${versions}.\n\n${print(found)}\n${close}`);
  }
  return text;
}

const COLOURS = { ours: '#0072b2', TimelineJS: '#d55e00', 'vis-timeline': '#00875f', 'react-chrono': '#a64d86' };

/** Growth as a drawing: data to interactive over the number of events, both in powers of ten. */
export function chart(found) {
  const [width, height, left, bottom, top, right] = [720, 420, 70, 50, 20, 130];
  const x = (count) => left + ((Math.log10(count) - 2) / 4) * (width - left - right);
  const y = (time) => height - bottom - ((Math.log10(time) - 1) / 4) * (height - bottom - top);
  const grid = [];
  for (const count of [100, 1e3, 1e4, 1e5, 1e6]) {
    grid.push(`<line x1="${x(count)}" y1="${top}" x2="${x(count)}" y2="${height - bottom}"/><text x="${x(count)}" y="${height - bottom + 20}" text-anchor="middle">${rounded(count)}</text>`);
  }
  for (const time of [10, 100, 1e3, 1e4, 1e5]) {
    grid.push(`<line x1="${left}" y1="${y(time)}" x2="${width - right}" y2="${y(time)}"/><text x="${left - 8}" y="${y(time) + 4}" text-anchor="end">${rounded(time)} ms</text>`);
  }
  const lines = Object.entries(found).map(([system, counts]) => {
    const points = Object.entries(counts).filter(([, one]) => !one.died).map(([count, one]) => [x(Number(count)), y(one.ready)]);
    if (!points.length) return '';
    const [endX, endY] = points.at(-1);
    const dots = points.map(([x, y]) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4"/>`).join('');
    return `<g fill="${COLOURS[system]}" stroke="none"><polyline points="${points.map((point) => point.map((at) => at.toFixed(1)).join(',')).join(' ')}" fill="none" stroke="${COLOURS[system]}" stroke-width="2"/>${dots}<text x="${(endX + 10).toFixed(1)}" y="${(endY + 4).toFixed(1)}">${system}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Data to interactive, by the number of events</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<g stroke="#d9dce1" fill="none">${grid.join('').replaceAll('<text', '<text stroke="none" fill="#555b66"')}</g>
<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle" fill="#16181d">events</text>
${lines.join('\n')}
</svg>
`;
}
