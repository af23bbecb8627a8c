import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { LibraryFamily } from './LibraryFamily.tsx';
import type { LibraryControl } from './LibraryFamily.tsx';
import { LibraryFoot } from './LibraryFoot.tsx';
import styles from './ControlsPage.module.css';

/** The control library: chosen controls become drafts of the engagement. */
export function LibraryPage() {
  const { go } = useGo();
  const library = useQuery('control.library', {});
  usePageChrome({
    breadcrumb: [
      {
        label: 'Controls and criteria',
        href: '#/controls',
        onGo: () => {
          go('/controls');
        },
      },
      { label: 'Library' },
    ],
  });
  return (
    <PageBody>
      <PageHeader
        title="Add controls from the library"
        subtitle="They are added as drafts; each text can be changed before it is agreed with the client."
        aside={
          <ActionButton
            label="The firm’s library"
            onPress={() => {
              go('/library');
            }}
          />
        }
      />
      <Answered query={library} what="the control library" rows={14} rowHeight={50}>
        {(controls) => <LibraryBody controls={controls} />}
      </Answered>
    </PageBody>
  );
}

function LibraryBody({ controls }: { readonly controls: readonly LibraryControl[] }) {
  const engagement = useQuery('engagement.get', {});
  const client = engagement.data?.clientShortName ?? '';
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shown = controls.filter((control) => fits(control, filter));
  const families = [...new Set(shown.map((control) => control.family))];
  const toggle = (id: string, isIn: boolean): void => {
    const next = new Set(chosen);
    if (isIn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const baseline = controls.filter((control) => control.securityBaseline && !control.isAdded);
  return (
    <>
      <div className={styles['bar']}>
        <TextInput
          className={styles['search']}
          aria-label="Filter the library"
          placeholder="Filter"
          leftSection={<UiIcon icon={IconSearch} />}
          value={filter}
          onChange={(event) => {
            setFilter(event.currentTarget.value);
          }}
        />
        <ActionButton
          label={`Choose the security baseline, ${String(baseline.length)}`}
          onPress={() => {
            setChosen(new Set([...chosen, ...baseline.map((control) => control.id)]));
          }}
        />
        {chosen.size === 0 ? null : (
          <ActionButton
            label="Choose none"
            kind="quiet"
            onPress={() => {
              setChosen(new Set());
            }}
          />
        )}
      </div>
      <Card isFlush>
        {families.map((family) => (
          <LibraryFamily
            key={family}
            family={family}
            controls={shown.filter((control) => control.family === family)}
            chosen={chosen}
            client={client}
            onToggle={toggle}
          />
        ))}
        <LibraryFoot chosen={controls.filter((control) => chosen.has(control.id))} />
      </Card>
    </>
  );
}

function fits(control: LibraryControl, filter: string): boolean {
  const text = [control.code, control.title, control.text, control.family, ...control.criteria]
    .join(' ')
    .toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
