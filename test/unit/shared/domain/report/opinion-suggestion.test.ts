import { expect, it } from 'vitest';
import {
  failuresOf,
  lacksEvidence,
  partsOf,
  suggestOpinion,
  worstOf,
  type OpinionGrounds,
} from '../../../../../shared/domain/report/opinion-suggestion.ts';

const none: OpinionGrounds = {
  ...{ notAssessable: [], misstated: [], failedByDesign: [], failedByOperation: [] },
  ...{ looksPervasive: false, type: 'II' },
};

it('reads failures part by part', () => {
  const grounds = { ...none, misstated: ['DC4'], failedByDesign: ['CC6.1'], failedByOperation: ['CC8.1'] };
  expect(failuresOf(grounds, 'description')).toEqual(['DC4']);
  expect(failuresOf(grounds, 'design')).toEqual(['CC6.1']);
  expect(failuresOf(grounds, 'operation')).toEqual(['CC6.1', 'CC8.1']);
  expect(partsOf('I')).toEqual(['description', 'design']);
});

it.each([
  [none, false, false, 'unmodified'],
  [none, true, false, 'qualified'],
  [none, true, true, 'disclaimer'],
  [{ ...none, failedByOperation: ['CC8.1'] }, false, false, 'qualified'],
  [{ ...none, failedByOperation: ['CC8.1'] }, false, true, 'adverse'],
  [{ ...none, notAssessable: ['CC8.1'] }, false, true, 'disclaimer'],
] as const)('suggests for operation %#', (grounds, evidenceMissing, pervasive, expected) => {
  expect(suggestOpinion(grounds, { evidenceMissing, pervasive }).operation).toBe(expected);
});

it('criteria without evidence leave the description alone', () => {
  const grounds = { ...none, notAssessable: ['CC8.1'] };
  expect(lacksEvidence(grounds, 'description', { evidenceMissing: true })).toBe(false);
  expect(lacksEvidence(none, 'description', { evidenceMissing: true })).toBe(true);
  expect(worstOf(['qualified', 'adverse'])).toBe('adverse');
});
