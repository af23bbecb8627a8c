import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/lib/plain-date.ts';
import { day, untestedState } from '../../helpers/domain-fixture.ts';
import { openEngagement, type OpenEngagement } from '../../helpers/open-engagement.ts';

const start = untestedState();
const list = ['Employee,Last day,Site'];
for (let index = 0; index < 184; index += 1)
  list.push(
    `E-${String(20400 + index)},${addDays(day('2025-01-01'), Math.floor(index * 1.98))},${index % 2 === 0 ? 'Austin' : 'Columbus'}`,
  );
const outside = ['E-90001,2024-12-31,Austin', 'E-90002,2026-01-01,Austin'];

let open: OpenEngagement;

beforeEach(async () => {
  open = await openEngagement(start);
});
afterEach(() => {
  open.close();
});

function file(name: string, content: string): string {
  const path = join(open.folder, name);
  writeFileSync(path, content);
  return path;
}

const description = { receivedOn: '2026-01-05', sourcePerson: 'Identity lead', sourceSystem: 'HR system' };
const mapping = { keyColumns: ['Employee'], dateColumn: 'Last day' };

async function defined(): Promise<{ populationId: string; revision: number }> {
  const input = {
    controlId: 'control-1',
    title: 'Terminations',
    sourceSystem: 'HR system',
    statedCount: 186,
  };
  const { populationId } = await open.do('population.define', input);
  return { populationId, revision: 1 };
}

async function reconciled(rows: readonly string[] = [...list, ...outside]): Promise<string> {
  const target = await defined();
  const token = file('terminations.csv', `${rows.join('\n')}\n`);
  const filters = [{ kind: 'withinPeriod', values: [], reason: 'The query ran a day too wide.' }];
  await open.do('population.import', { ...target, token, ...mapping, filters, receivedOn: '2026-01-05' });
  for (const direction of ['completeness', 'accuracy'])
    await open.do('population.addIpeTest', {
      ...{ populationId: target.populationId, method: 'sampleToSource', direction, result: 'pass' },
      ...{
        detail: 'Five records traced in the HR system.',
        countInSystem: 5,
        countInFile: 5,
        performedOn: '2026-01-06',
      },
    });
  const { revision } = await open.do('population.get', { populationId: target.populationId });
  await open.do('population.reconcile', { populationId: target.populationId, revision });
  return target.populationId;
}

