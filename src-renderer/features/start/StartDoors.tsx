import { IconFolderOpen, IconPlus, IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useCommand } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useGo } from '../../app/use-go.ts';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import type { IconShape } from '../../ui/icon/UiIcon.tsx';
import { useKeys } from '../../ui/keys/KeyProvider.tsx';
import { Keycap } from '../../ui/text/Keycap.tsx';
import styles from './StartPage.module.css';

interface StartDoorsProps {
  /** Without a person nothing can be recorded, so a new engagement begins with making one. */
  readonly hasPerson: boolean;
  readonly onOpen: (file: Output<'files.choose'>[number]) => void;
}

interface Door {
  readonly name: string;
  readonly detail: string;
  readonly keys: string;
  readonly icon: IconShape;
  readonly run: () => void;
}

/** The three ways in: new, open, verify. */
export function StartDoors({ hasPerson, onOpen }: StartDoorsProps) {
  const { go } = useGo();
  const choose = useCommand('files.choose');
  const doors: readonly Door[] = [
    {
      name: 'New engagement',
      detail: hasPerson ? 'SOC 2 Type I or II, readiness' : 'After you created your person',
      keys: 'Ctrl N',
      icon: IconPlus,
      run: () => {
        if (hasPerson) go('/new');
        else document.querySelector<HTMLElement>('#first-person input')?.focus();
      },
    },
    {
      name: 'Open engagement',
      detail: 'A .tickmark file',
      keys: 'Ctrl O',
      icon: IconFolderOpen,
      run: () => {
        choose.mutate(
          { kind: 'engagement' },
          {
            onSuccess: ([file]) => {
              if (file !== undefined) onOpen(file);
            },
          },
        );
      },
    },
    {
      name: 'Verify a report',
      detail: 'Was this PDF changed after signing?',
      keys: 'Ctrl R',
      icon: IconRosetteDiscountCheck,
      run: () => {
        go('/verify');
      },
    },
  ];
  useKeys(doors.map(({ keys, name, run }) => ({ keys, label: name, group: 'Start', run })));
  return (
    <div className={styles['doors']}>
      {doors.map((door) => (
        <button key={door.name} type="button" className={styles['door']} onClick={door.run}>
          <UiIcon icon={door.icon} size={20} />
          <span>
            <span className={styles['doorName']}>{door.name}</span>
            <span className={styles['doorDetail']}>{door.detail}</span>
          </span>
          <Keycap keys={door.keys} />
        </button>
      ))}
    </div>
  );
}
