import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { add } from '../../../shared/domain/journal/ops.ts';
import { after, changed, fieldworkState } from '../../helpers/domain-fixture.ts';
import { evidenceFields } from '../../helpers/fieldwork-fixture.ts';
import { openEngagement, type OpenEngagement } from '../../helpers/open-engagement.ts';

let open: OpenEngagement;

/** The design is reviewed, with a file behind it. */
const start = changed(
  after(fieldworkState(), [
    add('evidenceFile', 'ev-1', evidenceFields('walkthrough.csv')),
    add('evidenceLink', 'link-1', {
      ...{ evidenceId: 'ev-1', targetKind: 'workpaper', targetId: 'wp-design', place: '' },
      withdrawn: false,
    }),
  ]),
  'workpaper',
  'wp-design',
  { status: 'reviewed' },
);

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

describe('evidence files', () => {
  it('are stored once, listed with what they support, opened and exported after their hash was checked', async () => {
    const token = file('ticket.png', 'picture');
    const target = { kind: 'workpaper', id: 'wp-operating' };
    const { evidenceIds } = await open.do('evidence.attach', { tokens: [token], target, ...description });
    const again = await open.do('evidence.attach', {
      ...{ tokens: [token], target: { kind: 'test', id: 'test-operating' } },
      ...description,
    });
    expect(again.evidenceIds).toEqual(evidenceIds);
    const { total, files } = await open.do('evidence.list', { target });
    expect({ total, kinds: files[0]?.links.map(({ kind }) => kind) }).toEqual({
      total: 1,
      kinds: ['workpaper', 'test'],
    });
    const [evidenceId] = evidenceIds;
    const shown = await open.do('evidence.open', { evidenceId });
    expect(Buffer.from(shown.bytes ?? []).toString()).toBe('picture');
    const copy = join(open.folder, 'copy.png');
    await open.do('evidence.export', { evidenceId, token: copy });
    expect(readFileSync(copy, 'utf8')).toBe('picture');
  });

  it('are opened outside by their kind only, and by nothing without a window', async () => {
    const { evidenceIds } = await open.do('evidence.attach', {
      tokens: [file('letter.docx', 'letter'), file('setup.exe', 'program')],
      ...description,
    });
    const refused = evidenceIds.map((evidenceId) => open.refused('evidence.openOutside', { evidenceId }));
    expect((await Promise.all(refused)).map(({ code, facts }) => [code, facts['reason']])).toEqual([
      ['unreadable-file', 'no-program'],
      ['only-saved', undefined],
    ]);
  });

  it('take a signed workpaper back to work only with a reason (gate R3)', async () => {
    const target = { kind: 'workpaper', id: 'wp-design' };
    const input = { tokens: [file('late.txt', 'late')], target, ...description };
    expect((await open.refused('evidence.attach', input)).message).toBe(
      'Editing removes 2 sign-offs. Continue?',
    );
    const reasons = [{ gate: 'R3', reason: 'The client sent the missing log.' }];
    await open.do('evidence.attach', { ...input, reasons });
    expect(open.state().rows.workpaper.get('wp-design')?.status).toBe('inProgress');
  });

  it('are described anew on a signed workpaper only with a reason (gate R3)', async () => {
    const asked = { evidenceId: 'ev-1', revision: 1, ...description, asOf: '2026-01-02' };
    const refusal = await open.refused('evidence.describe', asked);
    expect([refusal.code, refusal.message]).toEqual(['R3', 'Editing removes 2 sign-offs. Continue?']);
    const reasons = [{ gate: 'R3', reason: 'The file speaks for an earlier day.' }];
    await open.do('evidence.describe', { ...asked, reasons });
    const { files } = await open.do('evidence.list', { target: { kind: 'workpaper', id: 'wp-design' } });
    expect(files.map(({ asOf, receivedOn }) => ({ asOf, receivedOn }))).toEqual([
      { asOf: '2026-01-02', receivedOn: '2026-01-05' },
    ]);
    expect(open.state().rows.workpaper.get('wp-design')?.status).toBe('inProgress');
  });

  it('are not shown or copied once they were altered (gate F5)', async () => {
    const { evidenceIds } = await open.do('evidence.attach', {
      tokens: [file('a.txt', 'a')],
      ...description,
    });
    const { evidence } = open.program.session.store();
    vi.spyOn(evidence, 'get').mockReturnValue(null);
    vi.spyOn(evidence, 'check').mockReturnValue('altered');
    const [evidenceId] = evidenceIds;
    const shown = await open.refused('evidence.open', { evidenceId });
    expect([shown.code, shown.message]).toEqual([
      'F5',
      'This evidence file was altered outside the program.',
    ]);
    const copy = join(open.folder, 'copy.txt');
    expect((await open.refused('evidence.export', { evidenceId, token: copy })).code).toBe('F5');
    expect((await open.refused('evidence.openOutside', { evidenceId })).code).toBe('F5');
    expect(existsSync(copy)).toBe(false);
  });

  it('are not taken from links, folders or places without a file', async () => {
    const real = file('real.txt', 'text');
    const link = join(open.folder, 'link.txt');
    symlinkSync(real, link);
    mkdirSync(join(open.folder, 'folder'));
    for (const token of [link, join(open.folder, 'folder'), '/dev/zero', join(open.folder, 'none')])
      expect((await open.refused('evidence.attach', { tokens: [token], ...description })).code).toBe(
        'unreadable-file',
      );
    expect([...open.state().rows.evidenceFile.keys()]).toEqual(['ev-1']);
  });

  it('follow a request from draft to accepted', async () => {
    const { requestId, code } = await open.do('request.create', { description: 'Tickets of the sample' });
    expect(code).toBe('R-001');
    await open.do('request.move', { requestId, revision: 1, to: 'sent' });
    await open.do('evidence.attach', { tokens: [file('a.txt', 'a')], ...description, requestId });
    const [request] = await open.do('request.list', {});
    expect(request).toMatchObject({ status: 'received', fileCount: 1, moves: ['accepted', 'rejected'] });
    await open.do('request.move', { requestId, revision: request?.revision, to: 'accepted' });
  });
});
