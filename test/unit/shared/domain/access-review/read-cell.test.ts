import { describe, expect, it } from 'vitest';
import {
  folded,
  readAccountType,
  readDecision,
  readFlag,
  readStatus,
  readWords,
} from '../../../../../shared/domain/access-review/read-cell.ts';

describe('words of client lists', () => {
  it('reads yes and no, an empty cell as nothing said, and reports any other word', () => {
    expect(['Yes', 'TRUE', '1', 'x'].map(readFlag)).toEqual([true, true, true, true]);
    expect(['no', 'False', '0', 'Off'].map(readFlag)).toEqual([false, false, false, false]);
    expect([readFlag(''), readFlag('perhaps')]).toEqual([null, undefined]);
  });

  it('reads the state of an account', () => {
    expect(['Active', 'ENABLED', 'on leave'].map(readStatus)).toEqual([true, true, true]);
    expect(['Disabled', 'terminated', 'suspended'].map(readStatus)).toEqual([false, false, false]);
    expect([readStatus(' '), readStatus('pending')]).toEqual([null, undefined]);
  });

  it('reads the type of an account', () => {
    expect(['Employee', 'bot', 'Shared', 'Contractor'].map(readAccountType)).toEqual([
      'human',
      'service',
      'shared',
      'external',
    ]);
    expect([readAccountType(''), readAccountType('constructor')]).toEqual([null, undefined]);
  });

  it('reads the decision of a reviewer', () => {
    expect(['Keep', 'REVOKE', 'modify', ''].map(readDecision)).toEqual(['keep', 'remove', 'change', null]);
    expect(readDecision('toString')).toBeUndefined();
  });

  it('takes several texts of a cell apart, each once', () => {
    expect(readWords('admin; reader|admin,\nwriter')).toEqual(['admin', 'reader', 'writer']);
    expect(readWords(' Domain Admins ')).toEqual(['Domain Admins']);
    expect([readWords(''), readWords(' ; ')]).toEqual([[], []]);
  });

  it('compares without space around and case', () => {
    expect(folded('  Anna.Berg ')).toBe('anna.berg');
  });
});
