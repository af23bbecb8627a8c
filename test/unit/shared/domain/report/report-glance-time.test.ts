import { describe, expect, it } from 'vitest';
import { glanceTime } from '../../../../../shared/domain/report/report-glance-time.ts';
import { day, specimenFacts } from '../../../../helpers/specimen-report.ts';

describe('glanceTime', () => {
  it('lays a period and the report date on whole months', () => {
    const time = glanceTime(specimenFacts());
    expect(time.axis).toMatchObject({ days: 426, from: 0, to: 365, report: 408 });
    expect(time.axis.ticks).toHaveLength(15);
    expect(time.below).toBe('Twelve months. Report dated November\u00a013, 2026.');
    expect(time.labels).toEqual({ from: 'Oct\u00a01, 2025', to: 'Sep\u00a030, 2026', report: 'Nov\u00a013' });
  });

  it('counts days when the period is not whole months', () => {
    const facts = specimenFacts();
    const span = { type: 'II', from: day('2026-01-15'), to: day('2026-08-01') } as const;
    expect(glanceTime({ ...facts, span }).below).toMatch(/^199 days\. /);
  });

  it('shows a date for Type I and an open report date', () => {
    const time = glanceTime(specimenFacts({ type: 'I', draft: true }));
    expect(time.heading).toBe('As-of date');
    expect(time.below).toBe('Report date open.');
    expect(time.axis.to - time.axis.from).toBe(1);
    expect(time.labels.report).toBeNull();
  });
});
