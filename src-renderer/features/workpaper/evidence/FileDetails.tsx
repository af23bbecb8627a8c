import {
  IconCalendar,
  IconDownload,
  IconExternalLink,
  IconEye,
  IconEyeOff,
  IconTarget,
  IconUnlink,
} from '@tabler/icons-react';
import { useState } from 'react';
import { outsideName } from '../../../../shared/domain/evidence/opened-outside.ts';
import { useCommand, useQuery } from '../../../app/client.ts';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { useToast } from '../../../ui/dialog/ToastProvider.tsx';
import { TextField } from '../../../ui/form/FormField.tsx';
import { FactList } from '../../../ui/form/ReadOnlyField.tsx';
import { StatusWord } from '../../../ui/status/StatusChip.tsx';
import { HashWords } from '../../../ui/text/HashWords.tsx';
import { DescribeFile } from './DescribeFile.tsx';
import { EvidenceViewer } from './EvidenceViewer.tsx';
import { lookOf, receivedWords, sizeWords, speaksFor } from './evidence-words.ts';
import type { EvidenceFile, EvidenceTarget } from './evidence-words.ts';
import styles from './Evidence.module.css';

interface FileDetailsProps {
  readonly file: EvidenceFile;
  /** What it supports here; links to other targets are not touched. */
  readonly targets: readonly EvidenceTarget[];
  /** The letter of the attribute, with which places are numbered. */
  readonly letter: string;
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
}

/** A file with what it shows, for which days it speaks, when it came, and the places to look at. */
export function FileDetails(props: FileDetailsProps) {
  const { file, targets, isLarge, onLarge } = props;
  const [form, setForm] = useState<'mark' | 'describe'>();
  const done = (): void => {
    setForm(undefined);
  };
  const copy = useSaveCopy(file);
  const outside = useGatedCommand('evidence.openOutside');
  const canOpenOutside = lookOf(file.mime) === 'other' && outsideName(file.name) !== null;
  return (
    <div className={styles['stack']}>
      <EvidenceViewer key={file.id} file={file} isLarge={isLarge} />
      <Facts file={file} />
      <Places {...props} />
      <div className={styles['buttons']}>
        <ActionButton
          label={isLarge ? 'Smaller' : 'Open'}
          icon={isLarge ? IconEyeOff : IconEye}
          onPress={() => {
            onLarge(!isLarge);
          }}
        />
        <ActionButton
          label="Mark a place"
          icon={IconTarget}
          onPress={() => {
            setForm('mark');
          }}
        />
        <ActionButton
          label="Correct dates"
          icon={IconCalendar}
          onPress={() => {
            setForm('describe');
          }}
        />
        {canOpenOutside ? (
          <ActionButton
            label="Open outside"
            icon={IconExternalLink}
            isBusy={outside.isBusy}
            onPress={() => {
              outside.run({ evidenceId: file.id });
            }}
          />
        ) : null}
        <ActionButton label="Save a copy" icon={IconDownload} isBusy={copy.isBusy} onPress={copy.ask} />
      </div>
      {canOpenOutside ? <OutsideWords name={file.name} /> : null}
      <CommandBanner command={outside} title="The file is not opened" failed="The file was not opened" />
      <CommandBanner command={copy.command} title="The copy is not saved" failed="The copy was not saved" />
      {form === 'mark' ? <MarkForm file={file} target={targets[0]} onDone={done} /> : null}
      {form === 'describe' ? <DescribeFile key={file.revision} file={file} onDone={done} /> : null}
    </div>
  );
}

/** Said before the button is pressed: another program gets to see the client's file. */
function OutsideWords({ name }: { readonly name: string }) {
  const ending = name.slice(name.lastIndexOf('.'));
  return (
    <p className={styles['quiet']}>
      {`Open outside hands a read-only copy to this computer’s program for ${ending} files, which may run what the client put into it. The copy is removed when Tickmark closes; changes to it are not evidence.`}
    </p>
  );
}