describe('receiving a list', () => {
  it('shows what would be imported, and what stands against it', async () => {
    const { populationId } = await defined();
    const token = file('terminations.csv', `${[...list, ...outside].join('\n')}\n`);
    const bare = await open.do('population.preview', { populationId, token });
    expect(bare).toMatchObject({
      ...{ name: 'terminations.csv', format: 'csv', delimiter: ',', rowsInFile: 186, mapped: null },
      columns: ['Employee', 'Last day', 'Site'],
      suggestion: { keyColumns: ['Employee'], dateColumns: ['Last day'], stratumColumns: ['Site'] },
    });
    expect(bare.rows).toHaveLength(50);
    const mapped = await open.do('population.preview', { populationId, token, ...mapping });
    expect(mapped.mapped).toMatchObject({ records: 186, outsidePeriod: 2 });
    expect(mapped.mapped?.findings.map(({ code, message }) => [code, message])).toEqual([
      ['N3B', '2 rows are outside the period.'],
    ]);
  });

  it('asks for the order of day and month, and imports the rows that it showed', async () => {
    const target = await defined();
    const american = ['Employee,Last day', 'E-1,01/02/2025', 'E-2,12/31/2025'];
    const token = file('american.csv', `${american.join('\n')}\n`);
    const { populationId } = target;
    const asked = await open.do('population.preview', { populationId, token, ...mapping });
    expect(asked.mapped).toMatchObject({
      ambiguousDates: 2,
      rows: [{ occurredOn: null }, { occurredOn: null }],
    });
    const input = {
      ...target,
      token,
      ...mapping,
      receivedOn: '2026-01-05',
      reasons: [{ gate: 'N3', reason: 'Two leavers only.' }],
    };
    expect(await open.refused('population.import', input)).toMatchObject({ code: 'invalid-value' });

    const stated = { ...mapping, dateOrder: 'monthFirst' } as const;
    const shown = await open.do('population.preview', { populationId, token, ...stated });
    expect(shown.mapped?.rows).toEqual([
      { rowNumber: 2, key: 'E-1', occurredOn: '2025-01-02', included: true },
      { rowNumber: 3, key: 'E-2', occurredOn: '2025-12-31', included: true },
    ]);
    await open.do('population.import', { ...input, ...stated });
    const { rows } = await open.do('population.rows', { populationId });
    expect(rows.map(({ cells, ...row }) => ({ ...row, width: cells.length }))).toEqual(
      shown.mapped?.rows.map((row) => ({ ...row, width: 2 })),
    );
    const { remarks } = await open.do('population.get', { populationId });
    expect(remarks).toContain(
      'Dates of three numbers in Last day were read with the month first, as the auditor stated.',
    );
  });

  it('refuses records outside the period, keeps nothing, and takes the list with a recorded filter', async () => {
    const target = await defined();
    const token = file('terminations.csv', `${[...list, ...outside].join('\n')}\n`);
    const input = { ...target, token, ...mapping, receivedOn: '2026-01-05' };
    expect((await open.refused('population.import', input)).code).toBe('N3B');
    const store = open.program.session.store();
    expect(store.populationRows.count(target.populationId)).toBe(0);
    expect(store.state().rows.evidenceFile.size).toBe(0);

    const filters = [{ kind: 'withinPeriod', values: [], reason: 'The query ran a day too wide.' }];
    const imported = await open.do('population.import', { ...input, filters });
    expect(imported).toMatchObject({ rowsInFile: 186, recordCount: 184 });
    const view = await open.do('population.get', { populationId: target.populationId });
    expect(view).toMatchObject({
      ...{ status: 'received', fileName: 'terminations.csv', keyColumns: ['Employee'], delimiter: ',' },
      filters: [{ code: 'F1', words: 'Last day within 1 Jan 2025 to 31 Dec 2025', removedRows: 2 }],
      fileSha256: createHash('sha256').update(readFileSync(token)).digest('hex'),
      populationSha256: imported.populationSha256,
    });
    const page = await open.do('population.rows', {
      populationId: target.populationId,
      offset: 184,
      limit: 5,
    });
    expect(page).toMatchObject({
      total: 186,
      rows: [{ key: 'E-90001', included: false }, { key: 'E-90002' }],
    });
    const health = await open.do('population.health', { populationId: target.populationId });
    expect(health).toMatchObject({ records: 184, isFileIntact: true, areRowsIntact: true, gaps: [] });
    expect(health.months.map(({ records }) => records).reduce((sum, count) => sum + count)).toBe(184);
  });

  it('records a further filter with its rows and hashes at once', async () => {
    const target = await defined();
    const token = file('terminations.csv', `${list.join('\n')}\n`);
    await open.do('population.import', { ...target, token, ...mapping, receivedOn: '2026-01-05' });
    const before = await open.do('population.get', { populationId: target.populationId });
    const filter = {
      kind: 'columnNotEquals',
      column: 'Site',
      values: ['Austin'],
      reason: 'Austin was sold.',
    };
    const done = await open.do('population.filter', { ...target, revision: before.revision, filter });
    expect(done).toEqual({ code: 'F1', removedRows: 92, recordCount: 92 });
    const after = await open.do('population.get', { populationId: target.populationId });
    expect(after.populationSha256).not.toBe(before.populationSha256);
    expect((await open.do('population.health', { populationId: target.populationId })).areRowsIntact).toBe(
      true,
    );
    expect((await open.program.session.store().verify()).problems).toEqual([]);
  });

  it('sends a list back without a trace of its rows, and takes another', async () => {
    const target = await defined();
    const token = file('terminations.csv', `${list.join('\n')}\n`);
    await open.do('population.import', { ...target, token, ...mapping, receivedOn: '2026-01-05' });
    const { revision } = await open.do('population.get', { populationId: target.populationId });
    const input = { populationId: target.populationId, revision, reason: 'Contractors are missing.' };
    await open.do('population.reject', input);
    expect(open.program.session.store().populationRows.count(target.populationId)).toBe(0);
    const back = await open.do('population.get', { populationId: target.populationId });
    const again = {
      populationId: target.populationId,
      revision: back.revision,
      token,
      ...mapping,
      receivedOn: '2026-01-06',
    };
    expect(await open.do('population.import', again)).toMatchObject({ recordCount: 184 });
  });

  it('keeps nothing when it is cancelled', async () => {
    const target = await defined();
    const token = file('terminations.csv', `${list.join('\n')}\n`);
    const stop = new AbortController();
    const call = { signal: stop.signal, onProgress: () => stop.abort() };
    const input = { ...target, token, ...mapping, receivedOn: '2026-01-05' };
    const reply = await open.program.router.call('population.import', input, call);
    expect(reply).toMatchObject({ ok: false, kind: 'refused', refusal: { code: 'cancelled' } });
    expect(open.program.session.store().populationRows.count(target.populationId)).toBe(0);
    expect((await open.do('population.get', { populationId: target.populationId })).status).toBe('defined');
  });

  it('refuses a file that is no list, with the reason', async () => {
    const target = await defined();
    const token = file('ragged.csv', 'a,b\n1,2,3\n');
    const input = { ...target, token, keyColumns: ['a'], receivedOn: '2026-01-05' };
    expect((await open.refused('population.import', input)).code).toBe('unreadable-file');
    const missing = { ...input, token: join(open.folder, 'no.csv') };
    expect((await open.refused('population.import', missing)).message).toBe(
      'There is no file with this name.',
    );
  });
});

