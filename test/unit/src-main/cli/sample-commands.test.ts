import { describe, expect, it } from 'vitest';
import { runSampleEvaluate, runSampleSize } from '../../../../src-main/cli/sample-commands.ts';

const plan = { confidence: '0.95', tolerable: '0.05', expected: '0.01' };
const result = { size: '60', deviations: '1', confidence: '0.95' };

describe('sample size', () => {
  it('prints what cli.md prints', () => {
    const outcome = runSampleSize(plan);
    expect(JSON.stringify(outcome.json)).toBe('{"size":93,"allowedDeviations":1,"distribution":"binomial"}');
    expect(outcome.exitCode).toBe(0);
  });

  it('is exact for a counted population', () => {
    const outcome = runSampleSize({
      confidence: '0.90',
      tolerable: '0.10',
      expected: '0',
      population: '184',
    });
    expect(outcome.json).toEqual({ size: 20, allowedDeviations: 0, distribution: 'hypergeometric' });
    expect(outcome.text.replaceAll('\u202f', ' ').split('\n')).toEqual([
      '20 items: 90 % confidence, rate below 10 % (hypergeometric)',
      'If 19 or more of the 184 records deviated, a random 20 would show none of them at most 1 time in 10.',
      'No deviation: supports a rate below 10 %. One deviation: does not.',
    ]);
  });

  it.each([
    [{ ...plan, confidence: '1' }, 'risk-out-of-range'],
    [{ ...plan, confidence: '0' }, 'risk-out-of-range'],
    [{ ...plan, tolerable: '0' }, 'tolerable-rate-out-of-range'],
    [{ ...plan, expected: '0.05' }, 'expected-rate-not-below-tolerable'],
    [{ ...plan, population: '0' }, 'population-out-of-range'],
    [{ ...plan, tolerable: '0.0001', expected: '0' }, 'sample-size-not-practical'],
  ])('refuses %o: %s', (options, code) => {
    const outcome = runSampleSize(options);
    expect(outcome.json).toMatchObject({ refused: code });
    expect([outcome.exitCode, outcome.text.endsWith('.')]).toEqual([1, true]);
  });

  it.each([
    [{ ...plan, confidence: undefined }, 'confidence', '--confidence is missing.'],
    [{ ...plan, tolerable: undefined }, 'tolerable', '--tolerable is missing.'],
    [{ ...plan, expected: undefined }, 'expected', '--expected is missing.'],
    [
      { ...plan, confidence: '95' },
      'confidence',
      '--confidence takes a decimal from 0 to 1 with at most nine decimals, such as 0.05 for 5 %; "95" is none.',
    ],
    [
      { ...plan, population: '-4' },
      'population',
      '--population takes a whole number, such as 60; "-4" is none.',
    ],
  ])('finds wrong usage in %o', (options, option, message) => {
    expect(runSampleSize(options)).toEqual({
      json: { error: 'usage', option, message },
      text: message,
      exitCode: 2,
    });
  });
});

describe('sample evaluate', () => {
  it('prints what cli.md prints', () => {
    const outcome = runSampleEvaluate(result);
    expect(JSON.stringify(outcome.json)).toBe('{"upperLimit":0.07664,"distribution":"binomial"}');
    expect([outcome.exitCode, outcome.text.replaceAll('\u202f', ' ')]).toEqual([
      0,
      'Upper limit 7.6640 % at 95 % confidence, if the items were selected at random (binomial)',
    ]);
  });

  it('counts the deviations not ruled out in a counted population', () => {
    const outcome = runSampleEvaluate({ size: '20', deviations: '1', confidence: '0.9', population: '184' });
    expect(outcome.json).toEqual({
      upperLimit: 32 / 184,
      distribution: 'hypergeometric',
      upperLimitCount: 32,
    });
    expect(outcome.text.replaceAll('\u202f', ' ')).toBe(
      'Upper limit 17.3913 %, 32 of 184 at 90 % confidence, if the items were selected at random (hypergeometric)',
    );
  });

  it.each([
    [
      { ...result, deviations: '61' },
      { refused: 'more-deviations-than-items', items: 60, deviations: 61 },
    ],
    [
      { ...result, size: '0' },
      { refused: 'items-out-of-range', minimum: 1, maximum: 10_000 },
    ],
    [
      { ...result, population: '59' },
      { refused: 'sample-larger-than-population', size: 60, population: 59 },
    ],
    [{ ...result, confidence: '1' }, { refused: 'risk-out-of-range' }],
  ])('refuses %o', (options, json) => {
    expect(runSampleEvaluate(options)).toMatchObject({ json, exitCode: 1 });
  });

  it.each(['size', 'deviations', 'confidence'])('finds --%s missing', (option) => {
    expect(runSampleEvaluate({ ...result, [option]: undefined })).toMatchObject({
      json: { option },
      exitCode: 2,
    });
  });

  it('finds a population that is no number', () => {
    expect(runSampleEvaluate({ ...result, population: '1,000' })).toMatchObject({ exitCode: 2 });
  });
});
