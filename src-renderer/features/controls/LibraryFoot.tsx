import { useState } from 'react';
import { placeholderGroups, type PlaceholderGroup } from '../../../shared/domain/control/placeholders.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { TextField } from '../../ui/form/FormField.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { LibraryControl } from './LibraryFamily.tsx';
import styles from './ControlsPage.module.css';

/** What fills the placeholders, each once with where it is used, and the button that adds what was chosen. */
export function LibraryFoot({ chosen }: { readonly chosen: readonly LibraryControl[] }) {
  const { go } = useGo();
  const toast = useToast();
  const engagement = useQuery('engagement.get', {});
  const add = useGatedCommand('control.addFromLibrary');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const client = engagement.data?.clientShortName ?? '';
  const groups = placeholderGroups(chosen.map((control) => ({ ...control, libraryId: control.id })));
  const valueOf = (group: PlaceholderGroup): string =>
    typed[keyOf(group)] ?? group.usual ?? (group.name === 'org' ? client : '');
  const count = chosen.length;
  return (
    <div className={styles['sticky']}>
      <div className={styles['values']} role="group" aria-label="Values of the placeholders">
        {groups.map((group) => (
          <TextField
            key={keyOf(group)}
            label={`{{${group.name}}}`}
            hint={usedWords(group)}
            value={valueOf(group)}
            onChange={(text) => {
              setTyped({ ...typed, [keyOf(group)]: text });
            }}
          />
        ))}
      </div>
      <span className={styles['grow']} />
      <CommandBanner command={add} title="The controls were not added" failed="The controls were not added" />
      <ActionButton
        label={addLabel(count)}
        kind="filled"
        isBlocked={count === 0}
        isBusy={add.isBusy}
        onPress={() => {
          if (count === 0) return;
          const values = groups.map((group) => ({
            ...{ name: group.name, libraryIds: [...group.libraryIds], value: valueOf(group) },
          }));
          add.run({ libraryIds: chosen.map((control) => control.id), values }, ({ ids }) => {
            toast({ text: `${countOf(ids.length, 'control')} added as draft${ids.length === 1 ? '' : 's'}` });
            go('/controls');
          });
        }}
      />
    </div>
  );
}

/** The same name with another usual value is another placeholder. */
const keyOf = ({ name, usual }: PlaceholderGroup): string => `${name} ${usual ?? ''}`;

const namedCodes = 4;

function usedWords({ codes }: PlaceholderGroup): string {
  const more = codes.length > namedCodes ? ` and ${String(codes.length - namedCodes)} more` : '';
  return `In ${codes.slice(0, namedCodes).join(', ')}${more}`;
}

function addLabel(count: number): string {
  if (count === 0) return 'Add controls';
  return count === 1 ? 'Add 1 control' : `Add ${String(count)} controls`;
}
