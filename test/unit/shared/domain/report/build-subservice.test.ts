import { expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { buildSubservice, controlCodes } from '../../../../../shared/domain/report/build-subservice.ts';
import { after } from '../../../../helpers/domain-fixture.ts';
import { letter, testedState, withLetter } from '../../../../helpers/concluding-fixture.ts';

const org = (id: string, method: 'carveOut' | 'inclusive', service: string, withdrawn = false) =>
  add('subserviceOrganization', id, {
    ...{ name: `Vendor ${id}`, service, method, criteria: ['CC6.2'], monitoringControlIds: ['control-1'] },
    ...{ assertionPlanned: method === 'inclusive', withdrawn },
  });

it('prints the organizations that stand, with the assertion of an included one', () => {
  const state = after(testedState(), [
    org('a', 'carveOut', 'Data halls, power and cooling'),
    org('b', 'inclusive', 'monitor the platform at any hour and answer every call of a customer'),
    org('c', 'carveOut', 'x', true),
  ]);
  const signed = withLetter(state, letter('subserviceAssertion', { subserviceId: 'b' }));
  expect(
    buildSubservice(signed).map(({ name, serviceShort, assertion }) => [name, serviceShort, assertion]),
  ).toEqual([
    ['Vendor a', 'Data halls', null],
    [
      'Vendor b',
      'services described in Section III',
      { officers: [{ name: 'R. Roe', title: 'Chief Executive Officer' }], date: '2026-07-10' },
    ],
  ]);
  expect(buildSubservice(signed)[0]?.service).toBe('provide data halls, power and cooling');
  expect(controlCodes(signed, ['control-1', 'none'])).toEqual(['LA-02']);
});
