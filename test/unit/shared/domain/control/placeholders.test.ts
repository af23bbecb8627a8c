import { expect, it } from 'vitest';
import {
  filledAttributes,
  placeholderGroups,
  readValues,
  valuesFor,
  writtenValues,
} from '../../../../../shared/domain/control/placeholders.ts';
import { libraryText } from '../../../../helpers/library-fixture.ts';

const source = (code: string, hours: string) => ({
  ...{ ...libraryText, code, libraryId: `id-${code}`, parameters: { hours } },
});
const sources = [source('AC-01', '24'), source('AC-02', '48'), source('AC-03', '24')];

it('lists each placeholder once, with where it is used; another usual value is another placeholder', () => {
  const groups = placeholderGroups(sources).map(({ name, usual, codes }) => [name, usual, codes]);
  expect(groups).toEqual([
    ['hours', '24', ['AC-01', 'AC-03']],
    ['hours', '48', ['AC-02']],
    ['team', null, ['AC-01', 'AC-02', 'AC-03']],
  ]);
});

it('fills a control from its usual values, under those given for it; a blank one stays open', () => {
  const given = [
    { name: 'hours', libraryIds: ['id-AC-01'], value: ' 8 ' },
    { name: 'team', libraryIds: ['id-AC-01', 'id-AC-02'], value: 'IT' },
    { name: 'hours', libraryIds: ['id-AC-03'], value: ' ' },
  ];
  expect(sources.map((one) => valuesFor(one, given))).toEqual([
    { hours: '8', team: 'IT' },
    { hours: '48', team: 'IT' },
    {},
  ]);
});

it('keeps values as they were, an equals sign too', () => {
  const values = { hours: '24', team: 'a=b' };
  expect(readValues(writtenValues(values))).toEqual(values);
  expect(filledAttributes(libraryText.attributes, values)[0]).toEqual({
    ...{ key: 'A', text: 'Disabled within 24 hours' },
  });
});
