import { expect, it } from 'vitest';
import { gate } from '../../../../../shared/domain/gates/refusal.ts';
import {
  decided,
  decidedWith,
  shortestReason,
  weigh,
} from '../../../../../shared/domain/journal/decision.ts';
import { contextOf, fieldworkState } from '../../../../helpers/domain-fixture.ts';

const target = { entity: 'population', id: 'population-1' } as const;
const warning = gate('N3', {}, target);
const block = gate('N1', {}, target);
const weighed = (reason: string, ...findings: Parameters<typeof weigh>[1]) =>
  weigh(contextOf(fieldworkState(), { reasons: [{ gate: 'N3', reason }] }), findings);

it('weighs gates of both kinds', () => {
  expect([warning.kind, block.kind]).toEqual(['warning', 'block']);
});

it('lets pass where nothing was found', () => {
  expect(weighed('', null, null)).toEqual({ ok: true, value: [] });
});

it('refuses at a warning until the reason says something', () => {
  const short = 'x'.repeat(shortestReason - 1);
  expect(weighed(`  ${short}  `, warning)).toMatchObject({ ok: false, error: { code: 'N3' } });
  expect(weighed(`${short}x`, warning)).toMatchObject({ ok: true });
});

it('records the reason with the gate, the row and the fact', () => {
  const result = weighed('  Payroll agrees with the list. ', warning);
  expect(result).toMatchObject({
    ok: true,
    value: [
      {
        op: 'add',
        entity: 'gateReason',
        fields: {
          gate: 'N3',
          target: 'population/population-1',
          reason: 'Payroll agrees with the list.',
          fact: warning.message,
        },
      },
    ],
  });
});

it('refuses at a block whatever reason was typed, and says only what is still open', () => {
  const result = weighed('Payroll agrees with the list.', warning, block);
  expect(result).toMatchObject({ ok: false, error: { code: 'N1', also: [] } });
  expect(weighed('', warning, block)).toMatchObject({
    ok: false,
    error: { code: 'N1', also: [{ code: 'N3' }] },
  });
});

it('answers with what was made, or with nothing', () => {
  expect(decided([])).toEqual({ ok: true, value: { ops: [], result: null } });
  expect(decidedWith([], 'id-1')).toEqual({ ok: true, value: { ops: [], result: 'id-1' } });
});
