import { NumberList } from '../../shared/domain/population/number-list.ts';
import type { RowHead } from '../../shared/domain/population/population-row-text.ts';
import { TextStore } from '../../shared/domain/population/text-store.ts';

/** A row of a list without its cells, known to be kept by the filters. */
export type KeptHead = Pick<RowHead, 'rowNumber' | 'key' | 'occurredOn'>;

/** Rows of a list of any length without their cells, some twenty bytes for each. */
export class KeptHeads {
  private readonly keys = new TextStore();
  private readonly rowNumbers = new NumberList();
  /** Days, each once; the place of a row's day plus one, 0 for a row without. */
  private readonly days: string[] = [];
  private readonly placeOfDay = new Map<string, number>();
  private readonly daysOfRows = new NumberList();

  get size(): number {
    return this.keys.size;
  }

  add({ key, rowNumber, occurredOn }: KeptHead): void {
    const place = this.keys.size;
    this.keys.add(key);
    this.rowNumbers.set(place, rowNumber);
    this.daysOfRows.set(place, occurredOn === null ? 0 : this.dayNumber(occurredOn));
  }

  /** The row at a place from 0. */
  at(place: number): KeptHead {
    const day = this.daysOfRows.at(place);
    return {
      key: this.keys.at(place),
      rowNumber: this.rowNumbers.at(place),
      occurredOn: day === 0 ? null : (this.days[day - 1] ?? null),
    };
  }

  private dayNumber(day: string): number {
    const known = this.placeOfDay.get(day);
    if (known !== undefined) return known;
    this.days.push(day);
    this.placeOfDay.set(day, this.days.length);
    return this.days.length;
  }
}
