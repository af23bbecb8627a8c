import { expect, it } from 'vitest';
import { emptyMapping } from '../../../../../shared/domain/access-review/list-mapping.ts';
import { readStatus } from '../../../../../shared/domain/access-review/read-cell.ts';
import { createRowReader } from '../../../../../shared/domain/access-review/row-reader.ts';
import { utc } from '../../../../helpers/access-review-fixture.ts';

const header = ['user', 'state', 'created', 'mfa', 'roles'];
const columns = { accountId: 'user', status: 'state', createdAt: 'created', mfa: 'mfa', roles: 'roles' };
const mapping = { ...emptyMapping, columns, fixed: { system: ' Okta ' } };

it('reads cells by field, and fixed values for every row', () => {
  const reader = createRowReader({ kind: 'users', header, mapping, zone: utc });
  reader.turnTo({ rowNumber: 2, cells: [' joe ', 'active', '2026-01-05', 'yes', 'a;b'] });
  expect([reader.text('system'), reader.text('accountId'), reader.text('email')]).toEqual([
    'Okta',
    'joe',
    '',
  ]);
  expect([reader.meaning('status', readStatus), reader.flag('mfa')]).toEqual([true, true]);
  expect([reader.words('roles'), reader.moment('createdAt')?.day]).toEqual([['a', 'b'], '2026-01-05']);
  expect([reader.moment('lastLogin'), reader.faults()]).toEqual([null, []]);
});

it('keeps what cannot be read as a fault of its row, each time it stands there', () => {
  const reader = createRowReader({ kind: 'users', header, mapping, zone: utc });
  for (const rowNumber of [2, 3]) {
    reader.turnTo({ rowNumber, cells: ['joe', 'odd', '01/02/2026', '', ''] });
    expect([reader.meaning('status', readStatus), reader.moment('createdAt')]).toEqual([null, null]);
    expect(reader.faults().map(({ words }) => words)).toEqual([
      'Status: “odd” has no known meaning.',
      'Created: “01/02/2026” names two days; say which number comes first.',
    ]);
  }
});
