import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { SCOPE_TEXTS } from './messages.ts';
import type { ScopeTextKey } from './messages.ts';
import styles from './ScopePage.module.css';

type Scope = Output<'scope.get'>;

/** The texts that bound the system, and its locations. A text is recorded when its field is left. */
export function BoundaryPart({ scope }: { readonly scope: Scope }) {
  const save = useGatedCommand('scope.save');
  const { id, revision } = scope;
  return (
    <div className={styles['panel']}>
      <Card title="The system">
        <div className={styles['texts']}>
          {SCOPE_TEXTS.map(({ key, label, hint }, index) => (
            <div key={key} className={index === 0 ? styles['whole'] : undefined}>
              <KeptText
                label={label}
                hint={hint}
                value={scope[key]}
                onLeave={(text) => {
                  save.run({ id, revision, ...textOf(key, text) });
                }}
              />
            </div>
          ))}
        </div>
        <CommandBanner command={save} title="The text was not recorded" failed="The text was not recorded" />
      </Card>
      <LocationsCard locations={scope.locations} />
    </div>
  );
}

function textOf(key: ScopeTextKey, text: string): Partial<Record<ScopeTextKey, string>> {
  return { [key]: text };
}

interface KeptTextProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onLeave: (text: string) => void;
}

/** A text that is recorded when its field is left; there is no button for it. */
function KeptText({ label, hint, value, onLeave }: KeptTextProps) {
  const [draft, setDraft] = useState<string>();
  return (
    <div
      onBlur={() => {
        if (draft !== undefined && draft !== value) onLeave(draft);
        setDraft(undefined);
      }}
    >
      <TextAreaField label={label} hint={hint} value={draft ?? value} onChange={setDraft} />
    </div>
  );
}

function LocationsCard({ locations }: { readonly locations: Scope['locations'] }) {
  const withdraw = useGatedCommand('scope.withdrawLocation');
  return (
    <Card title="Locations" aside={String(locations.length)} isFlush>
      {locations.length === 0 ? (
        <EmptyState sentence="Sites, data centres and regions from which the system is run are listed here." />
      ) : null}
      {locations.map((location) => (
        <div key={location.id} className={styles['row']}>
          <div>
            <div className={styles['rowTitle']}>{location.name}</div>
            <div className={styles['rowText']}>{location.purpose}</div>
          </div>
          <TextLink
            label="Take out"
            spokenLabel={`Take out ${location.name}`}
            onPress={() => {
              withdraw.run({ id: location.id, revision: location.revision });
            }}
          />
        </div>
      ))}
      <CommandBanner
        command={withdraw}
        title="The location was not taken out"
        failed="The location was not taken out"
      />
      <div className={styles['part']}>
        <AddLocation />
      </div>
    </Card>
  );
}

function AddLocation() {
  const add = useGatedCommand('scope.addLocation');
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        add.run({ name, purpose }, () => {
          setName('');
          setPurpose('');
        });
      }}
    >
      <div className={styles['fields']}>
        <TextField label="Location" value={name} onChange={setName} />
        <TextField label="What is done there" value={purpose} onChange={setPurpose} />
      </div>
      <CommandBanner command={add} title="The location was not added" failed="The location was not added" />
      <div className={styles['actions']}>
        <ActionButton
          label="Add location"
          type="submit"
          isBlocked={name.trim() === ''}
          isBusy={add.isBusy}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}