describe('drawing and testing', () => {
  it(
    'goes from the plan to the conclusion: 1 of 20 in 184 does not support reliance',
    { timeout: 120_000 },
    async () => {
      const populationId = await reconciled();
      const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
      const suggestion = await open.do('sampling.suggest', { populationId, basis: 'statistical', rates });
      expect(suggestion).toMatchObject({ records: 184, size: 20, allowedDeviations: 0 });

      const attributes = [
        { key: 'A', text: 'Disabled on every system' },
        { key: 'B', text: 'Disabled within 24 hours' },
      ];
      const { testId } = await open.do('testing.start', { controlId: 'control-1', attributes });
      const plan = { testId, populationId, basis: 'statistical', rates, chosenSize: 20 };
      const { planId, seed } = await open.do('sampling.plan', plan);
      expect(seed).toMatch(/^\d{8}$/);
      expect((await open.refused('sampling.draw', { planId })).code).toBe('S2');
      expect((await open.refused('sampling.approve', { planId, revision: 1 })).code).toBe('S2');
      open.as('senior');
      await open.do('sampling.approve', { planId, revision: 1 });
      open.as('staff');
      const drawn = await open.do('sampling.draw', { planId, seed: seed ?? '' });
      expect(drawn.items).toHaveLength(20);
      expect(await open.do('sampling.redraw', { planId })).toMatchObject({
        ...{ same: true, items: 20, isPopulationUnchanged: true },
      });
      const certificate = await open.do('sampling.certificate', { planId });
      expect(certificate).toMatchObject({
        ...{
          firm: 'Calder Wren LLP',
          draw: 1,
          draws: 1,
          records: 184,
          algorithm: 'consistent-sampler/1',
          seed,
        },
        sentence:
          '20 of 184 records, Northwind Hosting, Inc., 1 Jan 2025 to 31 Dec 2025, drawn by simple random selection.',
        filters: [{ code: 'F1', words: 'Last day within 1 Jan 2025 to 31 Dec 2025' }],
      });

      const token = file('ticket.png', 'picture');
      const { evidenceIds } = await open.do('evidence.attach', { tokens: [token], ...description });
      const grid = await open.do('testing.grid', { testId });
      expect(grid.items[0]?.record[0]).toBe(grid.items[0]?.key);
      const cells = grid.items.flatMap((item, index) =>
        grid.attributes.map((attribute) => ({
          ...{ itemId: item.id, attributeId: attribute.id, evidenceIds },
          ...(index === 6 && attribute.key === 'B'
            ? { result: 'deviation', note: 'Removed 4 days late.' }
            : { result: 'pass' }),
        })),
      );
      const unsupported = { testId, testedOn: '2026-01-10', cells: [{ ...cells[0], evidenceIds: [] }] };
      expect((await open.refused('testing.record', unsupported)).message).toBe(
        'Link evidence for item 1, attribute A.',
      );
      const recorded = await open.do('testing.record', { testId, testedOn: '2026-01-10', cells });
      expect(recorded.deviations.map(({ code }) => code)).toEqual(['DV-01']);
      const filled = await open.do('testing.grid', { testId });
      expect(filled.counts).toEqual({ pass: 39, deviation: 1, notApplicable: 0, empty: 0, unsupported: 0 });
      expect(filled.rates[0]).toMatchObject({
        ...{ kind: 'limited', items: 20, deviating: 1, upperLimitCount: 32, records: 184, confidence: 90 },
        ...{ supportsReliance: false, isBestCase: false },
      });

      const outlook = await open.do('testing.outlook', { testId });
      const codes = outlook.map(({ conclusion, findings }) => [conclusion, findings.map(({ code }) => code)]);
      expect(Object.fromEntries(codes)).toMatchObject({
        effectiveWithDeviations: ['T3', 'T4'],
        notEffective: ['T3'],
        didNotOperate: ['T5'],
      });
      await evaluate(recorded.deviations[0]?.deviationId ?? '');
      const conclude = {
        testId,
        conclusion: 'effectiveWithDeviations',
        text: '20 terminations were inspected.',
      };
      const { revision } = await open.do('testing.grid', { testId });
      expect((await open.refused('testing.conclude', { ...conclude, revision })).code).toBe('T4');
      await open.do('testing.conclude', { ...conclude, revision, conclusion: 'notEffective' });
      expect((await open.do('testing.grid', { testId })).status).toBe('concluded');
      expect((await open.program.session.store().verify()).problems).toEqual([]);
    },
  );

  it(
    'replaces and expands along the same sequence, and draws it all again',
    { timeout: 120_000 },
    async () => {
      const populationId = await reconciled();
      const attributes = [{ key: 'A', text: 'Disabled on every system' }];
      const { testId } = await open.do('testing.start', { controlId: 'control-1', attributes });
      for (const [method, stratumColumn] of [
        ['simpleRandom', null],
        ['systematic', null],
        ['stratified', 'Site'],
      ] as const) {
        const plan = {
          testId,
          populationId,
          basis: 'frequencyGuidance',
          chosenSize: 19,
          method,
          stratumColumn,
          seed: '2026-07',
        };
        const { planId } = await open.do('sampling.plan', plan);
        await approveAndDraw(planId);
        const [first] = (await open.do('testing.grid', { testId })).items;
        const cause = { cause: 'testRecord', reason: 'An account of the vendor for tests.' };
        await open.do('sampling.replaceItem', { itemId: first?.id, revision: first?.revision, ...cause });
        const stopRule = 'Add five items; stop at the next deviation.';
        const listed = await open.do('sampling.list', { testId });
        const revision = listed.plans.find((row) => row.id === planId)?.revision ?? 0;
        await open.do('sampling.setStopRule', { planId, revision, stopRule });
        const expanded = await open.do('sampling.expand', { planId, revision: revision + 1, additional: 5 });
        await approveAndDraw(expanded.planId);
        expect(await open.do('sampling.redraw', { planId })).toMatchObject({ same: true, items: 25 });
        const { total, items } = await open.do('testing.grid', { testId });
        expect(total).toBe(24);
        expect(new Set(items.map(({ key }) => key)).size).toBe(24);
        const now = (await open.do('sampling.list', { testId })).plans.find((row) => row.id === planId);
        await open.do('sampling.supersede', {
          planId,
          revision: now?.revision,
          reason: 'Another method is tried.',
        });
      }
    },
  );

  it('refuses a draw from rows that are not those reconciled (gate N4)', async () => {
    const populationId = await reconciled();
    const attributes = [{ key: 'A', text: 'Disabled on every system' }];
    const { testId } = await open.do('testing.start', { controlId: 'control-1', attributes });
    const plan = { testId, populationId, basis: 'frequencyGuidance', chosenSize: 19 };
    const { planId } = await open.do('sampling.plan', plan);
    open.as('senior');
    await open.do('sampling.approve', { planId, revision: 1 });
    open.program.session.store().populationRows.setIncluded(populationId, (row) => row.rowNumber > 10);
    expect((await open.refused('sampling.draw', { planId })).message).toBe(
      'The population file changed since it was reconciled.',
    );
  });

  async function approveAndDraw(planId: string): Promise<void> {
    open.as('senior');
    await open.do('sampling.approve', { planId, revision: 1 });
    open.as('staff');
    await open.do('sampling.draw', { planId });
  }

  async function evaluate(deviationId: string): Promise<void> {
    const answers = {
      ...{
        nature: 'Late removal',
        occurredOn: '2025-03-01',
        cause: 'The ticket waited.',
        extent: 'One item.',
      },
      ...{ isolated: 'unknown', effect: 'None seen.', evaluation: 'Late by three days.' },
    };
    await open.do('testing.evaluateDeviation', { deviationId, revision: 1, ...answers });
    const [deviation] = await open.do('testing.deviations', {});
    expect(deviation?.missing).toEqual([]);
    await open.do('testing.finishEvaluation', { deviationId, revision: deviation?.revision });
  }
});
