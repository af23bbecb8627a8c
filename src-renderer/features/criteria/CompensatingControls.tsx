import { useQuery } from '../../app/client.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { SelectField } from '../../ui/form/FormField.tsx';
import type { Criterion } from './criteria-words.ts';
import styles from './CriteriaPage.module.css';

interface CompensatingControlsProps {
  readonly criterion: Criterion;
  readonly chosen: readonly string[];
  readonly onChange: (controlIds: string[]) => void;
}

/** Tested controls that make up for one that is not effective (gate V3). */
export function CompensatingControls({ criterion, chosen, onChange }: CompensatingControlsProps) {
  const { data } = useQuery('criteria.list', {});
  const known = new Map(
    (data ?? [criterion]).flatMap((row) => row.controls.map((control) => [control.id, control])),
  );
  const open = [...known.values()]
    .filter((control) => !chosen.includes(control.id))
    .toSorted((a, b) => a.code.localeCompare(b.code));
  return (
    <div>
      <SelectField
        label="Compensating control"
        hint="Needed where a control of this criterion is not effective and the criterion is met all the same."
        placeholder="None"
        value=""
        options={open.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        onChange={(id) => {
          if (id !== '') onChange([...chosen, id]);
        }}
      />
      <ul className={styles['chosen']}>
        {chosen.map((id) => (
          <li key={id}>
            <span>{`${known.get(id)?.code ?? id} ${known.get(id)?.title ?? ''}`}</span>
            <TextLink
              label="Remove"
              spokenLabel={`Remove ${known.get(id)?.code ?? id}`}
              onPress={() => {
                onChange(chosen.filter((other) => other !== id));
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
