import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowCells } from '../../../shared/domain/population/row-cells.ts';
import { readList } from '../../../src-main/adapters/tabular/read-list.ts';
import { TableRefusal } from '../../../src-main/adapters/tabular/refusal.ts';
import { PARTS, buildWorkbook, textRow } from '../../fixtures/hostile/workbook-builder.ts';

/** How many alterations are tried; more from the command line for a long run. */
const RUNS = Number(process.env['TICKMARK_ALTERATIONS'] ?? '800');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tickmark-altered-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** All rows, or the code of the refusal; any other error goes through and fails the test. */
async function reading(bytes: Uint8Array): Promise<readonly (readonly string[])[] | string> {
  const path = join(folder, 'list');
  writeFileSync(path, bytes);
  const rows: (readonly string[])[] = [];
  const output = {
    header: (cells: readonly string[]): void => void rows.push(cells),
    row: (cells: RowCells): void => void rows.push(cells.all()),
    settle: () => Promise.resolve(),
  };
  try {
    await readList(path, {}, output, () => undefined);
  } catch (error) {
    if (error instanceof TableRefusal) return error.failure.code;
    throw error;
  }
  return rows;
}

type Alteration = readonly [place: number, removed: number, inserted: readonly number[]];

const alterations: fc.Arbitrary<readonly Alteration[]> = fc.array(
  fc.oneof(
    fc.tuple(fc.nat(), fc.constant(1), fc.array(fc.nat({ max: 255 }), { minLength: 1, maxLength: 1 })),
    fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.array(fc.nat({ max: 255 }), { maxLength: 3 })),
    fc.tuple(fc.nat(), fc.constant(100_000), fc.constant<number[]>([])),
  ),
  { minLength: 1, maxLength: 2 },
);

const alter = (bytes: Buffer, changes: readonly Alteration[]): Buffer =>
  changes.reduce((current, [place, removed, inserted]) => {
    const at = place % (current.length + 1);
    return Buffer.concat([current.subarray(0, at), Buffer.from(inserted), current.subarray(at + removed)]);
  }, bytes);

const WORKBOOK = buildWorkbook({
  rows: `${textRow(1, ['id', 'day'])}<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>45292.5</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="b"><v>1</v></c></row>`,
  strings: '<si><t>CHG-1</t></si><si><r><t>CHG</t></r><r><t>-2</t></r></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>',
});

describe('a workbook with altered bytes', () => {
  it('is refused, or read as it was before: never otherwise', { timeout: 600_000 }, async () => {
    const before = await reading(WORKBOOK);
    expect(before).toEqual([
      ['id', 'day'],
      ['CHG-1', '2024-01-01T12:00:00'],
      ['CHG-2', 'TRUE'],
    ]);
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(alterations, async (changes) => {
        // Without its first four bytes it would no longer call itself a container.
        const after = await reading(
          Buffer.concat([WORKBOOK.subarray(0, 4), alter(WORKBOOK.subarray(4), changes)]),
        );
        if (typeof after === 'string') refusals += 1;
        else expect(after).toEqual(before);
      }),
      { numRuns: RUNS },
    );
    expect(refusals).toBeGreaterThan(RUNS / 3);
  });

  it(
    'holds for parts with altered text as well: refused, or read without a defect',
    { timeout: 600_000 },
    async () => {
      const parts = fc.constantFrom(...Object.values(PARTS));
      await fc.assert(
        fc.asyncProperty(parts, alterations, async (name, changes) => {
          const altered = buildWorkbook({
            rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>2</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>',
            strings: '<si><t>a</t></si>',
            styles:
              '<numFmts><numFmt numFmtId="170" formatCode="[h]:mm;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
            arrange: (all) =>
              all.map((part) =>
                part.name === name ? { ...part, data: alter(Buffer.from(part.data), changes) } : part,
              ),
          });
          const result = await reading(altered);
          expect(typeof result === 'string' || result.every((row) => row.length === result[0]?.length)).toBe(
            true,
          );
        }),
        { numRuns: RUNS },
      );
    },
  );
});

describe('a text file with altered bytes', () => {
  it('is refused, or read with rows of equal length', { timeout: 600_000 }, async () => {
    const text = Buffer.from('\uFEFFid;name;note\r\n1;Müller;"a;b\nc"\r\n2;Żak;"x ""y"""\r\n3;;z\r\n');
    await fc.assert(
      fc.asyncProperty(alterations, fc.boolean(), async (changes, isWide) => {
        const original = isWide ? Buffer.from(text.toString('utf8'), 'utf16le') : text;
        const result = await reading(alter(original, changes));
        expect(typeof result === 'string' || result.every((row) => row.length === result[0]?.length)).toBe(
          true,
        );
      }),
      { numRuns: RUNS },
    );
  });
});
