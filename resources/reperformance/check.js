'use strict';
/* Checks a re-performance kit of a SOC 2 engagement: draws every sample again, computes every size, rate and upper
 * limit again, hashes every file again, and compares all of it with the figures attached to the signed report.
 *   node check.js [KIT] [--json]     KIT is a folder or a .zip; by default the folder of this file
 * Exit code 0: everything agrees; 4: something does not, and the place is named; 2: there is no kit.
 * Needs Node 20.16 or later and nothing else. check.py does the same in Python. README.txt explains the files. */
const fs = process.getBuiltinModule('node:fs');
const path = process.getBuiltinModule('node:path');
const zlib = process.getBuiltinModule('node:zlib');
const { createHash } = process.getBuiltinModule('node:crypto');

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const problems = [];
const checked = { files: 0, rows: 0, samples: 0, items: 0, results: 0, evidence: 0, figures: 0 };
const problem = (code, place, message) => problems.push({ code, place, message });
const show = (value) => String(value ?? 'none');
const differs = (code, place, what, recorded, again) => {
  if (recorded !== again) problem(code, place, `${what}: on record ${show(recorded)}, again ${show(again)}`);
};
const textOrder = (a, b) => Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));

/* ---- The kit: a folder or an archive ---- */
function openKit(place) {
  if (fs.statSync(place).isDirectory()) {
    const found = fs.readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const pathOf = (entry) => path.relative(place, path.join(entry.parentPath, entry.name));
    const names = found.map((entry) => pathOf(entry).replaceAll(path.sep, '/'));
    return { names, read: (name) => (names.includes(name) ? fs.readFileSync(path.join(place, name)) : null) };
  }
  const entries = zipEntries(fs.readFileSync(place));
  return { names: [...entries.keys()], read: (name) => (entries.has(name) ? entries.get(name)() : null) };
}
/** The files of an archive by name, from its central directory; each is unpacked when it is asked for. */
function zipEntries(bytes) {
  const entries = new Map();
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('not a zip archive');
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const local = bytes.readUInt32LE(at + 42);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    entries.set(name, () => (method === 0 ? content : zlib.inflateRawSync(content)));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}
function checkFiles(kit, index) {
  for (const { path: name, sha256: recorded, size } of index.files) {
    const bytes = kit.read(name);
    checked.files += 1;
    if (bytes === null) problem('file-missing', name, 'the file is not in the kit');
    else if (sha256(bytes) !== recorded || bytes.length !== size)
      problem('file-altered', name, `SHA-256: on record ${recorded}, again ${sha256(bytes)}`);
  }
  const listed = new Set(['kit.json', ...index.files.map((file) => file.path)]);
  for (const name of [...kit.names].sort(textOrder))
    if (!listed.has(name)) problem('file-unlisted', name, 'the file is in the kit but not in its index');
}
/* ---- Populations ---- */
/** JSON without spaces and with sorted keys: the text that a population's hash is made of. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
function populationHash({ fileSha256, sheet, encoding, delimiter, dateColumn, stratumColumn, keyColumns, ...rest }) {
  const keyColumn = keyColumns.length > 1 ? keyColumns : (keyColumns[0] ?? null);
  const filters = rest.filters.map(({ kind, column, values }) => ({ kind, column, values }));
  return sha256(canonical({ fileSha256, sheet, encoding, delimiter, dateColumn, stratumColumn, keyColumn, filters }));
}
function filterKeeps({ kind, column, values }, { key, day, cells }, columns) {
  const cell = cells[columns.indexOf(column)] ?? '';
  if (kind === 'withinPeriod') return day === null || (values[0] <= day && day <= values[1]);
  if (kind === 'columnEquals') return values.includes(cell);
  if (kind === 'columnNotEquals') return !values.includes(cell);
  return !values.includes(key);
}
/** Reads the rows of a population, checks each, and gives those that the filters keep. */
function checkPopulation(kit, population) {
  const bytes = kit.read(population.rows);
  if (bytes === null) return [];
  differs('rows-digest', population.rows, 'digest of the rows', population.rowsSha256, sha256(bytes));
  const { columns, filters, populationSha256 } = population;
  differs('population-hash', population.rows, 'hash of the population', populationSha256, populationHash(population));
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  const [removed, keys, records] = [filters.map(() => 0), new Set(), []];
  let before = 1;
  for (const line of lines) {
    const [rowNumber, key, day, kept, cells] = JSON.parse(line);
    const place = `${population.rows} row ${rowNumber}`;
    const row = { rowNumber, key, day, cells };
    if (!(rowNumber > before)) problem('row-number', place, `the row does not come after row ${before}`);
    before = rowNumber;
    const parts = population.keyColumns.map((name) => cells[columns.indexOf(name)] ?? '');
    differs('row-key', place, 'key', key, parts.join(' | '));
    const date = population.dateColumn === null ? '' : (cells[columns.indexOf(population.dateColumn)] ?? '').trim();
    // A time with an offset falls on a day that depends on the time zone; a plain date is its own day.
    if (/^\d{4}-\d{2}-\d{2}$/.test(date)) differs('row-day', place, 'day', day, date);
    if (key.trim() === '' || keys.has(key)) problem('row-key', place, `the key ${key} is blank or repeated`);
    keys.add(key);
    const leftOutBy = filters.findIndex((filter) => !filterKeeps(filter, row, columns));
    if (leftOutBy >= 0) removed[leftOutBy] += 1;
    differs('row-filter', place, 'kept by the filters', kept, leftOutBy < 0);
    if (kept) records.push(row);
  }
  checked.rows += lines.length;
  differs('population-count', population.rows, 'rows', population.rowsInFile, lines.length);
  differs('population-count', population.rows, 'records', population.recordCount, records.length);
  for (const [index, { code, removedRows }] of filters.entries())
    differs('population-count', population.rows, `rows left out by ${code}`, removedRows, removed[index]);
  return records;
}
/* ---- Draws ---- */
/** The records in the order of their tickets: consistent sampling (Rivest, 2018). */
function inTicketOrder(records, seed) {
  const prefix = sha256(seed);
  const digitsOf = ({ key }) => BigInt(`0x${sha256(prefix + key)}`).toString().padStart(64, '0');
  return records
    .map((record) => ({ record, ticket: [...digitsOf(record)].reverse().join('') }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ record }) => record);
}
/** Every so many-th record of the list sorted by key, from a start that the seed gives. */
function drawSystematic(records, seed, size) {
  const sorted = [...records].sort((a, b) => textOrder(a.key, b.key));
  const interval = Math.floor(sorted.length / size);
  if (interval < 1) return [];
  const start = Number(BigInt(`0x${sha256(sha256(seed) + 'systematic-sampler/1')}`) % BigInt(interval));
  return Array.from({ length: size }, (_, index) => sorted[start + index * interval]);
}
function drawStratified(records, seed, size, allocation) {
  const strata = new Map();
  for (const record of records) strata.set(record.stratum, [...(strata.get(record.stratum) ?? []), record]);
  const names = [...strata.keys()].sort(textOrder);
  const given = new Map((allocation ?? []).map(({ stratum, items }) => [stratum, items]));
  const counts = names.map((name) => strata.get(name).length);
  const shares = allocation === null ? allocate(counts, size) : names.map((name) => given.get(name) ?? 0);
  return names.flatMap((name, index) => inTicketOrder(strata.get(name), seed).slice(0, shares[index]));
}
/** In proportion by largest remainder, at least one each where the size allows it. */
function allocate(counts, size) {
  const shares = counts.map(() => null);
  for (;;) {
    const open = counts.flatMap((_, index) => (shares[index] === 1 ? [] : [index]));
    const total = open.reduce((sum, index) => sum + counts[index], 0);
    const rest = size - (counts.length - open.length);
    const whole = new Map(open.map((index) => [index, Math.floor((rest * counts[index]) / total)]));
    let left = rest - [...whole.values()].reduce((sum, items) => sum + items, 0);
    for (const index of [...open].sort((a, b) => ((rest * counts[b]) % total) - ((rest * counts[a]) % total) || a - b))
      if (left-- > 0) whole.set(index, whole.get(index) + 1);
    const empty = size < counts.length ? [] : open.filter((index) => whole.get(index) === 0);
    if (empty.length === 0) return counts.map((_, index) => shares[index] ?? whole.get(index));
    for (const index of empty) shares[index] = 1;
  }
}
const isRandom = ({ basis, method }) =>
  basis !== 'all' && basis !== 'targeted' && ['simpleRandom', 'systematic', 'stratified'].includes(method);
