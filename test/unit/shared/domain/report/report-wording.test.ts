import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansText } from '../../../../../shared/domain/report/report-text.ts';
import { americanSpelling, readWording } from '../../../../../shared/domain/report/report-wording.ts';
import type { ReportWording } from '../../../../../shared/domain/report/report-wording.ts';

const wording: ReportWording = {
  schema: 'report-wording/1',
  language: 'en',
  blocks: {
    scope: { heading: 'About {name}', paragraphs: ['We saw {name}.', '**Only {name}** and {link}.'] },
  },
  phrases: { title: 'Report on {name}', broken: 'A {nothing}' },
  americanSpelling: { behaviour: 'behavior' },
};

describe('readWording', () => {
  it('fills slots and reads emphasis in the wording only', () => {
    const reader = readWording(wording, { name: '**{name}**', link: [{ kind: 'page', target: 'here' }] });
    expect(reader.heading('scope')).toBe('About **{name}**');
    expect(reader.paragraphs('scope')).toEqual([
      { kind: 'paragraph', spans: [{ kind: 'text', text: 'We saw **{name}**.' }] },
      {
        kind: 'paragraph',
        spans: [
          { kind: 'strong', text: 'Only **{name}**' },
          { kind: 'text', text: ' and ' },
          { kind: 'page', target: 'here' },
          { kind: 'text', text: '.' },
        ],
      },
    ]);
    expect(reader.finish('done')).toEqual({ ok: true, value: 'done' });
  });

  it('ends a sentence once where a name brings its own full stop', () => {
    const [paragraph] = readWording(wording, { name: 'Example, Inc.' }).paragraphs('scope');
    expect(paragraph?.kind === 'paragraph' && spansText(paragraph.spans)).toBe('We saw Example, Inc.');
  });

  it('prints any text of a client as it is', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const reader = readWording(wording, { name });
        expect(reader.words('title')).toBe(`Report on ${name}`);
        expect(spansText(reader.phrase('title'))).toBe(`Report on ${name}`);
      }),
    );
  });

  it('refuses a missing key and an unknown slot, once, at the end', () => {
    const missing = readWording(wording, {});
    expect(missing.words('none')).toBe('');
    expect(missing.finish(1)).toEqual({ ok: false, error: { code: 'wording-missing', key: 'none' } });
    const unknown = readWording(wording, {});
    unknown.phrase('broken');
    expect(unknown.finish(1)).toEqual({
      ok: false,
      error: { code: 'wording-slot-unknown', key: 'broken', slot: 'nothing' },
    });
  });
});

describe('americanSpelling', () => {
  it('maps whole words and keeps the capital', () => {
    expect(americanSpelling('Behaviour, behaviours and misbehaviour', wording.americanSpelling)).toBe(
      'Behavior, behaviours and misbehaviour',
    );
  });
});
