/** A run of a text that stayed, went or came. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** The most words on either side for which the common words are sought; longer texts are shown as replaced. */
const MOST_WORDS = 2000;

/** The change from `before` to `after`, word by word, with the longest common run of words kept. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const olds = words(before);
  const news = words(after);
  if (olds.length > MOST_WORDS || news.length > MOST_WORDS) {
    return joined([part('removed', before), part('added', after)]);
  }
  return joined(walk(olds, news, commonLengths(olds, news)));
}

function walk(
  olds: readonly string[],
  news: readonly string[],
  common: readonly Uint16Array[],
): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  let [row, column] = [0, 0];
  while (row < olds.length || column < news.length) {
    const [old, fresh] = [olds[row] ?? '', news[column] ?? ''];
    if (old === fresh) {
      parts.push(part('same', old));
      row += 1;
      column += 1;
    } else if (fresh === '' || (old !== '' && at(common, row + 1, column) >= at(common, row, column + 1))) {
      parts.push(part('removed', old));
      row += 1;
    } else {
      parts.push(part('added', fresh));
      column += 1;
    }
  }
  return parts;
}

function part(kind: DiffPart['kind'], text: string): DiffPart {
  return { kind, text };
}

function words(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** `lengths[i][j]`: the longest common subsequence of the words from `i` and from `j` on. */
function commonLengths(olds: readonly string[], news: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: olds.length + 1 }, () => new Uint16Array(news.length + 1));
  for (let row = olds.length - 1; row >= 0; row -= 1) {
    const line = lengths[row];
    if (line === undefined) continue;
    for (let column = news.length - 1; column >= 0; column -= 1) {
      line[column] =
        olds[row] === news[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly Uint16Array[], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0;
}

function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: DiffPart[] = [];
  for (const next of parts) {
    const last = result.at(-1);
    if (next.text === '') continue;
    if (last?.kind === next.kind) result[result.length - 1] = part(last.kind, last.text + next.text);
    else result.push(next);
  }
  return result;
}
