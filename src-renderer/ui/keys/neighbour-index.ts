/**
 * Where an arrow, Home or End key leads in a row or column of `count` choices from `index`; the ends join.
 * `undefined` for any other key or when there is nothing to choose.
 */
export function neighbourIndex(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
