import { IconDownload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { failureWords } from '../../../app/failure-words.ts';
import { gateMessage } from '../../../app/gate-messages.ts';
import type { Finding } from '../../../app/gate-messages.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { GateBanner } from '../../../ui/gate/GateBanner.tsx';
import type { GateMessage } from '../../../ui/gate/gate-message.ts';
import { Card } from '../../../ui/page/Card.tsx';
import { FailedState } from '../../../ui/status/FailedState.tsx';
import { ProgressBar } from '../../../ui/status/ProgressBar.tsx';
import { StatusWord } from '../../../ui/status/StatusChip.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import { ChooseList } from '../../../app/ChooseList.tsx';
import type { ChosenFile } from '../../../app/ChooseFile.tsx';
import { ReadingFields } from '../../../app/ReadingFields.tsx';
import type { ReadingChoice } from '../../../app/ReadingFields.tsx';
import { useToday } from '../../../ui/form/today.tsx';
import { mappingOf, newListDraft, readingOf } from './list-draft.ts';
import type { ListDraft } from './list-draft.ts';
import { FirstRows } from './ListPreview.tsx';
import { MappingFields } from './MappingFields.tsx';
import type { Population, Preview } from './population-words.ts';
import styles from './Population.module.css';
import { useImport } from './use-import.ts';
import type { ListImport } from './use-import.ts';

const ROWS_SHOWN = 20;

/** Chooses the client's list, shows what it would be, and imports it. */
export function ImportList({ population }: { readonly population: Population }) {
  const [file, setFile] = useState<ChosenFile>();
  return (
    <>
      <Card title="The list of the client">
        <ChooseList file={file} onFile={setFile} />
      </Card>
      {file === undefined ? null : <ReadList key={file.token} population={population} file={file} />}
    </>
  );
}

interface ReadListProps {
  readonly population: Population;
  readonly file: ChosenFile;
}

function ReadList({ population, file }: ReadListProps) {
  const today = useToday();
  const [draft, setDraft] = useState(() => newListDraft(today()));
  const target = { populationId: population.id, token: file.token };
  const preview = useQuery('population.preview', { ...target, ...readingOf(draft), maxRows: ROWS_SHOWN });
  const change = (part: Partial<ListDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  return (
    <Answered query={preview} what={file.name} rows={6}>
      {(data) => <MapList population={population} file={file} preview={data} draft={draft} change={change} />}
    </Answered>
  );
}

interface MapListProps extends ReadListProps {
  readonly preview: Preview;
  readonly draft: ListDraft;
  readonly change: (part: Partial<ListDraft>) => void;
}

function MapList(props: MapListProps) {
  const { file, preview, draft } = props;
  const [isTried, setTried] = useState(false);
  const banner = useRef<HTMLElement>(null);
  const { list, found, checkError, isChecking, gates, reasons, changed, readOtherwise, submit } =
    useMappedList(props);
  const isBlocked = gates.length > 0;
  const focusBanner = (): void => {
    if (isBlocked) banner.current?.focus();
  };
  return (
    <>
      <FirstRows preview={preview} mapped={found?.rows ?? []} />
      <Card title="Columns" aside={recordWords(found)}>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!isBlocked) submit();
          }}
        >
          <ReadingFields found={preview} onChoose={readOtherwise} />
          <MappingFields
            preview={preview}
            draft={draft}
            change={changed}
            outsidePeriod={found?.outsidePeriod ?? 0}
            ambiguousDates={found?.ambiguousDates ?? 0}
            isTried={isTried}
          />
          {checkError === null ? null : (
            <FailedState {...failureWords('The list was not checked', checkError)} />
          )}
          <GateBanner
            ref={banner}
            id="import-gates"
            gates={gates}
            title="The list is not imported yet"
            isAnnounced={list.refused.length > 0}
          />
          <RecordedReasons reasons={reasons} />
          <ImportState list={list} name={file.name} />
          <div className={styles['foot']}>
            <ActionButton
              label="Import list"
              icon={IconDownload}
              kind="filled"
              type="submit"
              isBlocked={isBlocked}
              isBusy={list.isBusy || isChecking}
              describedBy={isBlocked ? 'import-gates' : undefined}
              onPress={focusBanner}
            />
          </div>
        </form>
      </Card>
    </>
  );
}

