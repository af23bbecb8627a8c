import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { PageBody, PageColumns, PageHeader } from '../../ui/page/PageHeader.tsx';
import type { PaletteCommand } from '../../ui/palette/rank-commands.ts';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { AgreeAll } from './AgreeAll.tsx';
import { controlDrawer } from './ControlDrawer.tsx';
import { ControlFilter } from './ControlFilter.tsx';
import { fitsFilter, NO_FILTER } from './control-filter.ts';
import { ControlTable } from './ControlTable.tsx';
import { CoveragePanel } from './CoveragePanel.tsx';
import type { Control } from './messages.ts';
import styles from './ControlsPage.module.css';

/** The controls with what each still lacks, the criteria that they cover, and one control beside the list. */
export function ControlsPage() {
  const { go } = useGo();
  const controls = useQuery('control.list', {});
  const controlId = useRouteParam('controlId');
  const chosen = controls.data?.find((control) => control.id === controlId);
  usePageChrome({
    breadcrumb: [
      { label: 'Controls and criteria' },
      ...(chosen === undefined ? [] : [{ label: chosen.code }]),
    ],
    folio: chosen?.ref ?? undefined,
    drawer: chosen === undefined ? undefined : controlDrawer(chosen, controls.data ?? [], go),
    commands: pageCommands(controls.data ?? [], go),
  });
  return (
    <PageBody>
      <PageHeader
        title="Controls and criteria"
        subtitle={subtitleOf(controls.data ?? [])}
        aside={<WaysToAdd />}
      />
      <Answered query={controls} what="the controls" rows={14}>
        {(data) => (data.length === 0 ? <NoControls /> : <ControlsBody controls={data} chosen={chosen} />)}
      </Answered>
    </PageBody>
  );
}

function pageCommands(controls: readonly Control[], go: (path: string) => void): readonly PaletteCommand[] {
  const action = (path: string, label: string): PaletteCommand => ({
    id: path,
    kind: 'action',
    label,
    run: () => {
      go(path);
    },
  });
  return [
    action('/controls/library', 'Add controls from the library'),
    action('/controls/import', 'Import list of controls'),
    action('/controls/new', 'Add own control'),
    ...controls.map(({ id, code, title }) => ({
      ...action(`/controls/${id}`, `${title}, control`),
      kind: 'paper' as const,
      reference: code,
    })),
  ];
}

function WaysToAdd() {
  const { go } = useGo();
  return (
    <>
      <ActionButton
        label="Add from library"
        onPress={() => {
          go('/controls/library');
        }}
      />
      <ActionButton
        label="Import list"
        onPress={() => {
          go('/controls/import');
        }}
      />
      <ActionButton
        label="Add control"
        onPress={() => {
          go('/controls/new');
        }}
      />
    </>
  );
}

function NoControls() {
  const { go } = useGo();
  return (
    <EmptyState
      sentence="The client’s controls are listed here, each mapped to the criteria that it serves. Start from the library, from the client’s own list, or write one."
      action={{
        label: 'Add from library',
        onPress: () => {
          go('/controls/library');
        },
      }}
      learn={{
        label: 'What gate P1 asks for',
        onPress: () => {
          go('/home');
        },
      }}
    />
  );
}

interface ControlsBodyProps {
  readonly controls: readonly Control[];
  readonly chosen: Control | undefined;
}

function ControlsBody({ controls, chosen }: ControlsBodyProps) {
  const { go } = useGo();
  const [filter, setFilter] = useState(NO_FILTER);
  const rows = controls.filter((control) => fitsFilter(control, filter));
  const list = (
    <div className={styles['stack']}>
      <ControlFilter filter={filter} onChange={setFilter} controls={controls} />
      <AgreeAll controls={controls} />
      <ControlTable
        rows={rows}
        chosenId={chosen?.id}
        criterion={filter.criterion}
        onChoose={(control) => {
          go(`/controls/${control.id}`);
        }}
      />
    </div>
  );
  // With a control beside it the list needs the room of the map.
  if (chosen !== undefined) return list;
  return (
    <PageColumns
      aside={
        <CoveragePanel
          onOpen={(criterion) => {
            setFilter({ ...NO_FILTER, criterion });
          }}
        />
      }
    >
      {list}
    </PageColumns>
  );
}

function subtitleOf(controls: readonly Control[]): string {
  const standing = controls.filter((control) => control.status !== 'retired');
  const agreed = standing.filter((control) => control.status === 'agreed').length;
  const missing = standing.filter((control) => control.missing.length > 0).length;
  const lacking = missing === 0 ? '' : `; ${String(missing)} ${missing === 1 ? 'lacks' : 'lack'} something`;
  return `${String(agreed)} of ${String(standing.length)} agreed with the client${lacking}`;
}
