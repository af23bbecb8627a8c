import { describe, expect, it } from 'vitest';
import { writeGlance } from '../../../../../shared/domain/report/report-glance.ts';
import type { ReportFacts } from '../../../../../shared/domain/report/report-facts.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { spansText } from '../../../../../shared/domain/report/report-text.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

const glanceOf = (facts: ReportFacts) => writeGlance(facts, readWording(specimenWording, commonSlots(facts)));

describe('writeGlance', () => {
  it('repeats the opinion by part', () => {
    const parts = glanceOf(specimenFacts())?.parts ?? [];
    expect(parts.map(({ label }) => label)).toEqual(['Unmodified', 'Unmodified', 'Qualified']);
    expect(parts.map(({ words }) => spansText(words))).toEqual([
      'Presented fairly',
      'Suitable for the criteria',
      'Except for criterion CC6.2',
    ]);
    expect(glanceOf(specimenFacts({ opinion: 'adverse' }))?.parts[2]?.words.map((one) => one.kind)).toContain(
      'link',
    );
    expect(glanceOf(specimenFacts({ opinion: 'disclaimer' }))?.parts[2]?.label).toBe('No opinion');
  });

  it('counts controls by what their tests found', () => {
    expect(glanceOf(specimenFacts())?.tests).toMatchObject({
      clean: 45,
      deviating: 12,
      notOccurring: 2,
      deviations: 25,
    });
    expect(glanceOf(specimenFacts({ type: 'I' }))?.tests).toBeNull();
  });

  it('says why controls were not tested', () => {
    const facts = specimenFacts();
    expect(glanceOf(facts)?.tests?.notOccurringWords).toBe('no occurrence in the period');
    const [first, ...rest] = facts.controls;
    const outcome = { kind: 'notTested', reason: 'The design is deficient.' } as const;
    const moot = first && { ...first, tests: first.tests.map((test) => ({ ...test, outcome })) };
    const some = { ...facts, controls: moot === undefined ? rest : [moot, ...rest] };
    expect(glanceOf(some)?.tests?.notOccurringWords).toBe('not tested');
  });

  it('counts criteria by category and names what is not relevant', () => {
    const glance = glanceOf(specimenFacts());
    expect(glance?.categories.map(({ applying, all }) => [applying, all])).toEqual([
      [33, 33],
      [3, 3],
      [5, 5],
      [2, 2],
      [17, 18],
    ]);
    expect(glance?.notRelevant && spansText(glance.notRelevant)).toBe(
      'One criterion is not relevant: P3.2 (page).',
    );
  });

  it('says on whom the system relies', () => {
    const words = (facts: ReportFacts) => glanceOf(facts)?.others.map(spansText).join(' ');
    expect(words(specimenFacts())).toContain(
      'carved out: Harbor Colocation Services, Inc., colocation. Its controls were not examined',
    );
    expect(words(specimenFacts({ method: 'inclusive' }))).toContain('Its controls were examined');
    expect(words(specimenFacts({ method: 'none', userEntityControls: false }))).toBe(
      'No subservice organization is needed to meet the criteria.',
    );
  });

  it('is left out when the firm says so', () => {
    const facts = specimenFacts();
    expect(glanceOf({ ...facts, arrangement: { ...facts.arrangement, glance: false } })).toBeNull();
  });
});
