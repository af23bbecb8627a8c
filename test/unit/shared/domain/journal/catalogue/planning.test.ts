import { expect, it } from 'vitest';
import { planningEntities } from '../../../../../../shared/domain/journal/catalogue/planning.ts';

it('lets a person decide where two copies disagree about what the report covers', () => {
  const { type, periodStart, periodEnd, categories } = planningEntities.engagement;
  expect([type, periodStart, periodEnd, categories].map((field) => field.merge)).toEqual(
    Array(4).fill('resolve'),
  );
});

it('has the roles of the team, the quality reviewer among them', () => {
  expect(planningEntities.teamMember.role.values).toEqual(['staff', 'senior', 'manager', 'partner', 'eqr']);
});
