import { expect, it } from 'vitest';
import { add, set } from '../../../../../shared/domain/journal/ops.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import { buildDescription, paragraphsOf } from '../../../../../shared/domain/report/build-description.ts';
import { after, changed, day } from '../../../../helpers/domain-fixture.ts';
import { describedState, testedState } from '../../../../helpers/concluding-fixture.ts';

it('parts paragraphs at empty lines', () => {
  expect(paragraphsOf('A\nb.\n \nC.\n\n')).toEqual(['A b.', 'C.']);
});

it('says that there is nothing to report, or the client’s own words', () => {
  const state = describedState(testedState());
  expect(buildDescription(state).changesStatement).toEqual([
    'No relevant change of the system or its controls took place in the period.',
  ]);
  const told = changed(state, 'descriptionSection', 'section-DC4', {
    noneToReport: false,
    text: 'A switch failed.',
  });
  expect(buildDescription(told).incidentsStatement).toEqual(['A switch failed.']);
});

it('discloses events after the end, and numbers commitments and requirements apart', () => {
  const commitment = (id: string, kind: 'commitment' | 'requirement') =>
    add('commitment', id, {
      kind,
      text: `Text ${id}`,
      categories: ['Processing Integrity'],
      withdrawn: false,
    });
  const state = after(describedState(testedState()), [
    commitment('a', 'requirement'),
    commitment('b', 'commitment'),
    add('subsequentEvent', 'e', {
      ...{
        occurredOn: day('2026-07-03'),
        description: 'The site moved.',
        effect: 'disclose',
        withdrawn: false,
      },
    }),
  ]);
  const description = buildDescription(state);
  expect(description.incidentsStatement.at(-1)).toBe('After the end, on 3 Jul 2026: The site moved.');
  expect(description.commitments.map(({ number, categories }) => [number, categories])).toEqual([
    ['SC-1', ['Processing integrity']],
    ['SR-1', ['Processing integrity']],
  ]);
});

it('puts each text under its own description criterion', () => {
  const state = describedState(testedState());
  const own = after(
    state,
    (['DC5', 'DC6', 'DC7', 'DC8'] as const).flatMap((code) => {
      const section = all(state, 'descriptionSection').find((row) => row.code === code);
      return set(state, 'descriptionSection', section?.id ?? '', {
        text: `Text of ${code}.`,
        noneToReport: false,
      });
    }),
  );
  expect(buildDescription(own)).toMatchObject({
    controlsStatement: ['Text of DC5.'],
    userEntityStatement: ['Text of DC6.'],
    subserviceStatement: ['Text of DC7.'],
    notRelevantStatement: ['Text of DC8.'],
  });
});
