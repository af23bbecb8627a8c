/**
 * The sentences of the report as data, so that a firm can replace any block.
 *
 * A block is text with slots as `{client}` and emphasis as `**words**`; both are read in the wording only, never in
 * what a slot is filled with. The words themselves stand in `resources/report/wording.en.json`.
 */
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { plain } from './report-text.ts';
import type { Block, Span, Spans } from './report-text.ts';

/** Side heading and paragraphs of one block. */
export type WordingBlock = { readonly heading: string; readonly paragraphs: readonly string[] };

/** All wording, by key. Keys with a variant carry it after a dot: `opinion.lead.qualified`. */
export type ReportWording = {
  readonly schema: 'report-wording/1';
  readonly language: 'en';
  /** Letter blocks, by key. */
  readonly blocks: Readonly<Record<string, WordingBlock>>;
  /** Single sentences, clauses and titles, by key. */
  readonly phrases: Readonly<Record<string, string>>;
  /** British to American spelling of the shipped criteria and controls; lower case. */
  readonly americanSpelling: Readonly<Record<string, string>>;
};

/** Why wording could not be used: a key is missing, or a text asks for a slot that nothing fills there. */
export type WordingRefusal =
  | { readonly code: 'wording-missing'; readonly key: string }
  | { readonly code: 'wording-slot-unknown'; readonly key: string; readonly slot: string };

/** What fills the slots: plain text, or text with links. */
export type Slots = Readonly<Record<string, string | Spans>>;

/**
 * Wording with everything that goes wrong noted, so that the report can be composed first and refused once.
 *
 * A fault yields an empty text; `finish` then refuses the whole report.
 */
export type WordingReader = {
  readonly phrase: (key: string, slots?: Slots) => Spans;
  readonly words: (key: string, slots?: Slots) => string;
  readonly heading: (key: string, slots?: Slots) => string;
  readonly paragraphs: (key: string, slots?: Slots) => readonly Block[];
  /** The value when every key and slot was found, else the first fault. */
  readonly finish: <T>(value: T) => Result<T, WordingRefusal>;
};

/** Reads wording for one report. */
export function readWording(wording: ReportWording, common: Slots): WordingReader {
  const faults: WordingRefusal[] = [];
  const fillFor = (key: string, text: string | undefined, slots: Slots): Spans => {
    if (text === undefined) {
      faults.push({ code: 'wording-missing', key });
      return [];
    }
    return fill(text, { ...common, ...slots }, (slot) => {
      faults.push({ code: 'wording-slot-unknown', key, slot });
    });
  };
  const phrase: WordingReader['phrase'] = (key, slots = {}) => fillFor(key, wording.phrases[key], slots);
  return {
    phrase,
    words: (key, slots = {}) => joined(phrase(key, slots)),
    heading: (key, slots = {}) => joined(fillFor(key, wording.blocks[key]?.heading, slots)),
    paragraphs: (key, slots = {}) => {
      const block = wording.blocks[key];
      if (block === undefined) faults.push({ code: 'wording-missing', key });
      return (block?.paragraphs ?? []).map((text) => ({
        kind: 'paragraph',
        spans: fillFor(key, text, slots),
      }));
    },
    finish: (value) => {
      const [first] = faults;
      return first === undefined ? ok(value) : err(first);
    },
  };
}

/** Maps the British spellings of the shipped library to American ones; whole words only, capitals kept. */
export function americanSpelling(text: string, map: ReportWording['americanSpelling']): string {
  return text.replace(/[A-Za-z]+/g, (word) => {
    const found = map[word.toLowerCase()];
    if (found === undefined) return word;
    return word.charAt(0) === word.charAt(0).toLowerCase()
      ? found
      : found.charAt(0).toUpperCase() + found.slice(1);
  });
}

/** Fills a text of the wording: emphasis first, then slots, so that a filled text is never read again. */
function fill(text: string, slots: Slots, onUnknown: (slot: string) => void): Spans {
  const pieces = text.split('**');
  const spans = pieces.flatMap((piece, index) => fillPiece(piece, index % 2 === 1, slots, onUnknown));
  return merged(spans.filter((span) => span.kind === 'page' || span.text !== ''));
}

function fillPiece(piece: string, isStrong: boolean, slots: Slots, onUnknown: (slot: string) => void): Spans {
  const asSpan = (text: string): Span => (isStrong ? { kind: 'strong', text } : plain(text));
  const parts = piece.split(/(\{[A-Za-z]+\})/);
  return parts.flatMap((part, index): Spans => {
    const slot = slotOf(part);
    if (slot === undefined) return [asSpan(endsWithStop(slots, parts[index - 1]) ? withoutStop(part) : part)];
    const value = slots[slot];
    if (value === undefined) onUnknown(slot);
    return typeof value === 'string' ? [asSpan(value)] : (value ?? []);
  });
}

const slotOf = (part: string | undefined): string | undefined => /^\{([A-Za-z]+)\}$/.exec(part ?? '')?.[1];

/** A name such as “Example, Inc.” that ends a sentence brings its own full stop. */
function endsWithStop(slots: Slots, before: string | undefined): boolean {
  const value = slots[slotOf(before) ?? ''];
  return typeof value === 'string' && value.endsWith('.');
}

const withoutStop = (text: string): string => (/^\.(?!\.)/.test(text) ? text.slice(1) : text);

/** Neighbours of one kind become one stretch: the same words give the same model however they were put together. */
function merged(spans: Spans): Spans {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last !== undefined && last.kind === span.kind && (span.kind === 'text' || span.kind === 'strong')) {
      result[result.length - 1] = { kind: span.kind, text: `${joined([last])}${span.text}` };
    } else {
      result.push(span);
    }
  }
  return result;
}

const joined = (spans: Spans): string =>
  spans.map((span) => (span.kind === 'page' ? '' : span.text)).join('');
