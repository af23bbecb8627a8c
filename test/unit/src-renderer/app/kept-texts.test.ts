import { describe, expect, it } from 'vitest';
import { isUnrecorded, shownTexts } from '../../../../src-renderer/app/kept-texts.ts';

const recorded = { note: 'Two days late.', observation: '' };
const draft = (base: typeof recorded) => ({
  place: 'cell 1',
  texts: { note: 'Two days late, in May.', observation: 'Seen on' },
  base,
  at: '2026-07-01T10:00:00Z',
});

describe('words that were typed and not recorded', () => {
  it('show what is recorded, over it what was kept, over that what is typed now', () => {
    expect(shownTexts(recorded, undefined, {})).toEqual(recorded);
    expect(shownTexts(recorded, draft(recorded), {})).toEqual({
      note: 'Two days late, in May.',
      observation: 'Seen on',
    });
    expect(shownTexts(recorded, draft(recorded), { observation: 'Seen on the screen' })).toEqual({
      note: 'Two days late, in May.',
      observation: 'Seen on the screen',
    });
  });

  it('give way, field by field, to what was recorded since', () => {
    const before = draft({ ...recorded, note: 'Late.' });
    expect(shownTexts(recorded, before, {})).toEqual({ note: 'Two days late.', observation: 'Seen on' });
  });

  it('are told apart from what is recorded', () => {
    expect(isUnrecorded(recorded, undefined)).toBe(false);
    expect(isUnrecorded(recorded, draft(recorded))).toBe(true);
    expect(isUnrecorded(recorded, { ...draft(recorded), texts: recorded })).toBe(false);
    expect(isUnrecorded(recorded, draft({ note: 'Late.', observation: 'Else' }))).toBe(false);
  });
});
