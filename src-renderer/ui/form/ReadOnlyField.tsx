import type { ReactNode } from 'react';
import styles from './Fields.module.css';

interface ReadOnlyFieldProps {
  readonly label: string;
  readonly value: string;
  /** The unit at the right end: items, %. */
  readonly unit?: string;
}

/** A value that is fixed: on the sunken ground, with its unit. */
export function ReadOnlyField({ label, value, unit }: ReadOnlyFieldProps) {
  return (
    <div role="group" aria-label={label} className={styles['field']}>
      <div className={styles['label']}>{label}</div>
      <div className={styles['readOnly']}>
        <span>{value}</span>
        {unit === undefined ? null : <span className={styles['unit']}>{unit}</span>}
      </div>
    </div>
  );
}

/** Label and value side by side, one below the other: facts of a certificate, a drawer, a file. */
export function FactList({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={styles['facts']}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
