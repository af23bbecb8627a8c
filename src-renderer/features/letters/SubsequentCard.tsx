import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { Card, CardRow } from '../../ui/page/Card.tsx';
import { ReferenceTag } from '../../ui/text/Folio.tsx';
import { EFFECT_WORDS } from './letter-words.ts';
import styles from './LettersPage.module.css';
import { EventForm, InquiryForm } from './SubsequentForms.tsx';

type Subsequent = Output<'subsequent.get'>;
type Asked = 'event' | 'inquiry';

/** Events after the end of the period, and the inquiry about them up to the report date (gate L6). */
export function SubsequentCard() {
  const subsequent = useQuery('subsequent.get', {});
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => {
    setAsked(undefined);
  };
  return (
    <Card
      title="Subsequent events"
      aside={
        <span className={styles['buttons']}>
          <ActionButton
            label="Record event"
            kind="quiet"
            onPress={() => {
              setAsked('event');
            }}
          />
          <ActionButton
            label="Record inquiry"
            kind="quiet"
            onPress={() => {
              setAsked('inquiry');
            }}
          />
        </span>
      }
      isFlush
    >
      {asked === 'event' ? <EventForm onDone={close} /> : null}
      {asked === 'inquiry' ? <InquiryForm onDone={close} /> : null}
      <Answered query={subsequent} what="subsequent events" rows={3}>
        {(data) => <Records data={data} />}
      </Answered>
    </Card>
  );
}

function Records({ data }: { readonly data: Subsequent }) {
  const withdraw = useGatedCommand('subsequent.withdrawEvent');
  return (
    <>
      <CommandBanner
        command={withdraw}
        title="The event cannot be withdrawn"
        failed="The event was not withdrawn"
      />
      <p className={styles['summary']}>
        <ReferenceTag reference="L6" title="Gate L6: inquiry about subsequent events up to the report date" />{' '}
        {inquiryWords(data)}
      </p>
      {data.events.map((event) => (
        <CardRow key={event.id}>
          <div className={styles['record']}>
            <span>{shownDate(event.occurredOn)}</span>
            <span>{event.description}</span>
            <span className={styles['secondary']}>{EFFECT_WORDS[event.effect]}</span>
            <TextLink
              label="Withdraw"
              spokenLabel={`Withdraw the event of ${shownDate(event.occurredOn)}`}
              onPress={() => {
                withdraw.run({ id: event.id, revision: event.revision });
              }}
            />
          </div>
        </CardRow>
      ))}
      {data.inquiries.map((inquiry) => (
        <CardRow key={inquiry.id}>
          <div className={styles['record']}>
            <span>to {shownDate(inquiry.coversTo)}</span>
            <span>{inquiry.text}</span>
            <span className={styles['secondary']}>Inquiry by {inquiry.performedBy}</span>
          </div>
        </CardRow>
      ))}
    </>
  );
}

function inquiryWords({ from, inquiredUpTo, events }: Subsequent): string {
  const since =
    from === null ? 'The engagement has no end date yet.' : `Events after ${shownDate(from)} count.`;
  const inquiry =
    inquiredUpTo === null ? 'No inquiry is recorded.' : `Inquired up to ${shownDate(inquiredUpTo)}.`;
  return `${since} ${inquiry} ${events.length === 0 ? 'No event is recorded.' : ''}`;
}
