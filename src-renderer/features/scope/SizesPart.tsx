import { useState } from 'react';
import {
  FREQUENCIES,
  type ControlFrequency,
  type GuidanceTable,
} from '../../../shared/domain/sampling/frequency-guidance.ts';
import { FREQUENCY_WORDS, guidanceWords } from '../../../shared/domain/sampling/guidance-words.ts';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import styles from './ScopePage.module.css';

/** The sizes by frequency that the engagement goes by: the product's, or the firm's own as of the day it started. */
export function SizesPart() {
  const sizes = useQuery('guidance.get', {});
  const firm = useQuery('guidance.firm', {});
  return (
    <Answered query={sizes} what="the sizes by frequency" rows={10}>
      {(data) => (
        <div className={styles['form']}>
          <Card title="Sample sizes by frequency" aside={wordsOf(data)} isFlush>
            <DataTable
              label="Sample sizes by frequency"
              columns={columnsOf(data.table)}
              rows={FREQUENCIES}
              rowKey={(frequency) => frequency}
              hasFrame={false}
            />
          </Card>
          {data.isFirms || firm.data === undefined ? null : <ChangeForm own={firm.data.own} />}
        </div>
      )}
    </Answered>
  );
}

function wordsOf({ isOwn, reason }: Output<'guidance.get'>): string {
  const whose = isOwn ? 'the firm’s own' : 'as the product gives them';
  return reason === null ? whose : `${whose}: ${reason}`;
}

function columnsOf(table: GuidanceTable): readonly DataColumn<ControlFrequency>[] {
  return [
    { id: 'frequency', label: 'The control operates', cell: (frequency) => FREQUENCY_WORDS[frequency] },
    { id: 'low', label: 'Low risk', cell: (frequency) => guidanceWords(table[frequency].low) },
    { id: 'high', label: 'High risk', cell: (frequency) => guidanceWords(table[frequency].high) },
  ];
}

/** The firm goes by other sizes than this engagement: a manager lets it follow, with the reason. */
function ChangeForm({ own }: { readonly own: Output<'guidance.firm'>['own'] }) {
  const [reason, setReason] = useState('');
  const use = useGatedCommand('guidance.use', { takesReasons: true });
  const whose = own === null ? 'the product’s sizes' : 'the firm’s own sizes';
  return (
    <Card title="The firm’s sizes are others now">
      <div className={styles['form']}>
        <p>
          This computer keeps {whose} for new engagements. This engagement goes by the sizes above until they
          are changed; plans that were made keep the size that they were given.
        </p>
        <TextAreaField
          label="Why this engagement follows"
          value={reason}
          hint="At least 10 characters"
          onChange={setReason}
        />
        <CommandBanner
          command={use}
          title="The sizes cannot be changed yet"
          failed="The sizes were not changed"
        />
        <div className={styles['actions']}>
          <ActionButton
            label={`Use ${whose}`}
            isBusy={use.isBusy}
            onPress={() => {
              use.run({ own, reason });
            }}
          />
          <span>A manager or above decides.</span>
        </div>
      </div>
    </Card>
  );
}
