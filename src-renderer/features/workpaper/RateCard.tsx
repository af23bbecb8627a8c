import { RateWithLimit } from '../../ui/chart/RateWithLimit.tsx';
import { countOf, formatCount, formatPercent } from '../../ui/text/format-number.ts';
import type { TestGrid } from './grid-view.ts';

type Rate = TestGrid['rates'][number];

/** What each sample of the test allows to be said: figures only where its basis is statistical. */
export function RateCards({ grid }: { readonly grid: TestGrid }) {
  return (
    <>
      {grid.rates.map((rate) => (
        <RateWithLimit
          key={rate.planId}
          title={titleOf(rate, grid.rates.length > 1)}
          basis={basisOf(rate)}
          rate={statistical(rate)}
          note={noteOf(grid, rate)}
        />
      ))}
    </>
  );
}

/** Items and deviations; of several samples also the list from which each is. */
function titleOf({ deviating, items, list }: Rate, isOneOfSeveral: boolean): string {
  const words = `${formatCount(deviating)} of ${formatCount(items)} with a deviation`;
  return isOneOfSeveral ? `${list}: ${words}` : words;
}

/** What the sample allows to be said; behind a deviation also the limit without it. */
function noteOf(grid: TestGrid, rate: Rate): string {
  const { deviating, limitWithout } = rate;
  const words = statedWords(grid, rate);
  if (deviating === 0 || limitWithout === null) return words;
  const without = `The limit of the same items without ${deviating === 1 ? 'it' : 'them'}: ${formatPercent(limitWithout, 1)}.`;
  return `${/[.!?]$/.test(words) ? words : `${words}.`} ${without}`;
}

function statedWords(grid: TestGrid, rate: Rate): string {
  const { empty } = grid.counts;
  if (!rate.isBestCase || empty === 0) return rate.words;
  const best = `Best case, if the last ${countOf(empty, 'cell passes', 'cells pass')}`;
  if (rate.upperLimitCount !== null && rate.records !== null)
    return `${best}: up to ${formatCount(rate.upperLimitCount)} of ${formatCount(rate.records)}`;
  return `${best}: ${rate.words}`;
}

function statistical({ kind, found, tolerable, upperLimit }: Rate) {
  if (kind !== 'limited' || found === null || tolerable === null || upperLimit === null) return undefined;
  return { found, tolerable, limit: upperLimit };
}

function basisOf({ confidence, records }: Rate): string {
  const limit = confidence === null ? '' : `${formatPercent(confidence, 0)} limit`;
  return [limit, records === null ? '' : `N ${formatCount(records)}`]
    .filter((part) => part !== '')
    .join(', ');
}
