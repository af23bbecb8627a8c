import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all } from '../../../shared/domain/journal/state.ts';
import { add } from '../../../shared/domain/journal/ops.ts';
import { planFields } from '../../../shared/domain/sampling/plan-sample.ts';
import { after, changed } from '../../helpers/domain-fixture.ts';
import { planInput, startedState } from '../../helpers/fieldwork-fixture.ts';
import { openEngagement, type OpenEngagement } from '../../helpers/open-engagement.ts';

const users = [
  'system,user,employee,name,status,disabled at,last login',
  'Okta,abrown,E1,Ann Brown,active,,2026-06-20',
  'Okta,bcole,E2,Bob Cole,disabled,2026-06-02 08:00,2026-05-30',
  'Okta,cdean,E3,Cat Dean,disabled,2026-06-20 08:00,2026-06-05',
  'Okta,zed,,Ann Brown,active,,2026-06-20',
];
const leavers = ['employee,name,last day', 'E2,Bob Cole,2026-06-01', 'E3,Cat Dean,2026-06-01'];
const roster = ['employee,name', 'E1,Ann Brown'];

/** The test of LA-02 with both leavers drawn as its items. */
function drawnState() {
  const { state } = startedState();
  const plan = planFields(planInput({ populationId: 'population-1', basis: 'all', chosenSize: 2 }));
  return after(state, [
    add('samplePlan', 'plan-1', { ...plan, status: 'drawn', parentId: null, computedSize: 2 }),
    ...['E2', 'E3'].map((key, index) =>
      add('sampleItem', `item-${key}`, {
        ...{
          planId: 'plan-1',
          ordinal: index + 1,
          populationKey: key,
          rowNumber: index + 2,
          occurredOn: null,
        },
        ...{ stratum: null, status: 'selected', replacementOf: null, replacementReason: null },
      }),
    ),
  ]);
}

