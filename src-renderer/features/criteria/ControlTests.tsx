import { paperPath, targetPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { testStanding } from './criteria-words.ts';
import type { Criterion } from './criteria-words.ts';
import styles from './CriteriaPage.module.css';

type Control = Criterion['controls'][number];

/** The controls that answer a criterion, each with its tests and their results. */
export function ControlTests({ criterion }: { readonly criterion: Criterion }) {
  const { go } = useGo();
  if (criterion.coverage === 'subservice')
    return (
      <EmptyState sentence="Controls of a subservice organization are expected to answer this criterion." />
    );
  if (criterion.coverage === 'notRelevant')
    return <EmptyState sentence="This criterion is left out of scope with a reason." />;
  if (criterion.controls.length === 0)
    return (
      <EmptyState
        sentence="Controls that answer this criterion stand here."
        action={{
          label: 'Map a control',
          onPress: () => {
            go('/controls');
          },
        }}
      />
    );
  return (
    <ul className={styles['controls']}>
      {criterion.controls.map((control) => (
        <li key={control.id} className={styles['control']}>
          <ControlItem control={control} />
        </li>
      ))}
    </ul>
  );
}

function ControlItem({ control }: { readonly control: Control }) {
  const { go, hrefOf } = useGo();
  const path = targetPath({ entity: 'control', id: control.id }) ?? '/controls';
  return (
    <>
      <div className={styles['controlHead']}>
        <TextLink
          label={control.code}
          href={hrefOf(path)}
          onPress={() => {
            go(path);
          }}
        />
        <span className={styles['name']}>{control.title}</span>
        <span className={styles['quiet']}>{control.role}</span>
      </div>
      {control.tests.length === 0 ? <div className={styles['quiet']}>No test is planned yet.</div> : null}
      {control.tests.map((test) => (
        <div key={test.testId} className={styles['test']}>
          <TextLink
            label={test.phase === 'design' ? 'Design' : 'Operation'}
            spokenLabel={`Test of ${test.phase === 'design' ? 'design' : 'operation'} of ${control.code}`}
            href={hrefOf(paperPath(test.workpaperId))}
            onPress={() => {
              go(paperPath(test.workpaperId));
            }}
          />
          <StatusWord {...testStanding(test)} />
        </div>
      ))}
      {control.deviations === 0 ? null : (
        <StatusWord kind="flagged" label={countOf(control.deviations, 'deviation')} />
      )}
    </>
  );
}
