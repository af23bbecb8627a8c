import { useState } from 'react';
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

const PARAMETER_WORDS: Readonly<Record<string, string>> = {
  org: 'Name of the client in the text',
  days: 'Days',
  hours: 'Hours',
  n: 'Number',
  freq: 'Frequency in words',
  critical: 'Days for critical findings',
  high: 'Days for high findings',
};

/** What fills the placeholders, and the button that adds what was chosen. */
export function LibraryFoot({ chosen }: { readonly chosen: readonly LibraryControl[] }) {
  const { go } = useGo();
  const toast = useToast();
  const engagement = useQuery('engagement.get', {});
  const add = useGatedCommand('control.addFromLibrary');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const name = engagement.data?.clientShortName ?? '';
  const [only] = chosen;
  // Several controls keep their usual values: one value for all would be wrong for most of them.
  const own = chosen.length === 1 && only !== undefined ? only.parameters : {};
  const values = { org: name, ...textsOf(own), ...typed };
  const count = chosen.length;
  return (
    <div className={styles['sticky']}>
      {Object.entries(values)
        .filter(([key]) => key === 'org' || Object.hasOwn(own, key))
        .map(([key, value]) => (
          <TextField
            key={key}
            label={PARAMETER_WORDS[key] ?? key}
            value={value}
            onChange={(text) => {
              setTyped({ ...typed, [key]: text });
            }}
          />
        ))}
      <span className={styles['grow']} />
      <CommandBanner command={add} title="The controls were not added" failed="The controls were not added" />
      <ActionButton
        label={addLabel(count)}
        kind="filled"
        isBlocked={count === 0}
        isBusy={add.isBusy}
        onPress={() => {
          if (count === 0) return;
          add.run(
            { libraryIds: chosen.map((control) => control.id), parameters: given(values, own) },
            ({ ids }) => {
              toast({
                text: `${countOf(ids.length, 'control')} added as draft${ids.length === 1 ? '' : 's'}`,
              });
              go('/controls');
            },
          );
        }}
      />
    </div>
  );
}

function textsOf(parameters: LibraryControl['parameters']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, String(value)]));
}

function given(
  values: Readonly<Record<string, string>>,
  own: LibraryControl['parameters'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => value !== '' && (key === 'org' || Object.hasOwn(own, key)),
    ),
  );
}

function addLabel(count: number): string {
  if (count === 0) return 'Add controls';
  return count === 1 ? 'Add 1 control' : `Add ${String(count)} controls`;
}
