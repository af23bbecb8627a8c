import { describe, expect, it } from 'vitest';
import { writeAssertions } from '../../../../../shared/domain/report/report-assertion.ts';
import type { Letter } from '../../../../../shared/domain/report/report-model.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { letterText } from '../../../../helpers/letter-text.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import type { SpecimenOptions } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

function assertionsOf(options: SpecimenOptions): readonly Letter[] {
  const facts = specimenFacts(options);
  return writeAssertions(facts, readWording(specimenWording, commonSlots(facts)));
}

describe('management’s assertion', () => {
  it('uses the system, dates, categories and criteria of the report', () => {
    const text = letterText(assertionsOf({})[0] ?? { title: '', blocks: [], signature: NONE });
    for (const words of [
      'Northwind Managed Hosting Platform',
      'throughout the period October\u00a01, 2025 to September\u00a030, 2026',
      'security, availability, processing integrity, confidentiality and privacy',
      'DC\u00a0section\u00a0200',
      'TSP\u00a0section\u00a0100',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('asserts operation only for Type II and states its exceptions', () => {
    const [typeI] = assertionsOf({ type: 'I' });
    const [typeII] = assertionsOf({});
    const lists = [typeI, typeII].map((one) =>
      one?.blocks.flatMap(({ blocks }) => blocks.flatMap((part) => (part.kind === 'list' ? part.items : []))),
    );
    expect(lists.map((items) => items?.length)).toEqual([2, 3]);
    expect(typeII && letterText(typeII)).toContain('except for the matters stated below');
    expect(typeI && letterText(typeI)).not.toContain('except for');
    expect(typeI && letterText(typeI)).toContain('Northwind designed and implemented to achieve');
    expect(typeII && letterText(typeII)).toContain('designed, implemented and operated to achieve');
  });

  it('ends each sentence once', () => {
    for (const letter of assertionsOf({ method: 'inclusive' }))
      expect(letterText(letter)).not.toMatch(/\.\./);
  });

  it('is signed by officers and dated', () => {
    const [letter] = assertionsOf({});
    expect(letter?.signature.officers).toHaveLength(2);
    expect(letter?.signature.lines).toEqual(['Northwind Hosting, Inc.', 'November\u00a013, 2026']);
  });

  it('is followed by that of an organization whose controls are included', () => {
    const letters = assertionsOf({ method: 'inclusive' });
    expect(letters.map(({ title }) => title)).toEqual([
      'Assertion of management',
      'Assertion of management of Harbor Colocation Services, Inc.',
    ]);
    expect(assertionsOf({ method: 'carveOut' })).toHaveLength(1);
  });
});

const NONE: Letter['signature'] = { elements: [], hand: '', lines: [], officers: [] };
