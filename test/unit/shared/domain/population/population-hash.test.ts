import { describe, expect, it } from 'vitest';
import { joinedKey, populationSha256 } from '../../../../../shared/domain/population/population-hash.ts';
import { sha256 } from '../../../../helpers/domain-fixture.ts';

const identity = {
  fileSha256: 'ab',
  sheet: null,
  encoding: 'utf-8',
  delimiter: ',',
  keyColumns: ['change'],
  dateColumn: 'merged_at',
  stratumColumn: null,
  filters: [],
};

describe('the hash of a population', () => {
  it('is the SHA-256 of the canonical JSON of its identity', () => {
    const text =
      '{"dateColumn":"merged_at","delimiter":",","encoding":"utf-8","fileSha256":"ab","filters":[],"keyColumn":"change","sheet":null,"stratumColumn":null}';
    expect(populationSha256(identity, sha256)).toBe(sha256(text));
  });

  it('differs for every part of the identity', () => {
    const filter = { kind: 'columnEquals', column: 'a', values: ['x'] } as const;
    const others = [
      { fileSha256: 'cd' },
      { sheet: 'Sheet1' },
      { encoding: null },
      { delimiter: ';' },
      { keyColumns: ['change', 'org'] },
      { dateColumn: null },
      { stratumColumn: 'site' },
      { filters: [filter] },
    ].map((part) => populationSha256({ ...identity, ...part }, sha256));
    expect(new Set([populationSha256(identity, sha256), ...others]).size).toBe(9);
  });

  it('does not depend on the reason of a filter', () => {
    const filter = { kind: 'columnEquals', column: 'a', values: ['x'] } as const;
    const withReason = { ...filter, reason: 'test records' };
    expect(populationSha256({ ...identity, filters: [withReason] }, sha256)).toBe(
      populationSha256({ ...identity, filters: [filter] }, sha256),
    );
  });

  it('joins the parts of a key', () => {
    expect(joinedKey(['6044', 'kubernetes', 'yadvr'])).toBe('6044 | kubernetes | yadvr');
    expect(joinedKey([' 007 '])).toBe(' 007 ');
  });
});
