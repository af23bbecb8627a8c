import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  ByteSurvey,
  makeDecoder,
  normalizeEncoding,
} from '../../../../../../src-main/adapters/tabular/csv/text-encoding.ts';
import { TableRefusal } from '../../../../../../src-main/adapters/tabular/refusal.ts';

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof TableRefusal) return error.failure.code;
    throw error;
  }
  return 'none';
}

function survey(bytes: Buffer, cut = bytes.length): ByteSurvey {
  const made = new ByteSurvey();
  for (let at = 0; at < bytes.length; at += Math.max(1, cut))
    made.add(bytes.subarray(at, at + Math.max(1, cut)));
  return made;
}

function decode(bytes: Buffer, encoding: string, cut: number): string {
  const decoder = makeDecoder(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += cut) text += decoder.write(bytes.subarray(at, at + cut));
  return text + decoder.end();
}

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((content) => `id,name\r\n1,${content.replaceAll('\u0000', '')}\r\n`);

describe('ByteSurvey', () => {
  it('knows UTF-8, however the bytes are cut', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (content, cut) => {
        expect(survey(Buffer.from(content), cut).finish()).toEqual({
          encoding: 'utf-8',
          skip: 0,
          isGuess: false,
        });
      }),
    );
  });

  it.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ] as const)(
    'infers %s without a mark from plain text, and says that it is a guess',
    (encoding, isSwapped) => {
      fc.assert(
        fc.property(fc.stringMatching(/^[ -~]{1,40}$/), fc.integer({ min: 1, max: 9 }), (content, cut) => {
          const bytes = Buffer.from(`id,name\r\n1,${content}\r\n`, 'utf16le');
          expect(survey(isSwapped ? bytes.swap16() : bytes, cut).finish()).toEqual({
            encoding,
            skip: 0,
            isGuess: true,
          });
        }),
      );
    },
  );

  it('refuses a stray NUL rather than take the text for UTF-16', () => {
    const bytes = Buffer.from(`${'id,name\n'.repeat(40)}1,a\u0000b\n`);
    expect(codeOf(() => survey(bytes).finish())).toBe('nul-character');
  });

  it.each([
    [[0xef, 0xbb, 0xbf], 'utf-8', 3],
    [[0xff, 0xfe], 'utf-16le', 2],
    [[0xfe, 0xff], 'utf-16be', 2],
  ])('takes the mark %j at its word', (mark, encoding, skip) => {
    expect(survey(Buffer.from([...mark, 0x41, 0x42]), 1).finish()).toEqual({
      encoding,
      skip,
      isGuess: false,
    });
  });

  it('guesses Windows-1252 for other bytes, refuses bytes it does not have, and UTF-32', () => {
    expect(survey(iconv.encode('Müller €', 'windows-1252')).finish()).toEqual({
      encoding: 'windows-1252',
      skip: 0,
      isGuess: true,
    });
    expect(codeOf(() => survey(Buffer.from([0xe9, 0x41, 0x81])).finish())).toBe('unknown-encoding');
    expect(codeOf(() => survey(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])).finish())).toBe(
      'unknown-encoding',
    );
  });

  it('refuses UTF-8 with a damaged place rather than take all of it for Windows-1252', () => {
    const mixed = Buffer.concat([Buffer.from('Müller, Łódź\n'), Buffer.from('Café\n', 'latin1')]);
    expect(codeOf(() => survey(mixed).finish())).toBe('undecodable');
    expect(codeOf(() => survey(mixed, 3).finish())).toBe('undecodable');
    expect(survey(Buffer.from('«CAFÉ» été à Orléans', 'latin1')).finish().encoding).toBe('windows-1252');
  });

  it('refuses UTF-8 that was cut within a character, but reads a lone é at the end as Windows-1252', () => {
    expect(codeOf(() => survey(Buffer.from('éé é').subarray(0, -1)).finish())).toBe('truncated');
    expect(survey(Buffer.from('caf\u00e9', 'latin1')).finish().encoding).toBe('windows-1252');
  });
});

describe('makeDecoder', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1251', 'shift_jis', 'gbk'])(
    'gives back what was written in %s, however the bytes are cut',
    (encoding) => {
      const sample =
        encoding === 'windows-1251'
          ? 'Список, №'
          : encoding === 'shift_jis' || encoding === 'gbk'
            ? '日本,名'
            : 'é, ü, "x"';
      for (const cut of [1, 2, 3, 100])
        expect(decode(iconv.encode(sample, encoding), encoding, cut)).toBe(sample);
    },
  );

  it('refuses bytes that are no text and encodings that do not exist', () => {
    expect(codeOf(() => decode(Buffer.from([0x41, 0xff]), 'utf-8', 1))).toBe('undecodable');
    expect(codeOf(() => decode(Buffer.from([0x00, 0xd8, 0x41, 0x00]), 'utf-16le', 4))).toBe('undecodable');
    expect(codeOf(() => decode(Buffer.from([0x81]), 'windows-1252', 1))).toBe('undecodable');
    expect(codeOf(() => makeDecoder('klingon'))).toBe('unknown-encoding');
  });

  it('gives one name to each spelling', () => {
    expect(['UTF8', ' utf-8 ', 'CP1252', 'UTF-16', 'Shift_JIS'].map(normalizeEncoding)).toEqual([
      'utf-8',
      'utf-8',
      'windows-1252',
      'utf-16le',
      'shift_jis',
    ]);
  });
});
