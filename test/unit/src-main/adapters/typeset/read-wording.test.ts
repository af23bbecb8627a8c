import { describe, expect, it } from 'vitest';
import { withFirmWording } from '../../../../../src-main/adapters/typeset/read-wording.ts';
import { specimenWording } from '../../../../helpers/typeset-specimen.ts';

describe('the wording of a firm', () => {
  it('takes the place of single blocks and phrases and leaves the rest', () => {
    const own = withFirmWording(specimenWording, {
      phrases: { 'title.auditor': 'Report of independent accountants' },
    });
    expect(own.phrases['title.auditor']).toBe('Report of independent accountants');
    expect(own.phrases['title.assertion']).toBe(specimenWording.phrases['title.assertion']);
    expect(own.blocks).toEqual(specimenWording.blocks);
  });

  it('ships no word that a report may not say', () => {
    const text = JSON.stringify([specimenWording.blocks, specimenWording.phrases]);
    expect(text).not.toMatch(/\b(certified(?! public accountants)|passed|failed|compliant|guarantee)/i);
  });
});
