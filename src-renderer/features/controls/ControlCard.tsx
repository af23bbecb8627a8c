import { CommandBanner } from '../../app/CommandBanner.tsx';
import { paperPath } from '../../app/target-path.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { ControlFields } from './ControlFields.tsx';
import { MappingField } from './MappingField.tsx';
import { STATUS_WORDS, testWords } from './messages.ts';
import type { Control } from './messages.ts';
import styles from './ControlsPage.module.css';

/** A control with its state, what it lacks, its criteria and its fields. */
export function ControlCard({ control }: { readonly control: Control }) {
  const { kind, label } = STATUS_WORDS[control.status];
  return (
    <>
      <DrawerSection title="State" aside={<StatusChip kind={kind} label={label} />}>
        <ControlState control={control} />
      </DrawerSection>
      <DrawerSection title="Criteria">
        <MappingField control={control} />
      </DrawerSection>
      <DrawerSection title="Control">
        <ControlFields control={control} />
      </DrawerSection>
    </>
  );
}

function ControlState({ control }: { readonly control: Control }) {
  const { go } = useGo();
  const agree = useGatedCommand('control.agree');
  const retire = useGatedCommand('control.retire');
  const { id, revision, status, missing } = control;
  return (
    <div className={styles['form']}>
      <MissingParts control={control} />
      {control.design === null ? null : (
        <div className={styles['facts']}>
          Design {testWords(control.design)}
          {control.operating === null ? '' : `; operation ${testWords(control.operating)}`}.{' '}
          <TextLink
            label="Open workpaper"
            onPress={() => {
              go(paperPath(control.operating?.workpaperId ?? control.design?.workpaperId ?? ''));
            }}
          />
        </div>
      )}
      <CommandBanner
        command={agree}
        title="The control cannot be agreed yet"
        failed="The control was not agreed"
      />
      <CommandBanner
        command={retire}
        title="The control was not retired"
        failed="The control was not retired"
      />
      <div className={styles['actions']}>
        {status === 'draft' ? (
          <ActionButton
            label="Agree control"
            kind="filled"
            isBlocked={missing.length > 0}
            isBusy={agree.isBusy}
            onPress={() => {
              agree.run({ id });
            }}
          />
        ) : null}
        {status === 'retired' ? null : (
          <ActionButton
            label="Retire control"
            isBusy={retire.isBusy}
            onPress={() => {
              retire.run({ id, revision });
            }}
          />
        )}
      </div>
    </div>
  );
}

function MissingParts({ control }: { readonly control: Control }) {
  if (control.status !== 'draft' || control.missing.length === 0) return null;
  return (
    <div className={styles['facts']}>
      Before it can be agreed (P4):
      <ul className={styles['missing']}>
        {control.missing.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );
}
