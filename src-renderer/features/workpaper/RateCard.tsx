import { RateWithLimit } from '../../ui/chart/RateWithLimit.tsx';
import type { TestGrid } from './grid-view.ts';

type Rate = TestGrid['rates'][number];

/** What each sample of the test allows to be said: figures only where its basis is statistical. */
export function RateCard({ grid }: { readonly grid: TestGrid }) {
  return (
    <>
      {grid.rates.map((rate) => (
        <RateWithLimit
          key={rate.planId}
          title={`${String(rate.deviating)} of ${String(rate.items)} with a deviation`}
          basis={basisOf(rate)}
          rate={statistical(rate)}
          note={rate.isBestCase ? `Best case, if the empty cells pass. ${rate.words}` : rate.words}
        />
      ))}
    </>
  );
}

function statistical({ kind, found, tolerable, upperLimit }: Rate) {
  if (kind !== 'limited' || found === null || tolerable === null || upperLimit === null) return undefined;
  return { found, tolerable, limit: upperLimit };
}

function basisOf({ confidence, records }: Rate): string {
  const limit = confidence === null ? '' : `${String(confidence)} % limit`;
  return [limit, records === null ? '' : `N ${String(records)}`].filter((part) => part !== '').join(', ');
}
