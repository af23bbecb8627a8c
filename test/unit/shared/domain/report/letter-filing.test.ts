import { describe, expect, it } from 'vitest';
import { find, where } from '../../../../../shared/domain/journal/state.ts';
import {
  fileLetter,
  letterOf,
  signatoryOf,
  withdrawLetter,
} from '../../../../../shared/domain/report/letter-filing.ts';
import { day, refusalOf, sha256, taken } from '../../../../helpers/domain-fixture.ts';
import { as, letter, testedState, withLetter } from '../../../../helpers/concluding-fixture.ts';

const file = { sha256: sha256('bytes'), originalName: 'assertion.pdf', size: 5, mime: 'application/pdf' };

describe('letters on file', () => {
  it('are kept with their signed copy as evidence', () => {
    const state = withLetter(testedState(), letter('assertion'));
    const row = letterOf(state, 'assertion');
    expect(row?.signatories.map(signatoryOf)).toEqual([{ name: 'R. Roe', title: 'Chief Executive Officer' }]);
    const copy = find(state, 'evidenceFile', row?.evidenceId ?? '');
    expect([copy?.originalName, copy?.coversFrom, copy?.asOf]).toEqual(['assertion.pdf', '2025-07-01', null]);
    expect(where(state, 'evidenceLink', 'targetId', row?.id ?? '')).toHaveLength(1);
  });

  it('a later letter counts, a withdrawn one does not', () => {
    const first = withLetter(testedState(), letter('representation', { date: day('2026-07-01') }));
    const second = withLetter(first, letter('representation'));
    expect(letterOf(second, 'representation')?.date).toBe('2026-07-10');
    const ref = { id: letterOf(second, 'representation')?.id ?? '', revision: null };
    const withdrawn = taken(second, withdrawLetter(as(second, 'manager'), ref), 'p-manager');
    expect(letterOf(withdrawn, 'representation')?.date).toBe('2026-07-01');
  });

  it('have a date that has come, persons with titles, and an organization where they are its own', () => {
    const state = testedState();
    const refuse = (
      overrides: Parameters<typeof letter>[1],
      kind: Parameters<typeof letter>[0] = 'assertion',
    ) => refusalOf(fileLetter(as(state, 'manager'), letter(kind, overrides), file)).code;
    expect(refuse({ date: day('2026-07-11') })).toBe('invalid-value');
    expect(refuse({ signatories: [] })).toBe('invalid-value');
    expect(refuse({ signatories: [{ name: 'R. Roe', title: ' ' }] })).toBe('invalid-value');
    expect(refuse({ subserviceId: 'org-1' })).toBe('invalid-value');
    expect(refuse({ subserviceId: 'org-1' }, 'subserviceAssertion')).toBe('not-found');
    expect(signatoryOf('Only a name')).toEqual({ name: 'Only a name', title: '' });
  });
});
