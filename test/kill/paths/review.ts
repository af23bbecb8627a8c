import { all, find } from '../../../shared/domain/journal/state.ts';
import type { KillPath } from '../kill-path.ts';

/** Notes are written, answered and cleared; a memo is edited and signed again by two levels. */
export const reviewPath: KillPath = {
  name: 'review',
  longestMs: 200,
  async prepare(bench) {
    await bench.do('workpaper.add', { ref: 'M-01', title: 'Memo on the work' });
  },
  async step(bench, n) {
    const memo = all(bench.state(), 'workpaper').find(({ title }) => title === 'Memo on the work');
    const workpaperId = memo?.id ?? '';
    bench.as('senior');
    const { id } = await bench.do('note.add', { workpaperId, text: `Which ticket? (${String(n)})` });
    bench.as('staff');
    await bench.do('note.respond', { noteId: id, text: 'The one of the leaver.' });
    bench.as('senior');
    await bench.do('note.clear', { noteId: id });
    bench.as('staff');
    const reasons = [{ gate: 'R3', reason: 'The reviewer asked for it.' }];
    const revision = find(bench.state(), 'workpaper', workpaperId)?.revision ?? 0;
    await bench.do('workpaper.write', { id: workpaperId, revision, body: `Text ${String(n)}.`, reasons });
    await bench.do('review.signOff', { workpaperId, level: 'preparer' });
    bench.as('senior');
    await bench.do('review.signOff', { workpaperId, level: 'reviewer' });
    bench.as('staff');
    return {};
  },
};
