import type { TableProblemCode } from '../../../../shared/domain/population/table-problem.ts';
import type { TextStore } from '../../../../shared/domain/population/text-store.ts';
import { LIMITS } from '../limits.ts';
import { refuseDamaged } from '../refusal.ts';
import { booleanText, isoDateText, numberText } from './cell-text.ts';
import type { CellContext } from './cell-text.ts';
import { unescapeText } from './escaped-text.ts';
import { refuseLongCell } from './rich-text.ts';

/** The number of a day in the year 2173: all that a list speaks of come before. */
const LAST_REMEMBERED = 99_999;
const MOST_REMEMBERED = 4096;

/** A cell as it was found in a sheet, before it is text. */
export interface FoundCell {
  /** The type attribute; `n` where there is none. */
  readonly type: string;
  readonly style: number;
  /** Stored value; null where the cell has none. */
  readonly value: string | null;
  /** Text of an inline string; null where the cell has none. */
  readonly inline: string | null;
  readonly hasFormula: boolean;
}

/** Turns the cells of one sheet into text. */
export class CellReader {
  private readonly context: CellContext;
  /** The table of texts that cells refer to by number. */
  readonly texts: TextStore;

  /** Texts of small numbers by style, as far as nothing was to be noted about them: a list has some hundred days. */
  private readonly numbers: Map<number, string>[] = [];
  private notes = 0;

  constructor(context: CellContext, texts: TextStore) {
    const note = (code: TableProblemCode): void => {
      this.notes += 1;
      context.note(code);
    };
    this.context = { ...context, note };
    this.texts = texts;
  }

  read(cell: FoundCell): string {
    if (cell.inline !== null) return this.readInline(cell, cell.inline);
    const { value } = cell;
    // An empty stored value is a result for a formula of text only.
    if (value === null || (value === '' && (cell.type === 'n' || cell.type === 'd'))) {
      if (cell.hasFormula) this.context.note('formula-without-value');
      return '';
    }
    return this.readValue(cell, value);
  }

  private readInline(cell: FoundCell, inline: string): string {
    if (cell.type !== 'inlineStr') refuseDamaged(`a cell of type ${cell.type} holds an inline text`);
    if (cell.value !== null && cell.value !== '') refuseDamaged('a cell holds two values');
    return inline;
  }

  private readValue(cell: FoundCell, value: string): string {
    switch (cell.type) {
      case 's':
        return this.sharedText(/^\s*\d{1,9}\s*$/.test(value) ? Number(value) : -1);
      case 'n':
        return numberText(value, cell.style, this.context);
      case 'str':
        return limited(unescapeText(value));
      case 'b':
        return booleanText(value);
      case 'e':
        return limited(value);
      case 'd':
        return isoDateText(value, cell.style, this.context);
      default:
        return refuseDamaged(`a cell is of the unknown type ${JSON.stringify(cell.type.slice(0, 20))}`);
    }
  }

  /** The text of a number that is written as a whole number. */
  wholeNumber(number: number, style: number): string {
    const known = this.numbers[style]?.get(number);
    if (known !== undefined) return known;
    const before = this.notes;
    const text = numberText(String(number), style, this.context);
    const texts = (this.numbers[style] ??= new Map());
    if (this.notes === before && number <= LAST_REMEMBERED && texts.size < MOST_REMEMBERED)
      texts.set(number, text);
    return text;
  }

  /** Refuses the number of a text that the table does not have. */
  checkShared(index: number): void {
    if (index < 0 || index >= this.texts.size)
      refuseDamaged(`a cell refers to shared text ${index}, which does not exist`);
  }

  private sharedText(index: number): string {
    this.checkShared(index);
    return this.texts.at(index);
  }
}

const limited = (text: string): string => (text.length > LIMITS.cellCharacters ? refuseLongCell() : text);
