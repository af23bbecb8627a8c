import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  carries,
  emptyMapping,
  knownMapping,
  mappingFaults,
  mappingOfTexts,
  mappingTexts,
  suggestMapping,
  type ListMapping,
} from '../../../../../shared/domain/access-review/list-mapping.ts';

const codes = (mapping: ListMapping, header: readonly string[]) =>
  mappingFaults('users', mapping, header).map(({ code, field }) => `${code} ${field}`);

describe('mapping of columns', () => {
  it('suggests fields by the words of the headers, each column once', () => {
    const header = ['System', 'User Name', 'E-Mail', 'Last Login', 'Roles', 'Note'];
    expect(suggestMapping('users', header).columns).toEqual({
      system: 'System',
      accountId: 'User Name',
      email: 'E-Mail',
      lastLogin: 'Last Login',
      roles: 'Roles',
    });
  });

  it('suggests no column whose header stands twice', () => {
    expect(suggestMapping('users', ['system', 'user', 'user']).columns).toEqual({ system: 'system' });
  });

  it('names what is missing, unknown, absent or repeated', () => {
    const mapping = {
      ...emptyMapping,
      columns: { accountId: 'user', colour: 'x', name: 'twice', email: 'mail' },
    };
    expect(codes(mapping, ['user', 'twice', 'twice'])).toEqual([
      'missing-field system',
      'unknown-field colour',
      'repeated-column name',
      'no-such-column email',
    ]);
  });

  it('takes a fixed value in the place of a column', () => {
    const mapping = { ...emptyMapping, columns: { accountId: 'user' }, fixed: { system: 'Okta' } };
    expect(codes(mapping, ['user'])).toEqual([]);
    expect([carries(mapping, 'system'), carries(mapping, 'email')]).toEqual([true, false]);
    expect(codes({ ...mapping, fixed: { system: '' } }, ['user'])).toEqual(['missing-field system']);
  });

  it('finds the last mapping of this kind that fits the header', () => {
    const first = { ...emptyMapping, columns: { system: 'a', accountId: 'b' } };
    const second = { ...emptyMapping, columns: { system: 'b', accountId: 'a' } };
    const used = [
      { kind: 'users', mapping: first },
      { kind: 'users', mapping: second },
      { kind: 'roster', mapping: emptyMapping },
    ];
    expect(knownMapping('users', ['a', 'b'], used)).toEqual(second);
    expect(knownMapping('users', ['a', 'c'], used)).toBeNull();
    expect(knownMapping('review', ['a', 'b'], used)).toBeNull();
  });

  it('comes back from its texts as it was', () => {
    const name = fc.constantFrom('system', 'accountId', 'roles');
    const mapping = fc.record({
      columns: fc.dictionary(name, fc.string()),
      fixed: fc.dictionary(name, fc.string()),
      dateOrder: fc.constantFrom('unambiguous' as const, 'dayFirst' as const, 'monthFirst' as const),
      rowsAre: fc.constantFrom('records' as const, 'entitlements' as const),
      privilegedRoles: fc.array(fc.string()),
    });
    fc.assert(
      fc.property(mapping, (given) => {
        expect(mappingOfTexts(mappingTexts(given))).toEqual({
          ...given,
          columns: { ...given.columns },
          fixed: { ...given.fixed },
        });
      }),
    );
  });

  it('passes over texts that it does not know', () => {
    expect(mappingOfTexts(['colour=red', 'dates=backwards', 'no sign'])).toEqual(emptyMapping);
  });
});
