import { expect, it } from 'vitest';
import { accountKey } from '../../../../../shared/domain/access-review/access-record.ts';

it('identifies an account by its system and its name there, exactly as written', () => {
  expect(accountKey('Okta', 'Joe')).toBe('Okta / Joe');
  expect(accountKey('Okta', 'joe')).not.toBe(accountKey('Okta', 'Joe'));
});
