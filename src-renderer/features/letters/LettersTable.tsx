import { useMemo, useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { TwoLines } from '../../ui/table/TwoLines.tsx';
import { KIND_GATES, KIND_WORDS, coverageWords, signatoryWords } from './letter-words.ts';
import type { Letter } from './letter-words.ts';

/** Every letter on file; one that was withdrawn stays on record. */
export function LettersTable({ letters }: { readonly letters: readonly Letter[] }) {
  const withdraw = useGatedCommand('letter.withdraw');
  const [asked, setAsked] = useState<Letter>();
  const columns = useMemo(() => letterColumns(setAsked), []);
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <>
      <CommandBanner
        command={withdraw}
        title="The letter cannot be withdrawn"
        failed="The letter was not withdrawn"
      />
      <DataTable
        label="Letters on file"
        columns={columns}
        rows={letters}
        rowKey={(letter) => letter.id}
        lines="two"
      />
      <ConfirmDialog
        isOpen={asked !== undefined}
        onClose={close}
        title="Withdraw letter"
        confirmLabel="Withdraw letter"
        isDestructive
        isBusy={withdraw.isBusy}
        onConfirm={() => {
          close();
          if (asked !== undefined) withdraw.run({ id: asked.id, revision: asked.revision });
        }}
      >
        {asked === undefined ? null : (
          <p>
            {KIND_WORDS[asked.kind]} of {shownDate(asked.date)}. It stays on record as withdrawn, and the
            gates no longer count it.
          </p>
        )}
      </ConfirmDialog>
    </>
  );
}

function letterColumns(onWithdraw: (letter: Letter) => void): readonly DataColumn<Letter>[] {
  return [
    {
      id: 'kind',
      label: 'Letter and signed copy',
      cell: (letter) => <TwoLines isName first={KIND_WORDS[letter.kind]} second={letter.fileName} />,
      title: (letter) => `${KIND_WORDS[letter.kind]}, ${letter.fileName}`,
    },
    {
      id: 'date',
      label: 'Dated and covers',
      width: 186,
      cell: (letter) => <TwoLines first={shownDate(letter.date)} second={coverageWords(letter)} />,
      title: (letter) => `${coverageWords(letter)}, ${letter.systemName}, ${letter.categories.join(', ')}`,
      sortValue: (letter) => letter.date,
    },
    {
      id: 'signed',
      label: 'Signed by',
      cell: (letter) => signatoryWords(letter),
      title: signatoryWords,
    },
    {
      id: 'state',
      label: 'State',
      width: 112,
      cell: (letter) =>
        letter.withdrawn ? (
          <StatusChip kind="none" label="Withdrawn" />
        ) : (
          <StatusChip kind="done" label="On file" title={`Counted by gate ${KIND_GATES[letter.kind]}`} />
        ),
    },
    {
      id: 'withdraw',
      label: 'Change',
      width: 84,
      align: 'right',
      cell: (letter) => <WithdrawLink letter={letter} onWithdraw={onWithdraw} />,
    },
  ];
}

interface WithdrawLinkProps {
  readonly letter: Letter;
  readonly onWithdraw: (letter: Letter) => void;
}

function WithdrawLink({ letter, onWithdraw }: WithdrawLinkProps) {
  if (letter.withdrawn) return null;
  return (
    <TextLink
      label="Withdraw"
      spokenLabel={`Withdraw ${KIND_WORDS[letter.kind]} of ${shownDate(letter.date)}`}
      onPress={() => {
        onWithdraw(letter);
      }}
    />
  );
}
