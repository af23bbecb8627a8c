import { LIMITS } from '../limits.ts';
import { refuseDamaged } from '../refusal.ts';
import { booleanText, isoDateText, numberText } from './cell-text.ts';
import type { CellContext } from './cell-text.ts';
import { unescapeText } from './escaped-text.ts';
import { refuseLongCell } from './rich-text.ts';

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
  private readonly strings: readonly string[];

  constructor(context: CellContext, strings: readonly string[]) {
    this.context = context;
    this.strings = strings;
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

  /** The shared text of a number. */
  sharedText(index: number): string {
    return (
      this.strings[index] ?? refuseDamaged(`a cell refers to shared text ${index}, which does not exist`)
    );
  }
}

const limited = (text: string): string => (text.length > LIMITS.cellCharacters ? refuseLongCell() : text);
