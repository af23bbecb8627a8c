/**
 * Maps that share what did not change: adding one row to twenty-five thousand must not copy them all, and the state
 * before must stay as it was for whoever still looks at it.
 */

/** Changes kept beside a base before both are joined into a new base; about the square root of a large engagement. */
const mostChanges = 256;

/** The map with these entries set. Neither map is changed; known keys keep their place, new ones come last. */
export function withChanges<V>(
  base: ReadonlyMap<string, V>,
  changes: ReadonlyMap<string, V>,
): ReadonlyMap<string, V> {
  if (changes.size === 0) return base;
  const [bottom, before] = base instanceof LayeredMap ? base.layersOf<V>() : [base, new Map<string, V>()];
  const together = new Map([...before, ...changes]);
  if (together.size <= mostChanges) return new LayeredMap(bottom, together);
  return new Map([...bottom, ...together]);
}

/** A map that is never changed, with later entries laid over it. */
class LayeredMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;
  readonly #bottom: ReadonlyMap<string, V>;
  readonly #top: ReadonlyMap<string, V>;

  constructor(bottom: ReadonlyMap<string, V>, top: ReadonlyMap<string, V>) {
    this.#bottom = bottom;
    this.#top = top;
    let added = 0;
    for (const key of top.keys()) if (!bottom.has(key)) added += 1;
    this.size = bottom.size + added;
  }

  /** Both layers, the lower first. The caller knows what the values are. */
  layersOf<W>(this: LayeredMap<W>): readonly [ReadonlyMap<string, W>, ReadonlyMap<string, W>] {
    return [this.#bottom, this.#top];
  }

  get(key: string): V | undefined {
    return this.#top.get(key) ?? this.#bottom.get(key);
  }

  has(key: string): boolean {
    return this.#top.has(key) || this.#bottom.has(key);
  }

  *entries(): MapIterator<[string, V]> {
    for (const [key, value] of this.#bottom) yield [key, this.#top.get(key) ?? value];
    for (const [key, value] of this.#top) if (!this.#bottom.has(key)) yield [key, value];
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
