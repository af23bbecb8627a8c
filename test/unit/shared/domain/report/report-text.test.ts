import { describe, expect, it } from 'vitest';
import {
  anchorPart,
  controlAnchor,
  criterionAnchor,
  criterionTarget,
  deviationAnchor,
  paragraph,
  plain,
  responseAnchor,
  spansText,
  strong,
} from '../../../../../shared/domain/report/report-text.ts';

describe('anchors', () => {
  it('are made from identifiers, with nothing that a label cannot carry', () => {
    expect([
      criterionAnchor('CC6.2'),
      controlAnchor('LA-02'),
      deviationAnchor('D07'),
      responseAnchor('D07'),
    ]).toEqual(['crit-CC6-2', 'ctl-LA-02', 'dev-D07', 'resp-D07']);
    expect(anchorPart('A <b> "c"')).toBe('A--b---c-');
  });

  it('lead from a description criterion to its part of the description', () => {
    expect(criterionTarget('DC3')).toBe('dc-3');
    expect(criterionTarget('CC3.1')).toBe('crit-CC3-1');
  });
});

describe('spans', () => {
  it('give their characters in order', () => {
    expect(spansText([plain('See '), strong('this'), { kind: 'page', target: 'basis' }])).toBe(
      'See thispage',
    );
    expect(paragraph('One.')).toEqual({ kind: 'paragraph', spans: [{ kind: 'text', text: 'One.' }] });
  });
});