describe('an access review, from its lists to the answers of the client', () => {
  let open: OpenEngagement;
  let reviewId = '';
  const file = (name: string, lines: readonly string[]): string => {
    const path = join(open.folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const imported = (kind: string, token: string, columns: Readonly<Record<string, string>>) =>
    open.do('accessReview.importList', {
      ...{ reviewId, kind, token, title: kind, asOf: '2026-06-30', receivedOn: '2026-07-01' },
      mapping: { columns },
    });
  const exceptionsOf = async (ruleId: string) =>
    (await open.do('accessReview.exceptions', { reviewId, ruleId })).exceptions;

  beforeAll(async () => {
    open = await openEngagement(drawnState());
    ({ reviewId } = await open.do('accessReview.open', { title: 'Second quarter', asOf: '2026-06-30' }));
  });
  afterAll(() => {
    open.close();
  });

  it('suggests the mapping of a list, and reads a later list of the kind as the one before', async () => {
    const token = file('users.csv', users);
    const first = await open.do('accessReview.previewList', { reviewId, kind: 'users', token });
    expect([first.mappingFrom, first.faults, first.rowsInFile]).toEqual(['suggested', [], 4]);
    expect(first.mapping.columns).toMatchObject({
      system: 'system',
      accountId: 'user',
      disabledAt: 'disabled at',
    });
    await imported('users', token, { ...first.mapping.columns, personKey: 'employee' });
    const again = await open.do('accessReview.previewList', { reviewId, kind: 'users', token });
    expect([again.mappingFrom, again.mapping.columns['personKey']]).toEqual(['before', 'employee']);
    const taken = await open.refused('accessReview.importList', {
      ...{ reviewId, kind: 'users', token, title: 'users', asOf: '2026-06-30', receivedOn: '2026-07-01' },
      mapping: first.mapping,
    });
    expect(taken.code).toBe('already-exists');
    await imported('terminations', file('leavers.csv', leavers), {
      ...{ personKey: 'employee', name: 'name', lastDay: 'last day' },
    });
    await imported('roster', file('roster.csv', roster), { personKey: 'employee', name: 'name' });
  });

  it('reads the list of the client’s next engagement on this computer as the one before, and of no other client', async () => {
    const next = await openEngagement(drawnState(), join(open.folder, 'home'));
    try {
      const review = await next.do('accessReview.open', { title: 'Third quarter', asOf: '2026-06-30' });
      const token = file('users.csv', users);
      const asked = { reviewId: review.reviewId, kind: 'users', token };
      const known = await next.do('accessReview.previewList', asked);
      expect([known.mappingFrom, known.mapping.columns['personKey']]).toEqual(['before', 'employee']);
      const [client] = all(next.state(), 'client');
      const other = changed(drawnState(), 'client', client?.id ?? '', { legalName: 'Another client' });
      const stranger = await openEngagement(other, join(open.folder, 'home'));
      const opened = await stranger.do('accessReview.open', { title: 'Theirs', asOf: '2026-06-30' });
      const unknown = await stranger.do('accessReview.previewList', { ...asked, reviewId: opened.reviewId });
      expect(unknown.mappingFrom).toBe('suggested');
      stranger.close();
    } finally {
      next.close();
    }
  });

  it('runs the rules that have what they need, and says of the others what they lack', async () => {
    await open.do('accessReview.run', { reviewId });
    const view = await open.do('accessReview.get', { reviewId });
    expect(view.run?.isCurrent).toBe(true);
    const [w3, w14] = ['W3', 'W14'].map((id) => view.rules.find(({ ruleId }) => ruleId === id));
    expect(w3?.sentence).toBe('Compared all 2 terminations; 1 exception, of which 0 are deviations.');
    expect(w14?.missing).toEqual(['the list “Just-in-time grants”']);
    expect((await exceptionsOf('W3')).map(({ words }) => words)).toEqual([
      'Okta / cdean was disabled on 20 Jun 2026 08:00, 18 days after the last day.',
    ]);
    const items = await open.do('accessReview.items', { reviewId, ruleId: 'W3', verdict: 'agrees' });
    expect(items.items.map(({ label }) => label)).toEqual(['E2']);
  });

  it('suggests whose an account is, and takes it only from a person', async () => {
    const { accounts } = await open.do('accessReview.matches', { reviewId });
    expect(accounts.map(({ accountKey, suggestions }) => [accountKey, suggestions[0]?.personKey])).toEqual([
      ['Okta / zed', 'E1'],
    ]);
    const match = { accountKey: 'Okta / zed', personKey: 'E1', isConfirmed: true };
    await open.do('accessReview.decideMatches', { reviewId, matches: [match] });
    expect((await open.do('accessReview.get', { reviewId })).run?.isCurrent).toBe(false);
    await open.do('accessReview.run', { reviewId });
    expect([(await exceptionsOf('W1')).length, (await exceptionsOf('W11')).length]).toEqual([0, 1]);
  });

  it('writes the exceptions for the client and takes the answers that come back', async () => {
    const path = join(open.folder, 'exceptions.xlsx');
    const written = await open.do('accessReview.exportExceptions', { reviewId, token: path });
    expect(written.size).toBe(readFileSync(path).length);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('Exceptions');
    expect(sheet?.rowCount).toBe(1 + written.exceptions);
    sheet?.eachRow((row, number) => {
      if (number > 1 && row.getCell(2).value === 'W3') {
        row.getCell(7).value = 'The ticket was closed late.';
        row.getCell(8).value = 'IT lead';
      }
    });
    await workbook.xlsx.writeFile(path);
    const read = await open.do('accessReview.importAnswers', {
      reviewId,
      token: path,
      answeredOn: '2026-07-09',
    });
    expect(read).toEqual({ answered: 1, empty: written.exceptions - 1, unknown: [] });
    const [answered] = await exceptionsOf('W3');
    expect(answered).toMatchObject({
      answer: 'The ticket was closed late.',
      answeredBy: 'IT lead',
      disposition: null,
    });
    const foreign = await open.refused('accessReview.importAnswers', {
      ...{ reviewId, token: file('other.csv', roster), answeredOn: '2026-07-09' },
    });
    expect(foreign.message).toContain('“Reference” and “Your answer”');
  });

  it('fills the grid of a test whose items are all records, once every exception is decided', async () => {
    const choices = await open.do('accessReview.tests', { ruleId: 'W3' });
    const choice = choices.find((own) => own.testId === 'test-operating');
    expect(choice).toMatchObject({ isOfRule: true, takesAll: true, controlCode: 'LA-02' });
    const attributeId = choice?.attributes[0]?.attributeId ?? '';
    const request = { reviewId, ruleId: 'W3', testId: 'test-operating', attributeId };
    expect(await open.do('accessReview.takeResults', request)).toEqual({
      ...{ passed: 1, deviations: 0, waiting: 1, left: 0 },
    });
    const [late] = await exceptionsOf('W3');
    await open.do('accessReview.dispose', { exceptionIds: [late?.exceptionId], disposition: 'deviation' });
    expect(await open.do('accessReview.takeResults', request)).toEqual({
      ...{ passed: 1, deviations: 1, waiting: 0, left: 0 },
    });
    const [deviation] = all(open.state(), 'deviation');
    expect(deviation).toMatchObject({ code: 'DV-01', itemId: 'item-E3', status: 'identified' });
    const view = await open.do('accessReview.get', { reviewId });
    expect(view.rules.find(({ ruleId }) => ruleId === 'W3')).toMatchObject({
      sentence: 'Compared all 2 terminations; 1 exception, of which 1 is a deviation.',
      taken: [{ testId: 'test-operating', items: 2, isCurrent: true }],
    });
  });

  it('takes no results of a run that the lists have left behind', async () => {
    const { revision } = await open.do('accessReview.get', { reviewId });
    const figures = { hours: 48 };
    await open.do('accessReview.setFigures', { reviewId, revision, ruleId: 'W3', figures });
    const [attribute] = all(open.state(), 'attribute');
    const request = { reviewId, ruleId: 'W3', testId: 'test-operating', attributeId: attribute?.id ?? '' };
    expect((await open.refused('accessReview.takeResults', request)).message).toBe(
      'The lists, figures or matches changed since the run.',
    );
  });

  it('leaves a file whose journal, rows and tables agree', async () => {
    const { problems } = await open.program.session.store().verify();
    // The first entry holds the state of the fixture, whose files and rows were never stored.
    expect(problems.filter(({ entry }) => entry !== 1)).toEqual([]);
  });
});
