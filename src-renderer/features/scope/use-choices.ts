import { useQuery } from '../../app/client.ts';

/** A choice of a list. */
export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

/** The criteria in scope, as choices. */
export function useCriterionChoices(): readonly ChoiceOption[] {
  const home = useQuery('home.get', {});
  return (home.data?.coverage ?? []).flatMap((row) =>
    row.cells.map((cell) => ({ value: cell.code, label: `${cell.code} ${cell.title}` })),
  );
}

/** The controls that are not retired, as choices by their id. */
export function useControlChoices(): readonly ChoiceOption[] {
  const controls = useQuery('control.list', {});
  return (controls.data ?? [])
    .filter((control) => control.status !== 'retired')
    .map((control) => ({ value: control.id, label: `${control.code} ${control.title}` }));
}

/** The codes of controls behind ids, for facts in a line. */
export function codesOf(ids: readonly string[], choices: readonly ChoiceOption[]): string {
  return ids
    .flatMap((id) => choices.find((choice) => choice.value === id)?.label.split(' ')[0] ?? [])
    .join(', ');
}
