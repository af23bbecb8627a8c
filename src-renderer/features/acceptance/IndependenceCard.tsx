import { IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { useSessionPersons } from '../../app/session-persons.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { INDEPENDENCE_STATEMENT } from './messages.ts';
import styles from './AcceptancePage.module.css';

/** The acting person's own confirmation (gate A2); nothing is shown once it is given, or to a person outside the team. */
export function IndependenceCard({ members }: { readonly members: Output<'team.list'> }) {
  const { actor } = useSessionPersons();
  const [statement, setStatement] = useState(INDEPENDENCE_STATEMENT);
  const confirm = useGatedCommand('team.confirmIndependence');
  const own = members.filter((member) => member.personId === actor?.id && member.leftOn === null);
  if (own.length === 0 || own.some((member) => member.independenceConfirmedAt !== null)) return null;
  return (
    <Card title="Your independence" icon={IconSignature} tone="block">
      <div className={styles['conclude']}>
        <p className={styles['facts']}>
          Confirm it for this engagement before you work on it. The statement is recorded under your
          signature.
        </p>
        <TextAreaField label="Statement" value={statement} onChange={setStatement} />
        <CommandBanner
          command={confirm}
          title="Independence was not recorded"
          failed="Independence was not recorded"
        />
        <div className={styles['actions']}>
          <ActionButton
            label="Confirm independence"
            kind="filled"
            isBusy={confirm.isBusy}
            onPress={() => {
              confirm.run({ statement });
            }}
          />
        </div>
      </div>
    </Card>
  );
}
