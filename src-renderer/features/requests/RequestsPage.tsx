import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { countOf } from '../../ui/text/format-number.ts';
import styles from './RequestsPage.module.css';

type Request = Output<'request.list'>[number];
type Status = Request['status'];

const states: Readonly<Record<Status, { readonly kind: StatusKind; readonly label: string }>> = {
  draft: { kind: 'not-yet', label: 'Draft' },
  sent: { kind: 'under-way', label: 'Sent' },
  received: { kind: 'ready', label: 'Received' },
  accepted: { kind: 'done', label: 'Accepted' },
  rejected: { kind: 'flagged', label: 'Sent back' },
  withdrawn: { kind: 'none', label: 'Withdrawn' },
};
const moves: Readonly<Record<Status, string>> = {
  draft: 'Make draft',
  sent: 'Mark as sent',
  received: 'Mark as received',
  accepted: 'Accept',
  rejected: 'Send back',
  withdrawn: 'Withdraw',
};

/** What was asked of the client, when it is due, and how far it is. */
export function RequestsPage() {
  const requests = useQuery('request.list', {});
  usePageChrome({ breadcrumb: [{ label: 'Requests' }] });
  return (
    <PageBody>
      <Answered query={requests} what="the requests">
        {(rows) => (
          <>
            <PageHeader title="Requests" subtitle={summary(rows)} />
            <RequestTable rows={rows} />
            <NewRequest />
          </>
        )}
      </Answered>
    </PageBody>
  );
}

function summary(rows: readonly Request[]): string {
  const accepted = rows.filter((row) => row.status === 'accepted').length;
  const overdue = rows.filter((row) => row.isOverdue).length;
  return `${String(accepted)} of ${countOf(rows.length, 'request')} accepted, ${String(overdue)} overdue`;
}

function RequestTable({ rows }: { readonly rows: readonly Request[] }) {
  const move = useGatedCommand('request.move');
  const columns: readonly DataColumn<Request>[] = [
    { id: 'code', label: 'No.', width: 80, isMono: true, cell: (row) => row.code },
    { id: 'text', label: 'Request', cell: (row) => row.description, title: (row) => row.description },
    { id: 'due', label: 'Due', width: 110, cell: (row) => row.dueDate ?? '' },
    { id: 'files', label: 'Files', width: 60, align: 'right', cell: (row) => row.fileCount },
    { id: 'state', label: 'State', width: 120, cell: (row) => <StatusChip {...states[row.status]} /> },
    {
      id: 'moves',
      label: 'Next',
      width: 240,
      cell: (row) => (
        <span className={styles['moves']}>
          {row.moves.map((to) => (
            <TextLink
              key={to}
              label={moves[to]}
              spokenLabel={`${moves[to]}, ${row.code}`}
              onPress={() => {
                move.run({ requestId: row.id, revision: row.revision, to });
              }}
            />
          ))}
        </span>
      ),
    },
  ];
  return (
    <>
      <CommandBanner command={move} title="The request stays as it is" failed="The request was not changed" />
      <DataTable
        label="Requests to the client"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState sentence="What the client is asked to send stands here." />}
      />
    </>
  );
}

function NewRequest() {
  const [description, setDescription] = useState('');
  const [dueDate, setDueDate] = useState<string>();
  const create = useGatedCommand('request.create');
  return (
    <Card title="New request">
      <div className={styles['stack']}>
        <CommandBanner command={create} title="The request is not made" failed="The request was not made" />
        <TextAreaField label="What is asked for" value={description} onChange={setDescription} />
        <DateField label="Due" value={dueDate} onChange={setDueDate} />
        <div>
          <ActionButton
            label="Add request"
            isBlocked={description.trim() === ''}
            isBusy={create.isBusy}
            onPress={() => {
              if (description.trim() === '') return;
              create.run({ description, dueDate: dueDate ?? null }, () => {
                setDescription('');
              });
            }}
          />
        </div>
      </div>
    </Card>
  );
}
