import { expect, it } from 'vitest';
import {
  attributesOf,
  shownEntries,
  standingWords,
  valueLines,
  valuesOf,
  type Listed,
} from '../../../../../src-renderer/features/library/library-words.ts';

const listed = (more: Partial<Listed>): Listed => ({
  ...{ id: 'x', origin: 'shipped', code: 'LA-02', family: 'Access', title: 'Leavers', text: 'Within a day' },
  ...{ criteria: ['CC6.2'], frequency: 'daily', attributes: 2, placeholders: [], version: 1 },
  ...{ isRetired: false, takenFrom: null, replacedBy: null, changedBy: null, changedAt: null },
  ...more,
});
const firm = listed({ id: 'y', origin: 'firm', version: 3, isRetired: true });

it('shows the firm’s entry in place of the control that it was taken from, found by any of its words', () => {
  const entries = [firm, listed({ replacedBy: 'y' }), listed({ id: 'z', code: 'LA-03', title: 'Roles' })];
  expect(shownEntries(entries, '').map(({ id }) => id)).toEqual(['y', 'z']);
  expect(shownEntries(entries, 'RETIRED la').map(({ id }) => id)).toEqual(['y']);
  expect(shownEntries(entries, 'roles shipped').map(({ id }) => id)).toEqual(['z']);
  expect(entries.map(standingWords)).toEqual(['Firm, version 3, retired', 'Shipped', 'Shipped']);
});

it('reads lines as attributes and usual values', () => {
  expect(attributesOf('First\n\n Second ')).toEqual([
    { key: 'A', test: 'First' },
    { key: 'B', test: 'Second' },
  ]);
  expect(valuesOf('hours = 24\nnothing\nrule=a=b')).toEqual({ hours: '24', rule: 'a=b' });
  expect(valueLines({ hours: '24', n: '2' })).toBe('hours = 24\nn = 2');
});
