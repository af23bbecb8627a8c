/** The two checkers of the re-performance kit: what they let pass, what they find, and that they say the same. */
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawItems, replaceItem } from '../../../shared/domain/sampling/draw-items.ts';
import { expandPlan, setStopRule } from '../../../shared/domain/sampling/plan-expansion.ts';
import { approvePlan } from '../../../shared/domain/sampling/plan-sample.ts';
import { itemsUnderTest } from '../../../shared/domain/sampling/plan-state.ts';
import { zipArchive } from '../../../src-main/adapters/zip/zip-archive.ts';
import { contextOf, taken } from '../../helpers/domain-fixture.ts';
import {
  as,
  drawnState,
  evaluatedState,
  evidencedState,
  lastPlan,
  reconciledState,
  spreadRows,
  startedState,
  testedState,
  type Listed,
} from '../../helpers/fieldwork-fixture.ts';
import { falsify, folderOf, hasPython, kitEntries, verdictOf, type Verdict } from './kit-folder.ts';

const listing = (records: number) => startedState(reconciledState(spreadRows(records)));
const bySite = { stratumColumn: 'Site' } as const;
const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
const reason = 'The records of the last week, after the change of the system.';

/** A statistical sample in which item 7 deviates, expanded within its risk. */
function expanded(): Listed {
  const plan = { basis: 'statistical', rates, chosenSize: 20, ...bySite } as const;
  const found = evaluatedState(testedState(['7/B'], evidencedState(plan, listing(184))));
  const planId = lastPlan(found.state).id;
  const stopRule = 'Add the items that keep the risk; stop at the next deviation.';
  const ruled = taken(found.state, setStopRule(contextOf(found.state), { planId, stopRule }));
  const input = { planId, additional: 32, chosenKeys: [] };
  const proposed = taken(ruled, expandPlan(contextOf(ruled), input));
  const further = lastPlan(proposed).id;
  const senior = as(proposed, 'senior', {
    reasons: [{ gate: 'S1', reason: 'The cause is known and limited.' }],
  });
  const approved = taken(proposed, approvePlan(senior, { planId: further }), 'p-senior');
  const { listState: list, source } = found;
  const drawn = taken(approved, drawItems(contextOf(approved), { planId: further, list, source }));
  return { ...found, state: drawn };
}

/** The third item of a sample replaced by the next of its sequence. */
function replaced(drawn: Listed): Listed {
  const itemId = itemsUnderTest(drawn.state, 'test-operating')[2]?.id ?? '';
  const next = replaceItem(contextOf(drawn.state), {
    ...{ itemId, cause: 'testRecord', reason: 'A record made to try the form; it names nobody.' },
    ...{ chosenKey: null, list: drawn.listState, source: drawn.source },
  } as const);
  return { ...drawn, state: taken(drawn.state, next) };
}

const kinds: readonly (readonly [string, () => Listed])[] = [
  ['a statistical sample, expanded', expanded],
  ['a stratified sample', () => drawnState({ method: 'stratified', chosenSize: 9, ...bySite }, listing(90))],
  [
    'a stratified sample that the auditor divided',
    () => {
      const allocation = [
        { stratum: 'Austin', items: 2 },
        { stratum: 'Columbus', items: 7 },
      ];
      return drawnState({ method: 'stratified', chosenSize: 9, allocation, ...bySite }, listing(90));
    },
  ],
  [
    'a stratified sample with a replaced item',
    () => replaced(drawnState({ method: 'stratified', chosenSize: 9, ...bySite }, listing(90))),
  ],
  ['a systematic sample', () => drawnState({ method: 'systematic', chosenSize: 9, ...bySite }, listing(95))],
  [
    'a systematic sample with a replaced item',
    () => replaced(drawnState({ method: 'systematic', chosenSize: 9, ...bySite }, listing(95))),
  ],
  ['all records', () => drawnState({ basis: 'all', chosenSize: 12, ...bySite }, listing(12))],
  [
    'a targeted selection',
    () =>
      drawnState(
        {
          basis: 'targeted',
          method: 'judgmental',
          chosenSize: 2,
          chosenKeys: ['E-003', 'E-001'],
          selectionReason: reason,
          ...bySite,
        },
        listing(30),
      ),
  ],
  ['a test without a sample', () => listing(30)],
];

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Both verdicts where Python is found, which must be the same; else the one. */
function verdict(kit: string): Verdict {
  const js = verdictOf('js', kit);
  if (hasPython) expect(verdictOf('py', kit)).toEqual(js);
  return js;
}

describe('a kit as the program makes it', () => {
  it.each(kinds)('agrees: %s', async (_name, make) => {
    const folder = folderOf(await kitEntries(make(), true));
    folders.push(folder);
    const { agrees, problems, checked } = verdict(folder);
    expect({ agrees, problems }).toEqual({ agrees: true, problems: [] });
    expect(checked['rows']).toBeGreaterThan(0);
  });

  it('agrees as an archive just as in a folder', async () => {
    const entries = await kitEntries(expanded());
    const folder = folderOf([]);
    folders.push(folder);
    writeFileSync(join(folder, 'kit.zip'), Buffer.concat([...zipArchive.archive(entries)]));
    expect(verdict(join(folder, 'kit.zip'))).toMatchObject({ agrees: true, checked: { items: 52 } });
  });

  it.skipIf(hasPython)('skipped: python3 is not on this computer, so check.py was not run', () => undefined);
});

