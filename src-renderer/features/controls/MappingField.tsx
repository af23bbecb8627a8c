import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { MultiSelectField } from '../../ui/form/MultiSelectField.tsx';
import type { Control } from './messages.ts';
import styles from './ControlsPage.module.css';

/** The criteria that a control serves; adding and taking away is recorded at once. */
export function MappingField({ control }: { readonly control: Control }) {
  const home = useQuery('home.get', {});
  const map = useGatedCommand('control.map');
  const unmap = useGatedCommand('control.unmap');
  const options = (home.data?.coverage ?? []).flatMap((row) =>
    row.cells.map((cell) => ({ value: cell.code, label: `${cell.code} ${cell.title}` })),
  );
  const change = (values: readonly string[]): void => {
    const added = values.find((code) => !control.criteria.includes(code));
    const removed = control.criteria.find((code) => !values.includes(code));
    if (added !== undefined) map.run({ id: control.id, criterionCode: added });
    if (removed !== undefined) unmap.run({ id: control.id, criterionCode: removed });
  };
  return (
    <div className={styles['form']}>
      <MultiSelectField
        label="Serves these criteria"
        values={control.criteria}
        options={options}
        placeholder="Choose a criterion"
        onChange={change}
      />
      <CommandBanner command={map} title="The criterion was not added" failed="The criterion was not added" />
      <CommandBanner
        command={unmap}
        title="The criterion was not taken away"
        failed="The criterion was not taken away"
      />
    </div>
  );
}
