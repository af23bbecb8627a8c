import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { glyphCheckFor } from '../../../../../src-main/adapters/typeset/font-coverage.ts';

const check = glyphCheckFor(fileURLToPath(new URL('../../../../../resources/fonts', import.meta.url)));

describe('glyphCheckFor', () => {
  it('passes the letters of European names, dashes, quotes and non-breaking spaces', () => {
    expect(check('Müller & Søn, Łódź, Čapek, Ñandú, Ελλάς, Київ: “a” – ‘b’ … 99\u00a0% €\n§')).toEqual([]);
  });

  it('names each character that a font lacks, once', () => {
    expect(check('株式会社 Northwind 株')).toEqual(['株', '式', '会', '社']);
    expect(check('plan 🎉 done')).toEqual(['🎉']);
    expect(check('tab\tand\u0007bell')).toEqual(['\t', '\u0007']);
  });
});
