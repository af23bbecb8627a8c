import { describe, expect, it } from 'vitest';
import { drawRandom } from '../../../../../shared/domain/sampling/consistent-sampler.ts';
import { drawSample, redraw } from '../../../../../shared/domain/sampling/draw-sample.ts';
import { drawStratified } from '../../../../../shared/domain/sampling/stratified-sampler.ts';
import { drawSystematic } from '../../../../../shared/domain/sampling/systematic-sampler.ts';
import { drawn, sha256 } from './sampling-arbitraries.ts';

const records = Array.from({ length: 12 }, (_, index) => ({
  key: `K${String(index)}`,
  stratum: index % 3 === 0 ? 'x' : 'y',
}));
const request = { seed: 's', size: 4 } as const;

describe('drawSample', () => {
  it('draws by the algorithm named', () => {
    const keys = records.map(({ key }) => key);
    expect([
      drawSample(records, { ...request, algorithm: 'consistent-sampler/1' }, sha256),
      drawSample(records, { ...request, algorithm: 'systematic-sampler/1' }, sha256),
      drawSample(records, { ...request, algorithm: 'stratified-sampler/1' }, sha256),
    ]).toEqual([
      drawRandom(keys, request, sha256),
      drawSystematic(records, request, sha256),
      drawStratified(records, request, sha256),
    ]);
  });
});

describe('redraw', () => {
  const asked = { ...request, algorithm: 'consistent-sampler/1' } as const;
  const items = drawn(drawSample(records, asked, sha256)).items;

  it('finds the recorded items again', () => {
    expect(redraw(records, asked, items, sha256)).toEqual({ ok: true, value: { same: true } });
  });

  it('says where a changed item, a missing item or one too many stands', () => {
    const changed = items.map((item) => (item.ordinal === 2 ? { key: 'K-other' } : item));
    const redrawnSecond = items[1]?.key;
    expect([
      redraw(records, asked, changed, sha256),
      redraw(records, asked, items.slice(0, 3), sha256),
      redraw(records, asked, [...items, { key: 'K-more' }], sha256),
    ]).toEqual([
      { ok: true, value: { same: false, ordinal: 2, recorded: 'K-other', redrawn: redrawnSecond } },
      { ok: true, value: { same: false, ordinal: 4, recorded: undefined, redrawn: items[3]?.key } },
      { ok: true, value: { same: false, ordinal: 5, recorded: 'K-more', redrawn: undefined } },
    ]);
  });

  it('shows another seed and another population', () => {
    const otherSeed = redraw(records, { ...asked, seed: 't' }, items, sha256);
    const without = records.filter(({ key }) => key !== items[0]?.key);
    expect([otherSeed, redraw(without, asked, items, sha256)]).toMatchObject([
      { value: { same: false } },
      { value: { same: false, ordinal: 1, recorded: items[0]?.key } },
    ]);
  });

  it('is refused where no draw is possible', () => {
    expect(redraw(records.slice(0, 3), asked, items, sha256)).toMatchObject({
      ok: false,
      error: { code: 'sample-larger-than-population' },
    });
  });
});
