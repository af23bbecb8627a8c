import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { countOf } from '../../ui/text/format-number.ts';
import { suggestionWords } from './access-words.ts';
import styles from './AccessReview.module.css';

type Matches = Output<'accessReview.matches'>;
type Decided = Matches['decided'][number];

/** An account with one person who may hold it. */
interface Pair {
  readonly accountKey: string;
  readonly accountName: string;
  readonly personKey: string;
  readonly personName: string;
  readonly reason: string;
}

/** Accounts that no key or email ties to a person: a name only suggests, a person confirms. */
export function MatchesTab({ reviewId }: { readonly reviewId: string }) {
  const matches = useQuery('accessReview.matches', { reviewId, limit: 200 });
  return (
    <Answered query={matches} what="the matches">
      {(data) => (
        <>
          <PairTable reviewId={reviewId} data={data} />
          <DecidedCard decided={data.decided} />
        </>
      )}
    </Answered>
  );
}

function PairTable({ reviewId, data }: { readonly reviewId: string; readonly data: Matches }) {
  const decide = useGatedCommand('accessReview.decideMatches', { takesReasons: true });
  const say = ({ accountKey, personKey }: Pair, isConfirmed: boolean): void => {
    decide.run({ reviewId, matches: [{ accountKey, personKey, isConfirmed }] });
  };
  const columns: readonly DataColumn<Pair>[] = [
    { id: 'account', label: 'Account', cell: (row) => row.accountKey, title: (row) => row.accountKey },
    { id: 'name', label: 'Name in the system', cell: (row) => row.accountName },
    { id: 'person', label: 'May be', cell: (row) => row.personName || row.personKey },
    { id: 'key', label: 'Person key', width: 150, isMono: true, cell: (row) => row.personKey },
    { id: 'why', label: 'Because', width: 200, cell: (row) => row.reason },
    {
      id: 'decide',
      label: 'Is it?',
      width: 150,
      cell: (row) => (
        <span className={styles['line']}>
          <TextLink
            label="Confirm"
            spokenLabel={`Confirm ${row.accountKey} as ${row.personKey}`}
            onPress={() => {
              say(row, true);
            }}
          />
          <TextLink
            label="Reject"
            spokenLabel={`Reject ${row.accountKey} as ${row.personKey}`}
            onPress={() => {
              say(row, false);
            }}
          />
        </span>
      ),
    },
  ];
  return (
    <>
      <CommandBanner command={decide} title="The match is not recorded" failed="The match was not recorded" />
      <p className={styles['hint']}>
        {countOf(data.total, 'account')} without a person by key or email, for which a name suggests one
        {data.accounts.length < data.total ? `; the first ${String(data.accounts.length)} are shown` : ''}.
      </p>
      <DataTable
        label="Matches to confirm"
        columns={columns}
        rows={pairsOf(data)}
        rowKey={(row) => `${row.accountKey} ${row.personKey}`}
        empty={
          <EmptyState sentence="Every account has its person by key or email, or nobody like it is known." />
        }
      />
    </>
  );
}

function pairsOf({ accounts }: Matches): readonly Pair[] {
  return accounts.flatMap(({ accountKey, name, suggestions }) =>
    suggestions.map((person) => ({
      ...{ accountKey, accountName: name, personKey: person.personKey, personName: person.name },
      reason: suggestionWords[person.reason],
    })),
  );
}

const decidedColumns: readonly DataColumn<Decided>[] = [
  { id: 'account', label: 'Account', cell: (row) => row.accountKey },
  { id: 'person', label: 'Person key', width: 200, isMono: true, cell: (row) => row.personKey },
  {
    id: 'said',
    label: 'Decision',
    width: 140,
    cell: (row) => (
      <StatusWord
        kind={row.isConfirmed ? 'done' : 'none'}
        label={row.isConfirmed ? 'Confirmed' : 'Rejected'}
      />
    ),
  },
  { id: 'by', label: 'By', width: 70, cell: (row) => row.by },
];

function DecidedCard({ decided }: { readonly decided: readonly Decided[] }) {
  if (decided.length === 0) return null;
  return (
    <Card title="Decided" aside={countOf(decided.length, 'match', 'matches')} isFlush>
      <DataTable
        label="Matches decided on"
        columns={decidedColumns}
        rows={decided}
        rowKey={(row) => `${row.accountKey} ${row.personKey}`}
        hasFrame={false}
      />
    </Card>
  );
}
