import { TextInput } from '@mantine/core';
import {
  FREQUENCIES,
  type ControlFrequency,
  type ControlRisk,
} from '../../../shared/domain/sampling/frequency-guidance.ts';
import { FREQUENCY_WORDS } from '../../../shared/domain/sampling/guidance-words.ts';
import type { TypedFaults, TypedRows } from './guidance-draft.ts';
import styles from './GuidanceFields.module.css';

interface GuidanceFieldsProps {
  readonly rows: TypedRows;
  readonly faults: TypedFaults;
  readonly onChange: (rows: TypedRows) => void;
}

const RISKS = [
  { risk: 'low', label: 'Low risk' },
  { risk: 'high', label: 'High risk' },
] as const;

/** A field for every frequency and risk, as the table that it is. */
export function GuidanceFields({ rows, faults, onChange }: GuidanceFieldsProps) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">The control operates</th>
          {RISKS.map(({ risk, label }) => (
            <th key={risk} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {FREQUENCIES.map((frequency) => (
          <tr key={frequency}>
            <th scope="row">{FREQUENCY_WORDS[frequency]}</th>
            {RISKS.map(({ risk, label }) => (
              <td key={risk}>
                <TextInput
                  aria-label={`${FREQUENCY_WORDS[frequency]}, ${label.toLowerCase()}`}
                  value={rows[frequency][risk]}
                  error={faults[frequency]?.[risk]}
                  onChange={(event) => {
                    onChange(withCell(rows, frequency, risk, event.currentTarget.value));
                  }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function withCell(rows: TypedRows, frequency: ControlFrequency, risk: ControlRisk, text: string): TypedRows {
  return { ...rows, [frequency]: { ...rows[frequency], [risk]: text } };
}