/** The keys of a family in the order of their sequence, drawn again. */
function redraw(family, records) {
  const [first] = family.plans;
  if (first.basis === 'all') return records.map((record) => record.key);
  const named = [...first.chosenKeys, ...family.items.map((item) => item.key).slice(first.chosenKeys.length)];
  if (!isRandom(first)) return named;
  const { seed, chosenSize: size } = first;
  const base = {
    simpleRandom: () => inTicketOrder(records, seed).slice(0, size),
    systematic: () => drawSystematic(records, seed, size),
    stratified: () => drawStratified(records, seed, size, first.allocation ?? null),
  }[first.method]();
  const taken = new Set(base);
  const rest = family.items.length > base.length ? records.filter((record) => !taken.has(record)) : [];
  const open = inTicketOrder(rest, seed);
  const later = family.items.slice(base.length).map((item) => {
    const isInStratum = first.method === 'stratified' && item.replacementOf !== null;
    const index = open.findIndex((record) => !isInStratum || record.stratum === item.stratum);
    return index < 0 ? undefined : open.splice(index, 1)[0];
  });
  return [...base, ...later].map((record) => record?.key);
}
function checkDraw(place, family, population, records) {
  const [first] = family.plans;
  const at = population.columns.indexOf(first.stratumColumn);
  const withStratum = records.map((row) => ({ ...row, stratum: at < 0 ? null : (row.cells[at] ?? '') }));
  const byKey = new Map(withStratum.map((row) => [row.key, row]));
  const keys = redraw(family, withStratum);
  for (let index = 0; index < Math.max(keys.length, family.items.length); index += 1)
    differs('pick', `${place} item ${index + 1}`, 'record drawn', family.items[index]?.key, keys[index]);
  for (const item of family.items) {
    const row = byKey.get(item.key);
    const where = `${place} item ${item.ordinal}`;
    if (row === undefined) problem('pick', where, `${item.key} is not a record of the population`);
    else if (row.rowNumber !== item.rowNumber || row.day !== item.occurredOn || row.stratum !== item.stratum)
      problem('pick', where, `row, day or stratum of ${item.key} are not those of the population`);
  }
  for (const plan of family.plans.filter((one) => one.drawnAt !== null)) {
    const items = family.items.filter((item) => item.planId === plan.id && item.replacementOf === null);
    const where = `${place} plan ${plan.id}`;
    const { populationSha256: hash } = population;
    differs('sample-size', where, 'items drawn', plan.chosenSize, items.length);
    differs('population-hash', where, 'population drawn from', plan.drawnPopulationSha256, hash);
    differs('population-count', where, 'records drawn from', plan.drawnPopulationCount, records.length);
  }
}

