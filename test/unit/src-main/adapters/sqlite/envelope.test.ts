import { describe, expect, it } from 'vitest';
import {
  headBytes,
  envelopeBytes,
  makeFileKey,
  openFileKey,
  readEnvelope,
} from '../../../../../src-main/adapters/sqlite/envelope.ts';

const sqliteHead = Buffer.from([0x10, 0x00, 1, 1, 32, 64, 32, 32]);

describe('the envelope of a file', () => {
  it('opens with its passphrase alone, however the same letters are typed', async () => {
    const { key, envelope } = await makeFileKey('Café 2026 pass');
    const reading = readEnvelope(Buffer.concat([envelope, sqliteHead]));
    if (reading.kind !== 'engagement') throw new Error(reading.kind);
    expect(await openFileKey('Cafe\u0301 2026 pass', reading)).toEqual(key);
    expect(await openFileKey('cafe 2026 pass', reading)).toBeNull();
    expect(envelope).toHaveLength(envelopeBytes);
    expect(envelope.subarray(0, 4)).toEqual(Buffer.from('TKM\u0001'));
  });

  it('is another for each file', async () => {
    const [one, two] = await Promise.all([
      makeFileKey('the same passphrase'),
      makeFileKey('the same passphrase'),
    ]);
    expect(one.envelope.equals(two.envelope)).toBe(false);
    expect(one.key.equals(two.key)).toBe(false);
  });

  const envelope = Buffer.concat([Buffer.from('TKM\u0001'), Buffer.alloc(12, 7)]);
  const altered = (offset: number, value: number) => {
    const bytes = Buffer.concat([envelope, sqliteHead]);
    bytes.writeUInt8(value, offset);
    return bytes;
  };

  it.each([
    ['an empty file', Buffer.alloc(0), 'foreign'],
    ['fifteen bytes', envelope.subarray(0, 15), 'foreign'],
    ['another program', Buffer.from('SQLite format 3\u0000........'), 'foreign'],
    ['the envelope alone', envelope, 'damaged'],
    ['a later version', altered(3, 2), 'newer'],
    ['version zero', altered(3, 0), 'newer'],
    ['a write format of SQLite to come', altered(18, 3), 'damaged'],
    ['a read format of none', altered(19, 0), 'damaged'],
    ['a changed payload fraction', altered(22, 33), 'damaged'],
    ['a log mode', altered(18, 2), 'engagement'],
  ] as const)('tells %s: %s', (_what, bytes, kind) => {
    expect(readEnvelope(bytes.subarray(0, headBytes)).kind).toBe(kind);
  });
});