type Mapped = NonNullable<Preview['mapped']>;

function recordWords(found: Mapped | undefined): string {
  return found === undefined ? '' : `${countOf(found.records, 'row')} in the population`;
}

/** The list under its mapping: what the rules find in it, and its import with the reasons given. */
function useMappedList({ population, file, preview, draft, change }: MapListProps) {
  const [reasons, setReasons] = useState<Reasons>({});
  const list = useImport();
  const mapping = mappingOf(draft, preview);
  const reading = { populationId: population.id, token: file.token, ...readingOf(draft), ...mapping };
  const mapped = useQuery(
    'population.preview',
    { ...reading, maxRows: ROWS_SHOWN },
    { enabled: mapping.keyColumns.length > 0 && !list.isBusy },
  );
  const found = mapped.data?.mapped ?? undefined;
  const isFilterReady = !draft.isPeriodOnly || mapping.filters?.length === 1;
  const changed = (part: Partial<ListDraft>): void => {
    list.clear();
    setReasons({});
    change(part);
  };
  return {
    ...{ list, found, reasons, changed },
    checkError: list.isBusy ? null : mapped.error,
    isChecking: mapped.isFetching,
    gates: gatesOf(list.refused.length > 0 ? list.refused : (found?.findings ?? []), reasons, setReasons),
    /** Other columns may be found: those chosen by their names are asked again. */
    readOtherwise: (choice: ReadingChoice): void => {
      changed({ ...choice, keyColumn: undefined, dateColumn: undefined, secondKey: '' });
    },
    submit: (): void => {
      const { receivedOn, sourcePerson } = draft;
      if (mapping.keyColumns.length === 0 || receivedOn === undefined || !isFilterReady) return;
      const given = Object.entries(reasons).map(([gate, reason]) => ({ gate, reason }));
      list.run({ ...reading, revision: population.revision, receivedOn, sourcePerson, reasons: given });
    },
  };
}

type Reasons = Readonly<Record<string, string>>;

/** What stands against the import: warnings until their reason is given, and whatever blocks. */
function gatesOf(
  findings: readonly Finding[],
  reasons: Reasons,
  setReasons: (change: (before: Reasons) => Reasons) => void,
): readonly GateMessage[] {
  return findings
    .filter(({ kind, code }) => kind === 'block' || reasons[code] === undefined)
    .map((finding) => {
      const message = gateMessage(finding);
      if (finding.kind === 'block') return message;
      const onRecord = (reason: string): void => {
        setReasons((before) => ({ ...before, [finding.code]: reason }));
      };
      return {
        ...message,
        reason: { label: 'State why', actionLabel: 'Record reason', leastLength: 10, onRecord },
      };
    });
}

function RecordedReasons({ reasons }: { readonly reasons: Reasons }) {
  return Object.entries(reasons).map(([code, reason]) => (
    <p key={code} className={styles['secondary']}>
      <StatusWord kind="flagged" label={`${code} accepted with reason`} /> {reason}
    </p>
  ));
}

function ImportState({ list, name }: { readonly list: ListImport; readonly name: string }) {
  if (list.failure !== null)
    return <FailedState {...failureWords('The list was not imported', list.failure)} />;
  if (!list.isBusy && !list.isCancelled) return null;
  return (
    <ProgressBar
      label={`Reading ${name}`}
      done={list.progress?.done ?? 0}
      total={list.progress?.total ?? undefined}
      unit={list.progress?.unit ?? 'rows'}
      elapsedSeconds={list.seconds}
      isCancelled={list.isCancelled}
      onCancel={list.cancel}
    />
  );
}
