import type { Ref } from 'react';
import { CheckField } from '../../ui/form/CheckField.tsx';
import { SelectField, TextField } from '../../ui/form/FormField.tsx';
import { CoverageGates } from './CoverageGates.tsx';
import { coverageOf } from './engagement-draft.ts';
import { CATEGORIES } from './messages.ts';
import type { StepProps } from './step-props.ts';
import styles from './Step.module.css';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The system, its categories, and the zone in which its records are dated. */
export function ScopeStep({
  draft,
  change,
  faults,
  bannerRef,
}: StepProps & { readonly bannerRef: Ref<HTMLDivElement> }) {
  const findings = coverageOf(draft).filter(({ code }) => code === 'E3');
  const set = (name: string, isIn: boolean): void => {
    const chosen = new Set(draft.categories);
    if (isIn) chosen.add(name);
    else chosen.delete(name);
    change({ categories: CATEGORIES.map((category) => category.name).filter((known) => chosen.has(known)) });
  };
  return (
    <>
      <div className={styles['fields']}>
        <TextField
          label="Name of the system"
          hint="As the report calls it"
          value={draft.systemName}
          error={faults['systemName']}
          onChange={(systemName) => {
            change({ systemName });
          }}
        />
        <SelectField
          label="Time zone of the client’s records"
          hint="Decides on which day an event falls"
          value={draft.timeZone}
          options={ZONES.map((zone) => ({ value: zone, label: zone }))}
          onChange={(timeZone) => {
            change({ timeZone });
          }}
        />
      </div>
      <div role="group" aria-labelledby="categories">
        <div id="categories" className={styles['label']}>
          Trust services categories
        </div>
        <div className={styles['checks']}>
          {CATEGORIES.map((category) => (
            <CheckField
              key={category.name}
              label={category.name}
              hint={category.detail}
              isChecked={draft.categories.includes(category.name)}
              onChange={(isIn) => {
                set(category.name, isIn);
              }}
            />
          ))}
        </div>
      </div>
      <CoverageGates findings={findings} draft={draft} change={change} bannerRef={bannerRef} />
    </>
  );
}
