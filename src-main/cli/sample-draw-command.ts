/**
 * `sample draw`: what is printed and which exit code ends it. The population comes in through a function that reads the
 * file and hands over its records, so that a million keys never stand in memory as rows.
 */
import { checkDraw, createSampler } from '../../shared/domain/sampling/consistent-sampler.ts';
import type { DrawSize } from '../../shared/domain/sampling/consistent-sampler.ts';
import type { Draw, DrawRefusal, PopulationRecord, Sha256Hex } from '../../shared/domain/sampling/draw.ts';
import { formatCount } from '../../shared/domain/sampling/sample-wording.ts';
import { drawStratified } from '../../shared/domain/sampling/stratified-sampler.ts';
import { drawSystematic, isIntervalWeekly } from '../../shared/domain/sampling/systematic-sampler.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { readChoice, readCount, readText } from './sample-options.ts';
import type { TypedOptions, WrongUsage } from './sample-options.ts';
import { done, refused, wrongUsage } from './sample-outcome.ts';
import type { SampleOutcome } from './sample-outcome.ts';

/** Which column is the key, which the stratum where one is needed: what the reader of the population has to know. */
export type PopulationColumns = { readonly key: string; readonly stratum?: string };

/**
 * Reads the population: hands its records over in batches, in the order of the file, and answers with the SHA-256 of
 * the file's bytes, or with the outcome that ends the command where the file cannot be read.
 */
export type ReadPopulation<Failure> = (
  columns: PopulationColumns,
  onBatch: (records: readonly PopulationRecord[]) => void,
) => Promise<Result<{ readonly sha256: string }, Failure>>;

type DrawOptions = DrawSize & {
  readonly method: 'random' | 'systematic' | 'stratified';
  readonly columns: PopulationColumns;
};

type Selection = {
  readonly add: (record: PopulationRecord) => void;
  readonly finish: () => Result<Draw, DrawRefusal>;
};

/** `sample draw --key --seed --size [--method] [--stratum]` over the population that `read` hands over. */
export async function runSampleDraw<Failure>(
  options: TypedOptions,
  read: ReadPopulation<Failure>,
  sha256: Sha256Hex,
): Promise<SampleOutcome | Failure> {
  const typed = readOptions(options);
  if (!typed.ok) return wrongUsage(typed.error);
  const refusal = checkDraw(typed.value.seed, typed.value.size);
  if (refusal !== undefined) return refused(refusal);
  const selection = startSelection(typed.value, sha256);
  const source = await read(typed.value.columns, (records) => records.forEach(selection.add));
  if (!source.ok) return source.error;
  const draw = selection.finish();
  return draw.ok ? describeDraw(draw.value, source.value.sha256) : refused(draw.error);
}

function readOptions(options: TypedOptions): Result<DrawOptions, WrongUsage> {
  const key = readText(options, 'key');
  if (!key.ok) return key;
  const seed = readText(options, 'seed');
  if (!seed.ok) return seed;
  const size = readCount(options, 'size');
  if (!size.ok) return size;
  const method = readChoice(options, 'method', ['random', 'systematic', 'stratified']);
  if (!method.ok) return method;
  const columns = readColumns(options, key.value, method.value);
  if (!columns.ok) return columns;
  return ok({ method: method.value, seed: seed.value, size: size.value, columns: columns.value });
}

function readColumns(
  options: TypedOptions,
  key: string,
  method: DrawOptions['method'],
): Result<PopulationColumns, WrongUsage> {
  const stratum = options['stratum'];
  if (method === 'stratified') {
    const column = readText(options, 'stratum');
    return column.ok ? ok({ key, stratum: column.value }) : column;
  }
  if (stratum === undefined) return ok({ key });
  return err({ option: 'stratum', message: '--stratum goes with --method stratified.' });
}

function startSelection({ method, ...request }: DrawOptions, sha256: Sha256Hex): Selection {
  if (method === 'random') {
    const sampler = createSampler(request, sha256);
    return { add: ({ key }) => sampler.offer(key), finish: sampler.result };
  }
  const records: PopulationRecord[] = [];
  const draw = method === 'systematic' ? drawSystematic : drawStratified;
  return {
    add: (record) => {
      records.push(record);
    },
    finish: () => draw(records, request, sha256),
  };
}

function describeDraw(draw: Draw, populationSha256: string): SampleOutcome {
  const { algorithm, population: count, items, strata, systematic } = draw;
  const json = {
    algorithm,
    populationSha256,
    count,
    items,
    ...(strata === undefined ? {} : { strata }),
    ...(systematic === undefined ? {} : { systematic }),
  };
  return done(json, [
    `${formatCount(items.length)} of ${formatCount(count)} records, by ${algorithm}`,
    `Population file, SHA-256: ${populationSha256}`,
    ...describeSystematic(systematic),
    ...(strata ?? []).map(
      (share) => `${share.stratum}: ${formatCount(share.items)} of ${formatCount(share.records)}`,
    ),
    ...items.map(({ ordinal, key }) => `${String(ordinal).padStart(6)}  ${key}`),
  ]);
}

function describeSystematic(systematic: Draw['systematic']): readonly string[] {
  if (systematic === undefined) return [];
  const { interval, start, unreachable } = systematic;
  const lines = [
    `Every ${formatCount(interval)}. record of the list sorted by key, from record ${formatCount(start)}`,
  ];
  if (unreachable > 0) {
    lines.push(
      `The last ${formatCount(unreachable)} records of the list could not be reached by this interval.`,
    );
  }
  if (isIntervalWeekly(interval)) lines.push('This interval may run in step with the days of the week.');
  return lines;
}
