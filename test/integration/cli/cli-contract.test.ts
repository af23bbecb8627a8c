/** The command line as scripts rely on it, through the real process: samples, lists, reports, usage. */
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signReport } from '../../../src-main/adapters/signing/sign-pdf.ts';
import { buildWorkbook, textRow } from '../../fixtures/hostile/workbook-builder.ts';
import { jsonLines, onlyJson, tickmark } from '../../helpers/command-line.ts';
import { makeFirmKey, REQUEST } from '../../helpers/signing/firm-keys.ts';
import { makeReportPdf } from '../../helpers/signing/report-pdf.ts';

const anyText: unknown = expect.any(String);
const anyNumber: unknown = expect.any(Number);
const near766: unknown = expect.closeTo(0.0766, 4);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Exit code and the one JSON value of a command. */
async function json(...words: readonly string[]) {
  const result = await tickmark([...words, '--json']);
  return { code: result.code, value: onlyJson(result) };
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The chance of at most `most` deviating items in a sample, by multiplying out: a second way to the same figure. */
function chanceOfAtMost(
  most: number,
  { size, deviating, population }: Readonly<Record<string, number>>,
): number {
  const total = population ?? 0;
  const choose = (n: number, k: number): number => {
    let logarithm = 0;
    for (let step = 1; step <= k; step += 1) logarithm += Math.log((n - k + step) / step);
    return logarithm;
  };
  const [items, bad] = [size ?? 0, deviating ?? 0];
  let chance = 0;
  for (let found = 0; found <= most; found += 1)
    if (bad >= found && total - bad >= items - found)
      chance += Math.exp(choose(bad, found) + choose(total - bad, items - found) - choose(total, items));
  return chance;
}

describe('sample size and sample evaluate', { timeout: 300_000 }, () => {
  const rates = ['--confidence', '0.95', '--tolerable', '0.05', '--expected', '0.01'];

  it('print the examples of the contract', async () => {
    expect(await json('sample', 'size', ...rates)).toEqual({
      code: 0,
      value: { size: 93, allowedDeviations: 1, distribution: 'binomial' },
    });
    const evaluated = await json(
      'sample',
      'evaluate',
      '--size',
      '60',
      '--deviations',
      '1',
      '--confidence',
      '0.95',
    );
    expect(evaluated).toEqual({
      code: 0,
      value: { upperLimit: near766, distribution: 'binomial' },
    });
  });

  it('count a population where it is known', async () => {
    const { code, value } = await json('sample', 'size', ...rates, '--population', '1000');
    expect([code, value]).toEqual([
      0,
      { size: anyNumber, allowedDeviations: anyNumber, distribution: 'hypergeometric' },
    ]);
    const { size = 0, allowedDeviations = 0 } = value as Record<string, number>; // matched above
    // 51 of 1,000 is the fewest deviating records above the tolerable 5 %.
    expect(chanceOfAtMost(allowedDeviations, { size, deviating: 51, population: 1000 })).toBeLessThanOrEqual(
      0.05,
    );
    expect(size).toBeLessThanOrEqual(93);

    const words = ['--size', '60', '--deviations', '1', '--confidence', '0.95', '--population', '173'];
    let largest = 0;
    for (let deviating = 1; deviating <= 173; deviating += 1)
      if (chanceOfAtMost(1, { size: 60, deviating, population: 173 }) > 0.05) largest = deviating;
    expect(await json('sample', 'evaluate', ...words)).toEqual({
      code: 0,
      value: { upperLimit: largest / 173, distribution: 'hypergeometric', upperLimitCount: largest },
    });
  });

  it('refuse in words and as JSON (exit 1)', async () => {
    const words = ['sample', 'size', '--confidence', '0.95', '--tolerable', '0.05', '--expected', '0.05'];
    expect(await json(...words)).toMatchObject({
      code: 1,
      value: { refused: 'expected-rate-not-below-tolerable' },
    });
    const told = await tickmark(words);
    expect([told.code, told.stdout]).toEqual([1, '']);
    expect(told.stderr).toContain('The expected rate must be below the tolerable rate');
    expect(told.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('wrong usage (exit 2)', { timeout: 300_000 }, () => {
  it.each([
    [['sample', 'size', '--confidence', '0.95']],
    [['sample', 'size', '--confidence', '95 %', '--tolerable', '0.05', '--expected', '0.01']],
    [['sample', 'evaluate', '--size', 'sixty', '--deviations', '1', '--confidence', '0.95']],
    [['sample', 'draw', '--key', 'id']],
    [['population', 'inspect']],
    [['report', 'verify']],
    [['report', 'verify', 'a.pdf', '--strictly']],
    [['engagement', 'show', 'a.tickmark']],
    [['engagement', 'show', 'a.tickmark', '--passphrase', 'on the command line']],
    [['engagement', 'create', 'a.tickmark']],
    [['run']],
    [['demo']],
    [['nothing', 'such']],
    [[]],
  ])('%j', async (words) => {
    const { code, value } = await json(...words);
    expect(code).toBe(2);
    expect(value).toMatchObject({ message: anyText });
  });

  it('tells people on standard error, and leaves standard output empty', async () => {
    for (const words of [['sample', 'size', '--confidence', '0.95'], ['nothing', 'such'], []]) {
      const told = await tickmark(words);
      expect([told.code, told.stdout]).toEqual([2, '']);
      expect(told.stderr).not.toBe('');
    }
  });
});

describe('sample draw', { timeout: 300_000 }, () => {
  const keys = (result: { readonly value: unknown }): readonly string[] =>
    (result.value as { items: readonly { key: string }[] }).items.map(({ key }) => key); // as the contract has it

  it('draws the published vector, whatever the order of the list', async () => {
    const content = 'id\nA-1\nA-2\nA-3\nB-1\nB-2\nB-3\n';
    const forwards = file('six.csv', content);
    const backwards = file('six-back.csv', 'id\nB-3\nB-2\nB-1\nA-3\nA-2\nA-1\n');
    const words = ['--key', 'id', '--seed', '314159', '--size', '4'];
    expect(await json('sample', 'draw', '--population', forwards, ...words)).toEqual({
      code: 0,
      value: {
        algorithm: 'consistent-sampler/1',
        populationSha256: sha256(content),
        count: 6,
        items: ['B-2', 'B-3', 'A-3', 'A-2'].map((key, index) => ({ ordinal: index + 1, key })),
      },
    });
    expect(keys(await json('sample', 'draw', '--population', backwards, ...words))).toEqual([
      'B-2',
      'B-3',
      'A-3',
      'A-2',
    ]);
  });

  it('draws the vector of the 3,653 changes; a smaller size is its beginning', async () => {
    const lines = Array.from({ length: 3653 }, (_none, index) => `CHG-${String(index + 1).padStart(5, '0')}`);
    const path = file('changes.csv', `change\n${lines.join('\n')}\n`);
    const words = [
      'sample',
      'draw',
      '--population',
      path,
      '--key',
      'change',
      '--seed',
      '2026-SOC2-CC8.1',
      '--size',
    ];
    const drawn = keys(await json(...words, '25'));
    const first = '00478 00456 00091 02148 03187 00437 03449 00684 00630 03303'.split(' ');
    expect(drawn).toHaveLength(25);
    expect(drawn.slice(0, 10)).toEqual(first.map((number) => `CHG-${number}`));
    expect(keys(await json(...words, '7'))).toEqual(drawn.slice(0, 7));
  });

  it('draws by interval and by stratum, and from a named sheet', async () => {
    const rows = Array.from({ length: 12 }, (_none, index) =>
      textRow(index + 2, [`K-${index}`, index < 8 ? 'east' : 'west']),
    );
    const sheet = textRow(1, ['id', 'site']) + rows.join('');
    const path = file(
      'two-sheets.xlsx',
      buildWorkbook({ rows: textRow(1, ['x']), others: [{ name: 'List', rows: sheet }] }),
    );
    const words = [
      'sample',
      'draw',
      '--population',
      path,
      '--sheet',
      'List',
      '--key',
      'id',
      '--seed',
      's',
      '--size',
      '6',
    ];
    const random = await json(...words);
    expect(random).toMatchObject({ code: 0, value: { count: 12 } });
    const stratified = await json(...words, '--method', 'stratified', '--stratum', 'site');
    const number = (key: string): number => Number(key.slice(2));
    expect(keys(stratified).filter((key) => number(key) < 8)).toHaveLength(4);
    expect(keys(stratified).filter((key) => number(key) >= 8)).toHaveLength(2);
    expect(keys(await json(...words, '--method', 'systematic'))).toHaveLength(6);
  });

  it('refuses what cannot be drawn, and says what cannot be read', async () => {
    const twice = file('twice.csv', 'id\nA\nB\nA\n');
    const draw = (path: string, key: string, size: string) =>
      json('sample', 'draw', '--population', path, '--key', key, '--seed', 's', '--size', size);
    expect(await draw(twice, 'id', '1')).toMatchObject({
      code: 1,
      value: { refused: 'duplicate-key', key: 'A' },
    });
    expect(await draw(twice, 'number', '1')).toMatchObject({ code: 1, value: { refused: 'no-such-column' } });
    expect(await draw(file('one.csv', 'id\nA\n'), 'id', '2')).toMatchObject({
      code: 1,
      value: { refused: 'sample-larger-than-population', size: 2, population: 1 },
    });
    expect(await draw(join(folder, 'absent.csv'), 'id', '1')).toMatchObject({
      code: 3,
      value: { error: anyText },
    });
  });
});

describe('population inspect and population rows', { timeout: 300_000 }, () => {
  it('count rows without the header and name what is odd', async () => {
    const path = file('odd.csv', 'change,title\n007,"a, b"\n008,c\n007, d \n');
    expect(await json('population', 'inspect', path, '--key', 'change')).toEqual({
      code: 0,
      value: {
        ...{
          format: 'csv',
          encoding: 'utf-8',
          delimiter: ',',
          sheets: [],
          rows: 3,
          columns: ['change', 'title'],
        },
        problems: [{ code: 'duplicate-key', rows: [2, 4] }],
      },
    });
    const rows = await tickmark(['population', 'rows', path]);
    expect(rows.code).toBe(0);
    expect(jsonLines(rows.stdout)).toEqual([
      ['change', 'title'],
      ['007', 'a, b'],
      ['008', 'c'],
      ['007', ' d '],
    ]);
  });

  it.each([
    ['1900', '', '46023'],
    ['1904', '<workbookPr date1904="1"/>', '44561'],
  ])('print cells of a workbook of the %s date system as fixed', async (system, beforeSheets, serial) => {
    const cells = [
      '<c r="A2" t="inlineStr"><is><t xml:space="preserve"> Kept </t></is></c>',
      '<c r="B2"><v>0.1</v></c><c r="C2" s="1"><v>42</v></c>',
      `<c r="D2" s="2"><v>${serial}</v></c><c r="E2" s="3"><v>${serial}.5</v></c><c r="F2" s="4"><v>0.75</v></c>`,
      '<c r="G2" t="b"><v>1</v></c><c r="H2" t="b"><v>0</v></c><c r="I2" t="e"><v>#N/A</v></c>',
      '<c r="J2"><f>B2*2</f><v>0.2</v></c>',
    ].join('');
    const header = [
      'text',
      'number',
      'padded',
      'date',
      'moment',
      'time',
      'yes',
      'no',
      'error',
      'formula',
      'empty',
    ];
    const formats = ['00000', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss', 'hh:mm:ss'];
    const styles =
      `<numFmts count="4">${formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`).join('')}</numFmts>` +
      `<cellXfs><xf numFmtId="0"/>${formats.map((_code, index) => `<xf numFmtId="${200 + index}"/>`).join('')}</cellXfs>`;
    const rows = `${textRow(1, header)}<row r="2">${cells}</row>`;
    const path = file(`cells-${system}.xlsx`, buildWorkbook({ rows, styles, beforeSheets }));
    const { code, stdout } = await tickmark(['population', 'rows', path]);
    expect(code).toBe(0);
    expect(jsonLines(stdout)).toEqual([
      header,
      [
        ' Kept ',
        '0.1',
        '00042',
        '2026-01-01',
        '2026-01-01T12:00:00',
        '18:00:00',
        'TRUE',
        'FALSE',
        '#N/A',
        '0.2',
        '',
      ],
    ]);
  });

  it('read the first of several sheets, name the others, and tell a formula without a value', async () => {
    const rows = `${textRow(1, ['id', 'sum'])}<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2"><f>1+1</f></c></row>`;
    const others = [{ name: 'More', rows: textRow(1, ['id']) + textRow(2, ['B']) }];
    const path = file('sheets.xlsx', buildWorkbook({ rows, others }));
    const { code, value } = await json('population', 'inspect', path);
    expect(code).toBe(0);
    expect(value).toMatchObject({
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: ['Data', 'More'],
      rows: 1,
    });
    const { problems } = value as { problems: readonly { code: string }[] }; // as the contract has it
    const codes = problems.map((problem) => problem.code);
    expect(codes).toEqual(expect.arrayContaining(['other-sheets', 'formula-without-value']));
    const more = await tickmark(['population', 'rows', path, '--sheet', 'More']);
    expect(jsonLines(more.stdout)).toEqual([['id'], ['B']]);
  });

  it('refuse in words what cannot be read right, and print no row of it', async () => {
    const path = file('cut.xlsx', buildWorkbook({ rows: textRow(1, ['id']) }).subarray(0, 300));
    for (const command of ['inspect', 'rows']) {
      const told = await tickmark(['population', command, path]);
      expect([1, 3]).toContain(told.code);
      expect(told.stdout).toBe('');
      expect(told.stderr).not.toBe('');
      expect(told.stderr).not.toMatch(/^\s+at /m);
    }
    expect(await json('population', 'inspect', join(folder, 'absent.csv'))).toMatchObject({ code: 3 });
    expect(await json('population', 'rows', join(folder, 'absent.csv'))).toMatchObject({ code: 3 });
  });
});

describe('report verify', { timeout: 300_000 }, () => {
  it('tells a report that is as it was signed from every other file', async () => {
    const signed = signReport(makeReportPdf(), await makeFirmKey(), REQUEST);
    const report = file('report.pdf', signed);
    expect(await json('report', 'verify', report)).toMatchObject({
      code: 0,
      value: {
        unchanged: true,
        signedBy: 'Harbor & Finch, LLP',
        signedAt: REQUEST.signedAt,
        firmKnown: false,
        problems: [],
      },
    });
    const flipped = Uint8Array.from(signed);
    flipped[400] = (flipped[400] ?? 0) ^ 1;
    const appended = file('appended.pdf', signed);
    appendFileSync(appended, '\n');
    const others = [
      file('flipped.pdf', flipped),
      appended,
      file('truncated.pdf', signed.subarray(0, signed.length - 20)),
      file('unsigned.pdf', makeReportPdf()),
      file('letter.txt', 'Not a PDF at all.\n'),
      file('empty.pdf', ''),
    ];
    for (const path of others) {
      const { code, value } = await json('report', 'verify', path);
      expect([path, code, value]).toMatchObject([path, 4, { unchanged: false }]);
      const { problems } = value as { problems: readonly object[] }; // as the contract has it
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  it('answers exit 3 only for what cannot be opened', async () => {
    mkdirSync(join(folder, 'a-folder'));
    for (const name of ['absent.pdf', 'a-folder'])
      expect(await json('report', 'verify', join(folder, name))).toMatchObject({
        code: 3,
        value: { error: 'file-unreadable' },
      });
  });
});
