/**
 * One measurement of the program against a floor: the least that any program would have to do for the same end,
 * taken on the same machine in the same minute. Ratios can be compared between machines; seconds cannot.
 */
export type Benchmark = {
  readonly name: string;
  /** What is measured against what, in one sentence. */
  readonly meaning: string;
  /** The largest ratio that is still good. */
  readonly limit: number;
  readonly runs: number;
  /** Makes what both sides need; the result is handed to both and released at the end. */
  readonly prepare: () => Promise<Prepared>;
};

/** Both sides of one benchmark, ready to run; each resolves to what it took, in milliseconds. */
export type Prepared = {
  readonly floor: () => Promise<number>;
  readonly work: () => Promise<number>;
  readonly release: () => Promise<void>;
};

/** What one benchmark found; times in milliseconds. */
export type Measured = { readonly ratio: number; readonly floor: number; readonly work: number };

/** The middle of the values: one disturbed run does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) throw new Error('a median needs a value');
  const upper = sorted[Math.ceil((sorted.length - 1) / 2)] ?? middle;
  return (middle + upper) / 2;
}

/** The time that a piece of work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs both sides in turn, so that a busy minute falls on both; the first pair warms up and does not count. */
export async function measure(benchmark: Benchmark): Promise<Measured> {
  const sides = await benchmark.prepare();
  try {
    const floors: number[] = [];
    const works: number[] = [];
    for (let run = 0; run <= benchmark.runs; run += 1) {
      const floor = await sides.floor();
      const work = await sides.work();
      if (run === 0) continue;
      floors.push(floor);
      works.push(work);
    }
    const floor = median(floors);
    const work = median(works);
    return { ratio: work / floor, floor, work };
  } finally {
    await sides.release();
  }
}
