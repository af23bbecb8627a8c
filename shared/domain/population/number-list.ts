const FIRST_NUMBERS = 1024;

/** Whole numbers from 0 to 2^32 - 1 by their places, which are 0 until they are set: four bytes for each, whatever their number. */
export class NumberList {
  private numbers = new Uint32Array(FIRST_NUMBERS);

  /** The number at a place from 0. */
  at(place: number): number {
    return this.numbers[place] ?? 0;
  }

  set(place: number, value: number): void {
    while (place >= this.numbers.length)
      this.numbers = new Uint32Array(this.numbers.buffer.transfer(this.numbers.byteLength * 2));
    this.numbers[place] = value;
  }
}