/* ---- Sizes and limits: whole numbers throughout, so that nothing is rounded ---- */
function choose(n, k) {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let step = 1; step <= Math.min(k, n - k); step += 1) ways = (ways * BigInt(n - step + 1)) / BigInt(step);
  return ways;
}
/** A population: large with a rate (part of whole), or counted with so many deviations. */
const large = (part, whole) => ({ part: BigInt(part), whole: BigInt(whole) });
const counted = (size, deviations) => ({ size, deviations });
/** The weight of exactly k deviations among n items, and the weight of all outcomes. */
function weight({ part, whole, size, deviations }, n, k) {
  if (size !== undefined) return choose(deviations, k) * choose(size - deviations, n - k);
  return k > n ? 0n : choose(n, k) * part ** BigInt(k) * (whole - part) ** BigInt(n - k);
}
const total = (model, n) => (model.size === undefined ? model.whole ** BigInt(n) : choose(model.size, n));
function atMost(model, n, k) {
  const counts = Array.from({ length: Math.min(k, n) + 1 }, (_, found) => found);
  return counts.reduce((sum, found) => sum + weight(model, n, found), 0n);
}
const isWithinRisk = (model, n, k, risk) => atMost(model, n, k) * 10000n <= BigInt(risk) * total(model, n);
/** The first number from low to high at which a condition holds that, once it holds, goes on to hold; or undefined. */
function firstWhere(low, high, holds) {
  if (low > high || !holds(high)) return undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
const intolerable = (rate, size) =>
  size === undefined ? large(rate, 10000) : counted(size, Math.floor((rate * size) / 10000) + 1);
/** Reference: the smallest n with P(X <= k) at most the risk, k being the expected rate times n, rounded up. */
function statisticalSize({ risk, tolerableRate, expectedRate }, size) {
  const model = intolerable(tolerableRate, size);
  for (let k = 0; ; k += 1) {
    const n = firstWhere(0, Math.min(size ?? 10000, 10000), (items) => isWithinRisk(model, items, k, risk));
    if (n === undefined && size === undefined) return undefined;
    if (n === undefined) return { size, allowed: Math.floor((tolerableRate * size) / 10000) };
    if (expectedRate * n <= k * 10000) return { size: n, allowed: k };
  }
}
const usesCount = (items, size) => size < 2000 || items * 20 > size;
function plannedSize(rates, size) {
  const [finite, infinite] = [statisticalSize(rates, size), statisticalSize(rates, undefined)];
  return infinite === undefined || usesCount(finite.size, size) ? finite.size : infinite.size;
}
/** Items to add after one deviation more than allowed, so that the risk of both stages together stays as planned. */
function furtherItems(first, size) {
  const { rates: { risk, tolerableRate }, chosenSize: n } = first;
  const isCounted = usesCount(n, size);
  const model = intolerable(tolerableRate, isCounted ? size : undefined);
  const k = statisticalSize(first.rates, size).allowed;
  const [within, last, all] = [atMost(model, n, k), weight(model, n, k + 1), total(model, n)];
  const after = isCounted ? counted(size - n, Math.max(model.deviations - k - 1, 0)) : model;
  const isEnough = (more) =>
    (within * total(after, more) + last * weight(after, more, 0)) * 10000n <= BigInt(risk) * all * total(after, more);
  return firstWhere(0, Math.min(10000, (isCounted ? size : Infinity) - n), isEnough);
}
function guidedSize(rule, size) {
  if (rule.kind === 'all') return size;
  if (rule.kind === 'items') return Math.min(rule.items, size);
  if (size <= rule.allUpTo) return size;
  if (size > rule.beyond) return Math.min(rule.beyondItems, size);
  return Math.min(Math.max(Math.ceil((size * rule.percent) / 100), rule.minimum), rule.maximum, size);
}
/** A top-up of an interim sample takes what guidance over all records of the period leaves for its own. */
const guided = ({ guidance, interim }, size, before = interim ?? { records: 0, items: 0 }) =>
  Math.min(size, Math.max(1, guidedSize(guidance, size + before.records) - before.items));
function sizeOf(first, plan) {
  const size = plan.drawnPopulationCount;
  if (plan.parentId === first.id && first.rates !== null) return furtherItems(first, size) ?? plan.chosenSize;
  if (plan.parentId !== null) return plan.computedSize;
  if (plan.basis === 'statistical') return plannedSize(plan.rates, size);
  if (plan.basis === 'frequencyGuidance') return guided(plan, size);
  return plan.basis === 'all' ? size : plan.chosenSize;
}
function checkSizes(place, family) {
  for (const plan of family.plans.filter((one) => one.drawnAt !== null)) {
    const again = sizeOf(family.plans[0], plan);
    const where = `${place} plan ${plan.id}`;
    differs('plan-size', where, 'size that the plan gives', plan.computedSize, again);
    if (plan.chosenSize < again && (plan.overrideReason ?? '').trim() === '')
      problem('plan-size', where, `${plan.chosenSize} items instead of ${again} without a reason`);
  }
}
/** The one-sided exact limit: millionths of a large population, records of a counted one. */
function upperLimit(n, k, risk, size) {
  const most = size - (n - k);
  const isOut = (d) => d > most || isWithinRisk(counted(size, d), n, k, risk);
  if (usesCount(n, size))
    return { distribution: 'hypergeometric', count: n === size ? k : firstWhere(k, most + 1, isOut) - 1 };
  const millionths = k === n ? 1000000 : firstWhere(0, 1000000, (m) => isWithinRisk(large(m, 1000000), n, k, risk));
  return { distribution: 'binomial', millionths };
}

/* ---- Results, rates, evidence ---- */
const underTest = (family) => {
  const ids = new Set(family.plans.filter(({ status }) => /^(drawn|expanded)$/.test(status)).map(({ id }) => id));
  return family.items.filter((item) => ids.has(item.planId) && item.status !== 'replaced');
};
const resultOf = (item, attribute) => item.results.find((result) => result.attribute === attribute)?.result ?? null;
function checkRate(place, test, family) {
  const [first] = family.plans;
  if (family.rate === null) return;
  const keys = test.attributes.map(({ key }) => key);
  const items = underTest(family);
  const counting = items.filter((item) => keys.some((key) => resultOf(item, key) !== 'notApplicable')).length;
  const deviating = items.filter((item) => keys.some((key) => resultOf(item, key) === 'deviation')).length;
  differs('rate', place, 'items that count', family.rate.items, counting);
  differs('rate', place, 'items with a deviation', family.rate.deviating, deviating);
  if (first.basis !== 'statistical' || counting === 0) return;
  const limit = upperLimit(counting, deviating, first.rates.risk, first.drawnPopulationCount);
  differs('limit', place, 'upper limit', canonical(family.rate.limit), canonical(limit));
  const isLarge = limit.distribution === 'binomial';
  const [part, whole] = isLarge ? [limit.millionths, 1000000] : [limit.count, first.drawnPopulationCount];
  const supports = part * 10000 <= first.rates.tolerableRate * whole;
  differs('limit', place, 'limit within the tolerable rate', family.rate.supportsReliance, supports);
}
function checkResults(place, test) {
  const items = test.families.flatMap(underTest);
  for (const attribute of test.attributes)
    for (const kind of ['pass', 'deviation', 'notApplicable']) {
      const again = items.filter((item) => resultOf(item, attribute.key) === kind).length;
      differs('result', `${place} attribute ${attribute.key}`, `results “${kind}”`, attribute[kind], again);
    }
  const standing = new Set(test.deviations.map(({ itemId, attribute }) => `${itemId} ${attribute}`));
  const found = new Set();
  for (const item of test.families.flatMap((family) => family.items))
    for (const result of item.results) {
      checked.results += 1;
      if (result.result !== 'deviation') continue;
      found.add(`${item.id} ${result.attribute}`);
      const where = `${place} item ${item.ordinal} attribute ${result.attribute}`;
      if (!standing.has(`${item.id} ${result.attribute}`))
        problem('deviation', where, 'a deviation is in the grid but not on record');
    }
  for (const { code, itemId, attribute } of test.deviations)
    if (itemId !== null && attribute !== null && !found.has(`${itemId} ${attribute}`))
      problem('deviation', `${place} ${code}`, 'the deviation is on record but not in the grid');
}
function checkTest(index, name, test, populations) {
  for (const [number, family] of test.families.entries()) {
    const place = `${name} sample ${number + 1}`;
    const { population, records } = populations.get(family.populationId) ?? {};
    checked.samples += 1;
    checked.items += family.items.length;
    if (family.items.length === 0 && family.plans.every((plan) => plan.drawnAt === null)) continue;
    if (population === undefined) problem('population-missing', place, 'the kit does not hold the population');
    else checkDraw(place, family, population, records);
    checkSizes(place, family);
    checkRate(place, test, family);
  }
  checkResults(name, test);
}
function checkEvidence(kit, index, tests) {
  const known = new Set(index.evidence.map((file) => file.sha256));
  for (const [name, test] of tests)
    for (const item of [...test.families.flatMap((family) => family.items), ...test.deviations]) {
      const label = item.ordinal === undefined ? item.code : `item ${item.ordinal}`;
      for (const digest of [...item.evidence, ...(item.results ?? []).flatMap((result) => result.evidence)])
        if (!known.has(digest)) problem('evidence-unknown', `${name} ${label}`, `no file ${digest} is on record`);
    }
  for (const file of index.evidence.filter((one) => one.path !== null)) {
    const bytes = kit.read(file.path);
    checked.evidence += 1;
    const where = `${file.path} (${file.name})`;
    if (bytes !== null) differs('evidence-altered', where, 'SHA-256', file.sha256, sha256(bytes));
  }
}

/* ---- The report ---- */
/** Whether a document carries these bytes as an attached file: one of its compressed streams unpacks to them. */
function carries(pdf, bytes) {
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    const start = at + 6 + (pdf[at + 6] === 13 ? 2 : 1);
    if (pdf[start] !== 0x78) continue;
    try {
      if (zlib.inflateSync(pdf.subarray(start, pdf.indexOf('endstream', start))).equals(bytes)) return true;
    } catch {} // no compressed stream after all
  }
  return false;
}
const BASES = { statistical: 'statistical', frequencyGuidance: 'frequency', all: 'all' };
const METHODS = { simpleRandom: 'random', judgmental: 'targeted' };
/** What the report must say of each of its tests, from the kit alone; of a superseded sample the items tested. */
function expectedFigures(tests, populations) {
  const expected = new Map();
  for (const test of tests.values()) {
    const standing = new Set(test.deviations.map(({ itemId }) => itemId));
    if (test.figure !== null) expected.set(test.figure, { sample: null, deviating: standing.size });
    for (const family of test.families.filter(({ figure }) => figure !== null)) {
      const [first] = family.plans;
      const tested = family.items.filter((item) => item.results.some(({ result }) => result !== null));
      const all = first.status === 'superseded' ? tested : underTest(family);
      const items = all.filter((item) => item.status === 'selected');
      const ids = new Set(items.map((item) => item.id));
      const isAll = first.basis === 'all';
      const sample = {
        ...{ population: populations.get(family.populationId)?.population.title, items: items.length },
        ...{ populationSize: first.drawnPopulationCount, populationDigest: first.drawnPopulationSha256 },
        basis: BASES[first.basis] ?? 'judgmental',
        method: isAll ? 'none' : (METHODS[first.method] ?? first.method),
        ...{ seed: isAll ? null : first.seed, algorithm: isAll ? null : first.algorithm },
      };
      const deviating = new Set(test.deviations.flatMap(({ itemId }) => (ids.has(itemId) ? [itemId] : []))).size;
      expected.set(family.figure, { sample, deviating, tested: items.length });
    }
  }
  return expected;
}
function checkReport(kit, index, tests, populations) {
  if (index.report === null) return;
  const { pdf: pdfPath, figures: path, pdfSha256, recordNumber } = index.report;
  const [pdf, bytes] = [kit.read(pdfPath), kit.read(path)];
  if (pdf === null || bytes === null) return;
  differs('report-altered', pdfPath, 'SHA-256 of the signed report', pdfSha256, sha256(pdf));
  if (!carries(pdf, bytes)) problem('figures-altered', path, 'these are not the figures attached to the report');
  const figures = JSON.parse(bytes.toString('utf8'));
  differs('figure', path, 'record number', figures.recordNumber, recordNumber);
  const expected = expectedFigures(tests, populations);
  for (const test of figures.tests) {
    const place = `${path} ${test.id}`;
    const again = expected.get(test.id);
    checked.figures += 1;
    if (again === undefined && problem('figure', place, 'the kit holds no such test')) continue;
    if (again.tested !== undefined) differs('figure', place, 'items tested', test.tested, again.tested);
    if (/^(deviations|noDeviations)$/.test(test.outcome))
      differs('figure', place, 'items with a deviation', test.deviating, again.deviating);
    const [one, other] = [test.sample, again.sample];
    if ((one === null) !== (other === null)) problem('figure', place, 'a sample is on one side only');
    else for (const name of Object.keys(other ?? {})) differs('figure', place, name, one[name], other[name]);
  }
  const deviations = figures.tests.reduce((sum, test) => sum + test.deviating, 0);
  differs('figure', path, 'deviations in all', figures.deviations, deviations);
}

