import { describe, expect, it } from 'vitest';
import { basisBlocks, opinionBlocks } from '../../../../../shared/domain/report/report-opinion-words.ts';
import type { PartResult, ReportFacts } from '../../../../../shared/domain/report/report-facts.ts';
import { commonSlots } from '../../../../../shared/domain/report/report-slots.ts';
import { readWording } from '../../../../../shared/domain/report/report-wording.ts';
import { blockText } from '../../../../helpers/letter-text.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

const wordsOf = (facts: ReportFacts): readonly string[] =>
  opinionBlocks(facts, readWording(specimenWording, commonSlots(facts))).map(blockText);

const failed = (result: PartResult['result']): PartResult => ({ result, criteria: ['CC6.1'] });

describe('opinionBlocks', () => {
  it('puts parts with a like result in one sentence and keeps their letters', () => {
    const facts = specimenFacts();
    const mixed: ReportFacts = {
      ...facts,
      opinion: { ...facts.opinion, design: failed('adverse'), operation: failed('adverse') },
    };
    const blocks = opinionBlocks(mixed, readWording(specimenWording, commonSlots(mixed)));
    expect(blocks.map((one) => (one.kind === 'list' ? one.start : 0))).toEqual([0, 1, 0, 2]);
    expect(wordsOf(mixed)[3]).toMatch(/not suitably designed[\s\S]*did not operate effectively/);
  });

  it('joins a qualified part with unmodified ones and says which it is', () => {
    const [lead, list] = wordsOf(specimenFacts());
    expect(lead).toBe(
      'In our opinion, in all material respects, and except for the effect of the matter described in the basis for the qualified opinion on part\u00a0(c):',
    );
    expect(list?.split('\n')).toHaveLength(3);
    expect(list).toMatch(/that period\.$/);
  });

  it('expresses no opinion on a disclaimed part', () => {
    const words = wordsOf(specimenFacts({ opinion: 'disclaimer' })).join('\n');
    expect(words).toContain('we do not express an opinion on whether:');
    expect(words).not.toMatch(/except for/);
  });

  it('speaks of several matters in the plural', () => {
    const facts = specimenFacts();
    const twice = {
      ...facts,
      opinion: { ...facts.opinion, basis: [...facts.opinion.basis, ...facts.opinion.basis] },
    };
    expect(wordsOf(twice)[0]).toContain('the effect of the matters described');
  });
});

describe('basisBlocks', () => {
  it('stands only before a modified opinion and links criteria and deviations', () => {
    const clean = specimenFacts({ opinion: 'unmodified' });
    expect(basisBlocks(clean, readWording(specimenWording, commonSlots(clean)))).toEqual([]);
    const facts = specimenFacts();
    const [basis] = basisBlocks(facts, readWording(specimenWording, commonSlots(facts)));
    expect(basis?.heading).toBe('Basis for the qualified opinion');
    expect(JSON.stringify(basis)).toContain('"target":"crit-CC6-2"');
    expect(JSON.stringify(basis)).toContain('"target":"dev-D10"');
  });
});
