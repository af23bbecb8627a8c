import { expect, it } from 'vitest';
import { tasksOf } from '../../../../../shared/domain/engagement/home-mine.ts';
import { changed, day, fieldworkState, sha256 } from '../../../../helpers/domain-fixture.ts';

const mine = (state: Parameters<typeof tasksOf>[0], personId: string | null) =>
  tasksOf(state, { personId, today: day('2026-07-10'), sha256 });

it('has nothing for nobody, and nothing for whom nothing waits', () => {
  expect(mine(fieldworkState(), null)).toEqual([]);
  expect(mine(fieldworkState(), 'p-senior')).toEqual([]);
});

it('gives a paper at work to whom it is assigned', () => {
  expect(mine(fieldworkState(), 'p-staff').map(({ reference, text }) => [reference, text])).toEqual([
    ['LA-02', 'Design test, under way'],
    ['LA-02', 'Operating test, no item drawn yet'],
  ]);
});

it('puts what is due first at the top, and what has no date last', () => {
  const due = changed(fieldworkState(), 'workpaper', 'wp-operating', { dueDate: day('2026-07-12') });
  expect(mine(due, 'p-staff').map(({ target, dueOn }) => [target.id, dueOn])).toEqual([
    ['wp-operating', '2026-07-12'],
    ['wp-design', null],
  ]);
});