function Facts({ file }: { readonly file: EvidenceFile }) {
  const opened = useQuery('evidence.open', { evidenceId: file.id });
  const spoken = speaksFor(file);
  const isChecked = opened.data !== undefined && opened.data.bytes !== null;
  const isAltered = opened.error?.refusal?.code === 'F5';
  return (
    <FactList
      facts={[
        { label: 'Speaks for', value: spoken === '' ? 'nobody said' : spoken },
        { label: 'Received', value: receivedWords(file) },
        {
          label: 'SHA-256',
          value: (
            <span className={styles['hash']}>
              <HashWords hex={file.sha256} label="SHA-256 of the file" />
              {isChecked ? <StatusWord kind="done" label="matches" /> : null}
              {isAltered ? <StatusWord kind="blocks" label="does not match" /> : null}
            </span>
          ),
        },
        { label: 'Size', value: `${sizeWords(file.size)}${file.redacted ? ', redacted by the client' : ''}` },
      ]}
    />
  );
}

function useSaveCopy(file: EvidenceFile) {
  const choose = useCommand('files.chooseSave');
  const command = useGatedCommand('evidence.export');
  const toast = useToast();
  return {
    command,
    isBusy: command.isBusy,
    ask: () => {
      choose.mutate(
        { kind: 'evidence', suggestedName: file.name },
        {
          onSuccess: (place) => {
            if (place === null) return;
            command.run({ evidenceId: file.id, token: place.token }, () => {
              toast({ text: `${place.name} saved` });
            });
          },
        },
      );
    },
  };
}

const LINKED_TO: Readonly<Record<string, string>> = {
  attributeResult: 'cell',
  sampleItem: 'item',
  test: 'walkthrough',
  procedure: 'procedure',
  ipeTest: 'test',
  deviation: 'deviation',
};

/** Links of the file to what is looked at, with the place in it; each can be taken back. */
function Places({ file, targets, letter }: FileDetailsProps) {
  const unlink = useGatedCommand('evidence.unlink', { takesReasons: true });
  const links = file.links.filter((link) => targets.some(({ id }) => id === link.targetId));
  const marked = links.filter(({ place }) => place !== '');
  return (
    <>
      <CommandBanner command={unlink} title="The link stays" failed="The link was not taken back" />
      {links.length === 0 ? null : (
        <ul className={styles['places']}>
          {links.map((link) => (
            <li key={link.linkId}>
              {link.place === '' ? null : (
                <span className={styles['mark']}>{`${letter}${String(marked.indexOf(link) + 1)}`}</span>
              )}
              <span className={styles['name']}>
                {link.place === '' ? `Linked to this ${LINKED_TO[link.kind] ?? 'row'}` : link.place}
              </span>
              <ActionButton
                label="Take back"
                kind="quiet"
                icon={IconUnlink}
                isBusy={unlink.isBusy}
                onPress={() => {
                  unlink.run({ linkId: link.linkId });
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface MarkFormProps {
  readonly file: EvidenceFile;
  readonly target: EvidenceTarget | undefined;
  readonly onDone: () => void;
}

function MarkForm({ file, target, onDone }: MarkFormProps) {
  const link = useGatedCommand('evidence.link', { takesReasons: true });
  const [place, setPlace] = useState('');
  return (
    <form
      className={styles['stack']}
      aria-label="Mark a place"
      onSubmit={(event) => {
        event.preventDefault();
        if (place.trim() === '' || target === undefined) return;
        link.run({ evidenceIds: [file.id], target, place: place.trim() }, onDone);
      }}
    >
      <TextField
        label="Where to look"
        value={place}
        onChange={setPlace}
        hint="Page, line, row: page 2, account disabled"
      />
      <CommandBanner command={link} title="The place is not marked" failed="The place was not marked" />
      <div className={styles['buttons']}>
        <ActionButton
          label="Mark place"
          type="submit"
          isBlocked={place.trim() === ''}
          isBusy={link.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}
