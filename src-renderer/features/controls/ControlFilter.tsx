import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { fitsState } from './control-filter.ts';
import type { Filter } from './control-filter.ts';
import type { Control } from './messages.ts';
import styles from './ControlsPage.module.css';

const SHOWN: readonly { readonly value: Filter['show']; readonly label: string }[] = [
  { value: 'standing', label: 'All' },
  { value: 'missing', label: 'Incomplete' },
  { value: 'draft', label: 'Draft' },
  { value: 'agreed', label: 'Agreed' },
  { value: 'retired', label: 'Retired' },
];

interface ControlFilterProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  readonly controls: readonly Control[];
}

/** Narrows the list by state, by text, and by the criterion chosen on the map. */
export function ControlFilter({ filter, onChange, controls }: ControlFilterProps) {
  const countOf = (show: Filter['show']): number =>
    controls.filter((control) => fitsState(control, show)).length;
  return (
    <div className={styles['bar']}>
      <SegmentedChoice
        label="Show"
        choices={SHOWN.map(({ value, label }) => ({ value, label: `${label} ${String(countOf(value))}` }))}
        value={filter.show}
        onChange={(value) => {
          onChange({ ...filter, show: SHOWN.find((known) => known.value === value)?.value ?? 'standing' });
        }}
      />
      <TextInput
        className={styles['search']}
        aria-label="Filter controls"
        placeholder="Filter"
        leftSection={<UiIcon icon={IconSearch} />}
        value={filter.text}
        onChange={(event) => {
          onChange({ ...filter, text: event.currentTarget.value });
        }}
      />
      {filter.criterion === undefined ? null : (
        <span className={styles['criterion']}>
          Serves {filter.criterion}{' '}
          <TextLink
            label="Show all criteria"
            onPress={() => {
              onChange({ ...filter, criterion: undefined });
            }}
          />
        </span>
      )}
    </div>
  );
}
