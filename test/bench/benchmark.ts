/**
 * One measurement of the program against a floor: the least that any program would have to do for the same end,
 * taken on the same machine in the same minute. Ratios can be compared between machines; seconds cannot.
 */
export type Benchmark = {
  readonly name: string;
  /** What is measured against what, in one sentence. */
  readonly meaning: string;
  /** Time on the clock, or time of the processors where both sides are programs of their own. */
  readonly clock: 'wall' | 'cpu';
  /** The largest ratio that is still good. */
  readonly limit: number;
  /** What the work may take whatever the floor takes; left out where only the ratio counts. */
  readonly ceiling?: { readonly seconds?: number; readonly megabytes?: number };
  readonly runs: number;
  /** Makes what both sides need; the result is handed to both and released at the end. */
  readonly prepare: () => Promise<Prepared>;
};

/** What one run took: milliseconds by the benchmark's clock, and the most memory at once where it is known. */
export type Cost = { readonly milliseconds: number; readonly seconds?: number; readonly megabytes?: number };

/** Both sides of one benchmark, ready to run; a plain number is milliseconds. */
export type Prepared = {
  readonly floor: () => Promise<number | Cost>;
  readonly work: () => Promise<number | Cost>;
  readonly release: () => Promise<void>;
};

/** What one benchmark found, as it is printed: times in milliseconds, rounded. */
export type Measured = {
  readonly clock: 'wall' | 'cpu';
  readonly work: number;
  readonly floor: number;
  /** Middle of the runs over middle of the floors. */
  readonly ratio: number;
  /** Quickest run over quickest floor: what a busy neighbour disturbs least. */
  readonly best: number;
  readonly limit: number;
  readonly seconds?: number;
  readonly secondsLimit?: number;
  readonly megabytes?: number;
  readonly megabytesLimit?: number;
  /** Whether ratio and ceilings are held. */
  readonly held: boolean;
};

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

/** The processor time that a piece of work takes in this process, all its threads together, in milliseconds. */
export async function spent(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs both sides in turn, so that a busy minute falls on both; the first pair warms up and does not count. */
export async function measure(benchmark: Benchmark): Promise<Measured> {
  const sides = await benchmark.prepare();
  try {
    const floors: Cost[] = [];
    const works: Cost[] = [];
    for (let run = 0; run <= benchmark.runs; run += 1) {
      const floor = costOf(await sides.floor());
      const work = costOf(await sides.work());
      if (run === 0) continue;
      floors.push(floor);
      works.push(work);
    }
    return found(benchmark, floors, works);
  } finally {
    await sides.release();
  }
}

const costOf = (cost: number | Cost): Cost => (typeof cost === 'number' ? { milliseconds: cost } : cost);

function found(benchmark: Benchmark, floors: readonly Cost[], works: readonly Cost[]): Measured {
  const times = (costs: readonly Cost[]): readonly number[] => costs.map((cost) => cost.milliseconds);
  const [work, floor] = [median(times(works)), median(times(floors))];
  const best = Math.min(...times(works)) / Math.min(...times(floors));
  const { clock, limit, ceiling = {} } = benchmark;
  const ratio = work / floor;
  const seconds = within(
    works.flatMap((cost) => cost.seconds ?? []),
    ceiling.seconds,
  );
  const megabytes = within(
    works.flatMap((cost) => cost.megabytes ?? []),
    ceiling.megabytes,
  );
  return {
    ...{ clock, work: rounded(work, 1), floor: rounded(floor, 1), ratio: rounded(ratio, 2) },
    ...{ best: rounded(best, 2), limit },
    ...(seconds.value === undefined ? {} : { seconds: rounded(seconds.value, 2) }),
    ...(ceiling.seconds === undefined ? {} : { secondsLimit: ceiling.seconds }),
    ...(megabytes.value === undefined ? {} : { megabytes: Math.ceil(megabytes.value) }),
    ...(ceiling.megabytes === undefined ? {} : { megabytesLimit: ceiling.megabytes }),
    held: ratio <= limit && seconds.held && megabytes.held,
  };
}

/** The middle of what was measured, and whether it is below its ceiling. */
function within(values: readonly number[], ceiling: number | undefined): { value?: number; held: boolean } {
  if (values.length === 0) return { held: ceiling === undefined };
  const value = median(values);
  return { value, held: ceiling === undefined || value <= ceiling };
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
