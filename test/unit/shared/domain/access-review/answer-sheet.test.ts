import { expect, it } from 'vitest';
import {
  answerColumns,
  answerRows,
  exceptionReference,
  exceptionsToAsk,
  readAnswers,
} from '../../../../../shared/domain/access-review/answer-sheet.ts';
import { disposeExceptions } from '../../../../../shared/domain/access-review/dispose-exceptions.ts';
import { contextOf, day, sha256, taken } from '../../../../helpers/domain-fixture.ts';
import { reviewIn, reviewState, runState } from '../../../../helpers/access-review-state.ts';

const state = runState(reviewState());
const reviewId = reviewIn(state).id;
const open = exceptionsToAsk(state, reviewId);
const header = answerColumns.map(({ head }) => head);
const about = { answeredOn: day('2026-07-09'), sha256 };

it('refers to an exception in the same way at every run', () => {
  expect(exceptionReference('W3', 'W3 | late | x', sha256)).toMatch(/^W3-[0-9a-f]{10}$/);
  expect(new Set(answerRows(open, sha256).map(([reference]) => reference)).size).toBe(open.length);
});

it('asks about what was put to the client, or about all that waits', () => {
  const [one] = open;
  const input = {
    exceptionIds: [one?.id ?? ''],
    disposition: 'toClient',
    reason: '',
    evidenceIds: [],
  } as const;
  const asked = taken(state, disposeExceptions(contextOf(state), input));
  expect(exceptionsToAsk(asked, reviewId).map(({ id }) => id)).toEqual([one?.id]);
});

it('reads answers in any order of rows and columns', () => {
  const rows = answerRows(open, sha256).map((row, index) =>
    row.map((cell, at) =>
      at === 6 ? (index === 1 ? '' : `Answer ${String(index)}`) : at === 7 ? 'IT lead' : cell,
    ),
  );
  const turned = (cells: readonly string[]) => ['note', ...[...cells].reverse()];
  const read = readAnswers(turned(header), rows.toReversed().map(turned), open, about);
  expect(read.answers.map(({ exceptionId, answer }) => [exceptionId, answer])).toEqual(
    open.flatMap(({ id }, index) => (index === 1 ? [] : [[id, `Answer ${String(index)}`]])).reverse(),
  );
  expect(read.answers[0]).toMatchObject({ answeredBy: 'IT lead', answeredOn: '2026-07-09' });
  expect([read.empty, read.unknown]).toEqual([1, []]);
});

it('says which references it does not know, and which columns are missing', () => {
  const [row = []] = answerRows(open, sha256);
  const answered = row.map((cell, at) => (at === 6 ? 'Yes' : cell));
  const foreign = ['W1-0000000000', ...answered.slice(1)];
  const read = readAnswers(header, [answered, answered, foreign], open, about);
  expect([read.answers.length, read.unknown]).toEqual([1, [row[0], 'W1-0000000000']]);
  expect(readAnswers(['Reference'], [['x']], open, about)).toEqual({
    ...{ answers: [], empty: 0, unknown: [], missingColumns: ['Your answer'] },
  });
});
