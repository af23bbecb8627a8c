import { describe, expect, it } from 'vitest';
import type { ReportFacts } from '../../../../../shared/domain/report/report-facts.ts';
import { writeOther } from '../../../../../shared/domain/report/report-other.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { spansText } from '../../../../../shared/domain/report/report-text.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

const otherOf = (facts: ReportFacts) => writeOther(facts, readWording(specimenWording, commonSlots(facts)));

/** Management answers nothing. */
const silent = (facts: ReportFacts): ReportFacts => ({
  ...facts,
  controls: facts.controls.map((control) => ({
    ...control,
    tests: control.tests.map((test) => ({
      ...test,
      outcome: test.outcome.kind === 'deviations' ? { ...test.outcome, response: null } : test.outcome,
    })),
  })),
});

describe('writeOther', () => {
  it('says at its head that it is not examined and answers every deviation', () => {
    const other = otherOf(specimenFacts());
    expect(other && spansText(other.notice)).toMatch(/^Not examined\./);
    expect(other?.responses.map(({ number }) => number)).toHaveLength(12);
    expect(other?.responses[9]?.finding).toMatch(
      /^For 5 of 20 employees and contractors who left, access to one/,
    );
  });

  it('is left out when management says nothing', () => {
    expect(otherOf(silent(specimenFacts()))).toBeNull();
    expect(otherOf(specimenFacts({ type: 'I' }))).toBeNull();
  });

  it('lists deviations without a response beside other information', () => {
    const other = otherOf(silent(specimenFacts({ otherInformation: true })));
    expect(other?.other.map(({ heading }) => heading)).toEqual(['Plans for the next period']);
    expect(other?.responses.every(({ text }) => text === null)).toBe(true);
  });
});