describe('a falsified kit', () => {
  let genuine = '';
  let rows = '';
  const test = 'tests/LA-02-1.json';
  beforeAll(async () => {
    genuine = folderOf(await kitEntries(expanded(), true));
    folders.push(genuine);
    rows = `populations/${readdirSync(join(genuine, 'populations'))[0] ?? ''}`;
  });

  /** What is found after one change to one file of the kit. */
  function found(name: string, change: (text: string) => string): Verdict['problems'] {
    const folder = folderOf([]);
    folders.push(folder);
    cpSync(genuine, folder, { recursive: true });
    falsify(folder, name, (text) => {
      const changed = change(text);
      if (changed === text) throw new Error('the falsification changed nothing');
      return changed;
    });
    return verdict(folder).problems;
  }

  const cases: readonly (readonly [string, () => string, (text: string) => string, string, RegExp])[] = [
    [
      'a pick',
      () => test,
      (text) => text.replace(/"key":"E-\d+"/, '"key":"E-001"'),
      'pick',
      /sample 1 item \d+$/,
    ],
    [
      'a seed',
      () => test,
      (text) => text.replaceAll('"seed":"32658283"', '"seed":"32658284"'),
      'pick',
      /sample 1 item 1$/,
    ],
    [
      'the size that the plan gives',
      () => test,
      (text) => text.replace('"computedSize":20', '"computedSize":19'),
      'plan-size',
      /sample 1 plan/,
    ],
    [
      'the number of items',
      () => test,
      (text) => text.replace('"chosenSize":20', '"chosenSize":19'),
      'sample-size',
      /sample 1 plan/,
    ],
    [
      'a result',
      () => test,
      (text) => text.replace('"result":"deviation"', '"result":"pass"'),
      'deviation',
      /LA-02-1\.json DV-01$/,
    ],
    [
      'the count of an attribute',
      () => test,
      (text) => text.replace(/"pass":\d+/, '"pass":0'),
      'result',
      /attribute A$/,
    ],
    [
      'items with a deviation',
      () => test,
      (text) => text.replace('"deviating":1', '"deviating":0'),
      'rate',
      /sample 1$/,
    ],
    [
      'the upper limit',
      () => test,
      (text) => text.replace(/"limit":\{"count":\d+/, '"limit":{"count":1'),
      'limit',
      /sample 1$/,
    ],
    [
      'what the limit supports',
      () => test,
      (text) => text.replace('"supportsReliance":', '"supportsReliance":null,"was":'),
      'limit',
      /sample 1$/,
    ],
    [
      'the digest of a result’s evidence',
      () => test,
      (text) => text.replace(/"evidence":\["[0-9a-f]{8}/, '"evidence":["00000000'),
      'evidence-unknown',
      /item \d+$/,
    ],
    [
      'a row of the population',
      () => rows,
      (text) => text.replace('Austin', 'Boston'),
      'rows-digest',
      /\.jsonl$/,
    ],
    [
      'a key of the population',
      () => rows,
      (text) => text.replace('"E-005"', '"E-500"'),
      'row-key',
      /row 6$/,
    ],
    [
      'the day of a row',
      () => rows,
      (text) => text.replace('"2025-07-01",true', '"2025-07-02",true'),
      'row-day',
      /row 2$/,
    ],
    ['a row left out', () => rows, (text) => text.replace('true', 'false'), 'row-filter', /row 2$/],
    [
      'a row taken away',
      () => rows,
      (text) => text.slice(text.indexOf('\n') + 1),
      'population-count',
      /\.jsonl$/,
    ],
    [
      'the number of records',
      () => 'kit.json',
      (text) => text.replace('"recordCount":184', '"recordCount":183'),
      'population-count',
      /\.jsonl$/,
    ],
    [
      'the hash of the client’s file',
      () => 'kit.json',
      (text) => text.replace(/"fileSha256":"[0-9a-f]{8}/, '"fileSha256":"00000000'),
      'population-hash',
      /\.jsonl$/,
    ],
    ['a test that is no JSON', () => test, () => '{', 'unreadable', /LA-02-1\.json$/],
  ];
  it.each(cases)('is found, with the place: %s', (_name, file, change, code, place) => {
    const problems = found(file(), change);
    expect(problems.find((problem) => problem.code === code)?.place).toMatch(place);
  });

  it('is found by a byte of a file of evidence, by its name', () => {
    const folder = folderOf([]);
    folders.push(folder);
    cpSync(genuine, folder, { recursive: true });
    const [digest = ''] = readdirSync(join(folder, 'evidence'));
    writeFileSync(join(folder, 'evidence', digest), 'tampered');
    expect(verdict(folder).problems.map(({ code, place }) => `${code} ${place}`)).toEqual([
      `file-altered evidence/${digest}`,
      expect.stringMatching(`^evidence-altered evidence/${digest} `),
    ]);
  });

  it('is found by a file added and a file taken away', () => {
    const folder = folderOf([]);
    folders.push(folder);
    cpSync(genuine, folder, { recursive: true });
    writeFileSync(join(folder, 'note.txt'), 'added');
    rmSync(join(folder, 'README.txt'));
    expect(verdict(folder).problems.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'file-missing README.txt',
      'file-unlisted note.txt',
    ]);
  });
});
