import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparePopulations } from '../../../../src-main/cli/compare-command.ts';
import type { TabularReader } from '../../../../src-main/services/ports/tabular.ts';
import { err, ok } from '../../../../shared/lib/result.ts';

/** Lists of plain cells; the reader itself has its own tests. */
const tabular: Pick<TabularReader, 'readRows'> = {
  readRows: async (path, choice, onRows, control) => {
    const [header = [], ...rows] = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const at = header.indexOf(choice.keyColumn ?? '');
    const missing = {
      code: 'no-such-column',
      kind: 'refused',
      message: 'There is no such column.',
      facts: {},
    } as const;
    if (at === -1) return err(missing);
    control?.onHeader?.(header);
    await onRows(
      rows,
      rows.map((_, index) => index + 2),
    );
    const isTwice = new Set(rows.map((row) => row[at])).size < rows.length;
    const problems = isTwice ? [{ code: 'duplicate-key', rows: [2, 3], count: 2, names: [] } as const] : [];
    const read = { format: 'csv', encoding: 'utf-8', delimiter: ',', sheets: [], sheet: null } as const;
    return ok({ ...read, header, rowCount: rows.length, sha256: '', complete: true, problems });
  },
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compare-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function list(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

const compared = (here: string, there: string, otherKey = 'id') =>
  comparePopulations(tabular, { file: here, key: 'id' }, { file: there, key: otherKey });

describe('population compare', () => {
  it('says what is only here, only there, and changed', async () => {
    const here = list('here', 'id,site', '1,A', '2,B', '3,C');
    const there = list('there', 'no,site,note', '2,B,x', '3,D,', '4,E,');
    const { json, text, exitCode } = await compared(here, there, 'no');
    expect(exitCode).toBe(0);
    expect(json).toEqual({
      ...{ same: 1, uncompared: ['id', 'no', 'note'] },
      ...{ onlyHere: { count: 1, keys: ['1'] }, onlyThere: { count: 1, keys: ['4'] } },
      changed: { count: 1, rows: [{ key: '3', columns: ['site'] }] },
    });
    expect(text.split('\n')).toEqual([
      '1 the same, 1 only here, 1 only there, 1 changed',
      'only here   1',
      'only there  4',
      'changed     3: site',
      'Columns of one list only: id, no, note',
    ]);
  });

  it('refuses a list whose keys repeat, and a column that is not there', async () => {
    const twice = list('twice', 'id', '1', '1');
    const once = list('once', 'id', '1');
    expect(await compared(once, twice)).toMatchObject({ exitCode: 1, json: { refused: 'duplicate-key' } });
    expect(await compared(once, once, 'other')).toMatchObject({
      exitCode: 1,
      json: { refused: 'no-such-column' },
    });
  });
});
