import { describe, expect, it } from 'vitest';
import { tickmarkFinding } from '../../../../../shared/domain/testing/tickmark.ts';

const marked = (...marks: readonly (string | undefined)[]) =>
  marks.map((tickmark, index) => ({
    ...{ key: 'ABC'.charAt(index), text: 'Approved before the change' },
    ...(tickmark === undefined ? {} : { tickmark }),
  }));

describe('the tick-marks of attributes', () => {
  it.each([
    ['none at all', [undefined, undefined]],
    ['none chosen', ['', ' ']],
    ['different ones', ['†', 'TB', '✓✓✓']],
    ['three characters of several parts each', ['é̂é̂é̂']],
  ])('can be %s', (_what, marks) => {
    expect(tickmarkFinding(marked(...marks))).toBeNull();
  });

  it.each([
    ['four characters', ['†', 'ABCD'], 'The tick-mark of attribute B does not fit in a cell.'],
    ['a space within', ['A B'], 'The tick-mark of attribute A does not fit in a cell.'],
    ['one for two attributes', ['†', '', ' † '], 'The tick-mark † stands for two attributes.'],
  ])('cannot be %s', (_what, marks, message) => {
    expect(tickmarkFinding(marked(...marks))).toMatchObject({ code: 'invalid-value', message });
  });
});
