import { describe, expect, it } from 'vitest';
import { composeReport } from '../../../../../shared/domain/report/report-compose.ts';
import { isCanonical } from '../../../../../shared/lib/canonical-json.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { recordNumberOf, specimenModel, specimenWording } from '../../../../helpers/typeset-specimen.ts';

describe('composeReport', () => {
  it.each([
    {},
    { type: 'I' },
    { opinion: 'disclaimer' },
    { method: 'inclusive', otherInformation: true },
  ] as const)('gives plain JSON with a digest: %o', (options) => {
    const model = specimenModel(specimenFacts(options));
    expect(isCanonical(model)).toBe(true);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(recordNumberOf(model)).toBe(recordNumberOf(specimenModel(specimenFacts(options))));
  });

  it('gives another digest when one word differs', () => {
    const facts = specimenFacts();
    const other = { ...facts, systemName: `${facts.systemName}s` };
    expect(recordNumberOf(specimenModel(other))).not.toBe(recordNumberOf(specimenModel(facts)));
  });

  it('orders sections as the firm sets and leaves out what is empty', () => {
    const facts = specimenFacts({ type: 'I' });
    const swapped = { ...facts, arrangement: { assertionFirst: true, glance: false } };
    expect(specimenModel(facts).order).toEqual(['auditor', 'assertion', 'description', 'criteria']);
    expect(specimenModel(swapped).order.slice(0, 2)).toEqual(['assertion', 'auditor']);
    expect(specimenModel(swapped).glance).toBeNull();
    expect(specimenModel(specimenFacts()).order).toHaveLength(5);
  });

  it('spells the shipped criteria the American way for the United States only', () => {
    const facts = specimenFacts();
    expect(JSON.stringify(specimenModel(facts).criteria)).not.toMatch(/behaviour|[Aa]uthoris/);
    expect(JSON.stringify(specimenModel({ ...facts, region: 'gb' }).criteria)).toMatch(/behaviour/);
  });

  it('refuses wording that lacks a text and a link that leads nowhere', () => {
    const phrases = Object.fromEntries(
      Object.entries(specimenWording.phrases).filter(([key]) => key !== 'title.auditor'),
    );
    expect(composeReport(specimenFacts(), { ...specimenWording, phrases })).toEqual({
      ok: false,
      error: { code: 'wording-missing', key: 'title.auditor' },
    });
    const facts = specimenFacts();
    const [change] = facts.description.changes;
    const changes = change === undefined ? [] : [{ ...change, controls: ['NONE-1'] }];
    expect(
      composeReport({ ...facts, description: { ...facts.description, changes } }, specimenWording),
    ).toEqual({
      ok: false,
      error: { code: 'reference-missing', target: 'ctl-NONE-1' },
    });
  });
});
