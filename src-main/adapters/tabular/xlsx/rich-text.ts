import { LIMITS } from '../limits.ts';
import { refuse } from '../refusal.ts';
import { unescapeText } from './escaped-text.ts';

/**
 * Gathers the text of a shared string or an inline string: its own text, or its runs joined. Phonetic guides (how a
 * name is pronounced) stand beside the text and are not part of it.
 */
export class RichText {
  private text = '';
  private isInText = false;
  /** Open elements, and how many of them are not read. */
  private depth = 0;
  private skipped = 0;

  start(): void {
    this.text = '';
    this.isInText = false;
    this.depth = 0;
    this.skipped = 0;
  }

  /** True where every element that was opened is closed again. */
  get isClosed(): boolean {
    return this.depth === 0;
  }

  open(name: string): void {
    this.depth += 1;
    if (this.skipped > 0 || (BESIDE_TEXT.has(name) && !this.isInText)) this.skipped += 1;
    else if (this.isInText || (name !== 't' && name !== 'r')) refuseUnknownElement('a text');
    else if (name === 't') this.isInText = true;
  }

  add(text: string): void {
    if (!this.isInText || this.skipped > 0) return;
    this.text = this.text === '' ? text : this.text + text;
    if (this.text.length > LIMITS.cellCharacters * 7) refuseLongCell();
  }

  close(name: string): void {
    this.depth -= 1;
    if (this.skipped > 0) this.skipped -= 1;
    else if (name === 't') this.isInText = false;
  }

  finish(): string {
    const text = unescapeText(this.text);
    if (text.length > LIMITS.cellCharacters) refuseLongCell();
    return text;
  }
}

/** What may stand beside the text of a string: the look of a run, and how a name is pronounced. */
const BESIDE_TEXT: ReadonlySet<string> = new Set(['rPr', 'rPh', 'phoneticPr', 'extLst']);

/**
 * Stops at an element that the standard does not have in a place where data stand. A program that knows it may show
 * other data than we would read, as with content that is offered in alternatives.
 */
export const refuseUnknownElement = (where: string): never =>
  refuse(
    'unsupported-feature',
    `The workbook holds an unknown element in ${where}: what other programs show there cannot be told. Save it again in a spreadsheet program.`,
    { where },
  );

/** Stops at a cell that no spreadsheet program could hold. */
export const refuseLongCell = (): never =>
  refuse('cell-too-long', `A cell holds more than ${LIMITS.cellCharacters} characters.`, {
    limit: LIMITS.cellCharacters,
  });
