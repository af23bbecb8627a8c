import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../../src-main/adapters/signing/plain-text.ts';

describe('text from a foreign file', () => {
  it('cannot forge a line, turn the reading direction or hide', () => {
    expect(plainText('Firm\nUnchanged: yes')).toBe('Firm Unchanged: yes');
    expect(plainText('Firm \u202eLLP\u0000\u200b')).toBe('Firm  LLP');
  });

  it('keeps letters of every script and is cut at 200 characters', () => {
    expect(plainText('Müller & Søn 監査法人 𝒜')).toBe('Müller & Søn 監査法人 𝒜');
    expect(Array.from(plainText('𝒜'.repeat(500)))).toHaveLength(200);
    expect(plainText('a'.repeat(200))).toBe('a'.repeat(200));
  });

  it('is empty for what is no text', () => {
    expect(plainText(undefined)).toBe('');
    expect(plainText(7)).toBe('');
  });
});
