import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { set } from '../../../shared/domain/journal/ops.ts';
import { all, find } from '../../../shared/domain/journal/state.ts';
import { makeReady, signAll, startJourney, version, type Journey } from '../../helpers/concluding-journey.ts';

const passphrase = 'a passphrase of the firm';
let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
}, 60_000);
afterAll(() => {
  if (journey.program.session.isOpen()) journey.program.session.replace(null);
  rmSync(journey.folder, { recursive: true, force: true });
});

const has = (tool: string): boolean => spawnSync(tool, ['-v']).error === undefined;

describe('concluding an engagement in a real file', () => {
  it('signs in order and computes what a change makes stale', async () => {
    const { value, refusal, as } = journey;
    await as('staff');
    await value('review.signOff', { workpaperId: 'wp-design', level: 'preparer' });
    expect(await refusal('review.signOff', { workpaperId: 'wp-design', level: 'reviewer' })).toBe(
      'role-required',
    );
    await as('senior');
    expect(await refusal('review.signOff', { workpaperId: 'wp-operating', level: 'reviewer' })).toBe('R2');
    const memo = all(journey.program.session.state(), 'workpaper').find((paper) => paper.kind === 'planning');
    await as('staff');
    await value('review.signOff', { workpaperId: memo?.id, level: 'preparer' });
    const shown = await value<{ revision: number; editFinding: { message: string } }>('review.paper', {
      workpaperId: memo?.id,
    });
    expect(shown.editFinding.message).toBe('Editing removes 1 sign-off. Continue?');
    const edit = { id: memo?.id, revision: shown.revision, body: 'What was considered, and by whom.' };
    expect(await refusal('workpaper.write', edit)).toBe('R3');
    await value('workpaper.write', { ...edit, reasons: [{ gate: 'R3', reason: 'A name was missing.' }] });
    const changes = await value<{
      changes: readonly { label: string; field: string; before: string; after: string }[];
    }>('review.changes', { workpaperId: memo?.id });
    expect(changes.changes.map(({ label, field, before, after }) => [label, field, before, after])).toEqual([
      ['Workpaper', 'body', 'What was considered and why.', 'What was considered, and by whom.'],
    ]);
    await as('senior');
    expect(await refusal('review.return', { workpaperId: memo?.id, reason: 'It is at work already.' })).toBe(
      'wrong-state',
    );
    const board = await value<{ counts: { waiting: number } }>('review.board', { filter: 'waiting' });
    expect(board.counts.waiting).toBe(1);
    await value('review.return', { workpaperId: 'wp-design', reason: 'Say who was asked.' });
    const [note] = await value<readonly { id: string }[]>('note.list', {});
    await as('staff');
    expect(await refusal('review.signOff', { workpaperId: 'wp-design', level: 'preparer' })).toBe('R6');
    await value('note.respond', { noteId: note?.id, text: 'The identity lead was asked.' });
    expect(await refusal('note.clear', { noteId: note?.id })).toBe('R4');
    await as('senior');
    await value('note.clear', { noteId: note?.id });
    await as('staff');
    const test = find(journey.program.session.state(), 'test', 'test-design');
    expect(test?.status).toBe('inProgress');
  }, 60_000);

  it('reaches a signed, issued and verified report', async () => {
    const { value, refusal, as, path, program } = journey;
    await concludeDesignAgain();
    await signAll(journey);
    const ready = await makeReady(journey);
    const first = await value<{ pdf: Uint8Array; pages: number }>('report.preview');
    const second = await value<{ pdf: Uint8Array }>('report.preview');
    expect(Buffer.compare(Buffer.from(first.pdf), Buffer.from(second.pdf))).toBe(0);
    expect(first.pages).toBeGreaterThan(8);

    await as('partner');
    expect(await refusal('report.sign', { ...ready, passphrase })).toBe('not-found');
    const key = await value<{ selfSigned: boolean }>('firmKey.create', { passphrase });
    expect(key.selfSigned).toBe(true);
    const kept = JSON.parse(readFileSync(path('home/profile.json'), 'utf8')) as { firmKey: string }; // the profile as the test's program wrote it
    expect(Buffer.from(kept.firmKey, 'base64').subarray(0, 4).toString()).toBe('TMKW');
    expect(await refusal('report.sign', { ...ready, passphrase: 'another passphrase' })).toBe(
      'wrong-passphrase',
    );
    await as('manager');
    expect(await refusal('report.sign', { ...ready, passphrase })).toBe('L12');
    await as('partner');
    const signed = await value<{ recordNumber: string; pdfSha256: string }>('report.sign', {
      ...ready,
      passphrase,
    });
    expect(await refusal('report.issue', ready)).toBe('stale-revision');
    const signedVersion = await version(journey);
    expect(await refusal('report.issue', { ...signedVersion, passphrase: 'not hers' })).toBe(
      'wrong-passphrase',
    );
    await value('report.issue', signedVersion);
    expect(await refusal('report.edit', { otherInformation: 'x' })).toBe('L14');

    const report = path('report.pdf');
    const saved = await value<{ sha256: string }>('report.export', { what: 'signed', token: report });
    expect(saved.sha256).toBe(signed.pdfSha256);
    const verdict = await value<{ unchanged: boolean; firmKnown: boolean }>('report.verify', {
      token: report,
    });
    expect([verdict.unchanged, verdict.firmKnown]).toEqual([true, true]);
    const bytes = readFileSync(report);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(path('changed.pdf'), bytes);
    expect(
      (await value<{ unchanged: boolean }>('report.verify', { token: path('changed.pdf') })).unchanged,
    ).toBe(false);
    expect(find(program.session.state(), 'report', ready.id)).toMatchObject({
      status: 'issued',
      recordNumber: signed.recordNumber,
    });
  }, 120_000);

  it.skipIf(!has('pdftotext') || !has('pdfdetach'))('prints and attaches the figures of the tests', () => {
    const file = journey.path('report.pdf');
    const text = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
    expect(text).toMatch(/Independent service auditor/i);
    expect(text).toContain('3 of 184 tested');
    expect(text).toContain('No deviations noted.');
    const figures = journey.path('figures.json');
    spawnSync('pdfdetach', ['-save', '1', '-o', figures, file]);
    const attached: unknown = JSON.parse(readFileSync(figures, 'utf8'));
    const [report] = all(journey.program.session.state(), 'report');
    expect(attached).toMatchObject({
      tests: [{ control: 'LA-02', tested: 3, populationSize: 184, deviating: 0 }],
      journal: { entryCount: report?.journalEntries },
    });
  });

  it('saves the workpapers as a workbook', async () => {
    const file = journey.path('workpapers.xlsx');
    const saved = await journey.value<{ sheets: readonly string[] }>('workpapers.export', { token: file });
    const names = ['Engagement', 'Control matrix', 'Tests', 'Samples', 'Deviations', 'Sign-offs', 'Journal'];
    expect(saved.sheets).toEqual(names);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(file);
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(names);
    const samples = workbook.getWorksheet('Samples');
    expect(samples?.rowCount).toBe(4);
    expect(samples?.getCell('G2').value).toEqual(new Date('2026-02-03T00:00:00Z'));
    expect([samples?.getCell('J1').value, samples?.getCell('K1').value]).toEqual(['Result', 'Tick-mark']);
    expect([samples?.getCell('J2').value, samples?.getCell('K2').value]).toEqual(['pass', '†']);
    expect(workbook.getWorksheet('Sign-offs')?.rowCount).toBeGreaterThan(15);
  }, 60_000);

  it('assembles, locks, and takes additions only; the file stays intact', async () => {
    const { value, refusal, as, program } = journey;
    await as('manager');
    await value('file.startAssembly');
    const status = await value<{ stage: string; daysLeft: number; findings: readonly object[] }>('file.get');
    expect([status.stage, status.daysLeft, status.findings]).toEqual(['calm', 60, []]);
    expect(await refusal('file.lock', { passphrase: 'not his' })).toBe('wrong-passphrase');
    await value('file.lock', {});
    const paper = all(program.session.state(), 'workpaper')[0];
    expect(await refusal('workpaper.write', { id: paper?.id, revision: paper?.revision, body: 'x' })).toBe(
      'F3',
    );
    const reviewer = all(program.session.state(), 'teamMember').find((member) => member.role === 'partner');
    const addition = {
      text: 'The original arrived.',
      reason: 'Arrived after the lock.',
      reviewerId: reviewer?.personId,
    };
    await value('file.addAddendum', addition);
    const verdict = await value<{ intact: boolean; problems: readonly object[] }>('journal.verify');
    expect(verdict.problems).toEqual([]);
  }, 60_000);
});

/** The design test went back to work with its paper and is concluded again. */
async function concludeDesignAgain(): Promise<void> {
  const { program, as } = journey;
  await as('staff');
  program.session.commit('test.conclude', [], (context) => ({
    ok: true,
    value: { ops: set(context.state, 'test', 'test-design', { status: 'concluded' }), result: null },
  }));
}