/* ---- All of it ---- */
function guarded(place, work) {
  try {
    return work();
  } catch {
    problem('unreadable', place, 'cannot be read as a part of a kit');
    return undefined;
  }
}
function checkKit(kit) {
  const index = JSON.parse(kit.read('kit.json').toString('utf8'));
  if (index.schema !== 'tickmark-kit/1') throw new Error('not a kit that this checker knows');
  guarded('kit.json', () => checkFiles(kit, index));
  const populations = new Map();
  for (const population of index.populations) {
    const records = guarded(population.rows, () => checkPopulation(kit, population)) ?? [];
    populations.set(population.id, { population, records });
  }
  const tests = new Map();
  for (const name of index.tests) {
    const test = guarded(name, () => JSON.parse(kit.read(name).toString('utf8')));
    if (test === undefined) continue;
    guarded(name, () => checkTest(index, name, test, populations));
    tests.set(name, test);
  }
  guarded('kit.json', () => checkEvidence(kit, index, tests));
  guarded('report', () => checkReport(kit, index, tests, populations));
  const { client, system, journal, report } = index;
  return { client, system, journal, hasReport: report !== null, checked, agrees: problems.length === 0, problems };
}
function describe(result) {
  const counts = Object.entries(result.checked).map(([what, count]) => `${count} ${what}`);
  const lines = [`${result.client}: ${result.system}`, `Checked: ${counts.join(', ')}.`];
  if (!result.hasReport) lines.push('No report is signed yet, so no figures were compared.');
  lines.push(result.agrees ? 'Everything agrees.' : `Places that do not agree: ${result.problems.length}`);
  for (const { code, place, message } of result.problems) lines.push(`- ${place}: ${message} (${code})`);
  return lines.join('\n');
}
function main() {
  const words = process.argv.slice(2);
  const place = words.find((word) => !word.startsWith('--')) ?? path.dirname(process.argv[1]);
  try {
    const result = checkKit(openKit(place));
    process.stdout.write(`${words.includes('--json') ? JSON.stringify(result) : describe(result)}\n`);
    process.exitCode = result.agrees ? 0 : 4;
  } catch (error) {
    process.stderr.write(`There is no kit at ${place} (${error.message}).\n`);
    process.exitCode = 2;
  }
}
main();
