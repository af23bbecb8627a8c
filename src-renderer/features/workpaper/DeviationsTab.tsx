import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { DeviationCard } from './DeviationCard.tsx';
import styles from './WorkpaperPage.module.css';

/** The deviations of a test, each with its questions. */
export function DeviationsTab({ testId }: { readonly testId: string }) {
  const deviations = useQuery('testing.deviations', { testId });
  return (
    <Answered query={deviations} what="the deviations">
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState sentence="Deviations stand here as soon as a cell of the operating test is one." />
        ) : (
          <div className={styles['stack']}>
            {rows.map((row) => (
              <DeviationCard key={row.id} deviation={row} />
            ))}
          </div>
        )
      }
    </Answered>
  );
}
