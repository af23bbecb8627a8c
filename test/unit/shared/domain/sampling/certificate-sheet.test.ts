import { describe, expect, it } from 'vitest';
import { certificateSheet } from '../../../../../shared/domain/sampling/certificate-sheet.ts';
import { drawnCertificate } from '../../../../helpers/drawn-certificate.ts';

const factOf = (label: string, overrides = {}) =>
  certificateSheet(drawnCertificate(5, overrides)).facts.find(([name]) => name === label)?.[1];

describe('certificateSheet', () => {
  it('says in one sentence what was drawn from what', () => {
    expect(certificateSheet(drawnCertificate(5)).sentence).toBe(
      '5 of 3,653 records, Quillhaven, Inc., 1 Jul 2025 to 30 Jun 2026, drawn by simple random selection.',
    );
    const all = certificateSheet(drawnCertificate(5, { basis: 'all' })).sentence;
    expect(all).toContain('every record.');
  });

  it('words the plan by its basis, with the reason where fewer items were chosen', () => {
    const rates = { risk: 500, tolerableRate: 1000, expectedRate: 100 };
    expect(factOf('Plan', { basis: 'statistical', rates })).toBe(
      'statistical, risk 5\u202f%, tolerable 10\u202f%, expected 1\u202f%, 5 items',
    );
    expect(factOf('Plan', { computedSize: 20, overrideReason: 'The list is uniform.' })).toBe(
      'guidance by frequency, 5 items (20 by the plan; The list is uniform.)',
    );
  });

  it('leaves out what does not apply, and says that no seed chose', () => {
    expect(factOf('Strata by')).toBeUndefined();
    expect(factOf('Strata by', { stratumColumn: 'Site' })).toBe('Site');
    expect(factOf('Approved', { approvedBy: null })).toBeUndefined();
    expect(factOf('Drawn')).toBe('2026-07-09 08:30 UTC, ST');
    expect(factOf('Seed', { seed: null })).toBe('none: no algorithm chose the items');
    expect(factOf('Filters')).toBe('none');
    const filter = { code: 'F1', words: 'Site is Austin', reason: 'Only there.', removedRows: 2 };
    expect(factOf('Filters', { filters: [filter, { ...filter, code: 'F2' }] })).toBe(
      'F1, Site is Austin; F2, Site is Austin',
    );
  });

  it('prints as many items as the page holds, and counts the rest', () => {
    const shapes = [
      [152, 'CHG-00001', 4, 0],
      [153, 'CHG-00001', 4, 1],
      [115, 'CHG-00001-Austin', 3, 1],
      [77, 'CHG-00001 | 2026-01-01 | Austin', 2, 1],
    ] as const;
    for (const [count, key, groups, unprinted] of shapes) {
      const sheet = certificateSheet(drawnCertificate(count, {}, key));
      expect([sheet.groups, sheet.unprinted, sheet.printed.length]).toEqual([
        groups,
        unprinted,
        count - unprinted,
      ]);
    }
  });

  it('shortens a text that would run over the page', () => {
    expect(factOf('Stop rule', { stopRule: 'x'.repeat(240) })).toBe('x'.repeat(240));
    expect(factOf('Stop rule', { stopRule: 'x'.repeat(241) })).toBe(`${'x'.repeat(239)}…`);
    const superseded = drawnCertificate(5, { stands: false, supersededBecause: 'y'.repeat(300) });
    expect(certificateSheet(superseded).supersededBecause).toHaveLength(240);
  });
});

describe('the facts of the page', () => {
  it('come in their order, each under its label', () => {
    const full = drawnCertificate(5, {
      ...{ stratumColumn: 'Site', selectionReason: 'The last week.', stopRule: 'Stop at the next.' },
    });
    expect(certificateSheet(full).facts.map(([label, value]) => `${label}: ${value}`)).toEqual([
      'Test: CC8-01, control CHG-01, Hosting Platform',
      'List: Changes',
      'Filters: none',
      'Plan: guidance by frequency, 5 items',
      'Strata by: Site',
      'Seed: 2026-SOC2-CC8.1',
      'Algorithm: consistent-sampler/1',
      'Selection: The last week.',
      'Stop rule: Stop at the next.',
      'Proposed: ST',
      'Approved: 2026-07-08 16:00 UTC, SN',
      'Drawn: 2026-07-09 08:30 UTC, ST',
    ]);
  });

  it('leave fewer lines for items the longer they are, and where the draw is superseded', () => {
    const lines = (overrides: object) =>
      certificateSheet(drawnCertificate(400, overrides)).printed.length / 4;
    expect([lines({}), lines({ stopRule: 'x'.repeat(88) })]).toEqual([38, 38]);
    expect([lines({ stopRule: 'x'.repeat(89) }), lines({ stopRule: 'x'.repeat(177) })]).toEqual([36, 35]);
    expect(lines({ stands: false, supersededBecause: 'Drawn too early.' })).toBe(34);
  });

  it('take fewer columns of items the longer their keys are', () => {
    const groups = (length: number) => certificateSheet(drawnCertificate(5, {}, 'k'.repeat(length))).groups;
    expect([groups(12), groups(13), groups(20), groups(21)]).toEqual([4, 3, 3, 2]);
    expect(certificateSheet(drawnCertificate(0)).groups).toBe(4);
  });
});
