import { IconBuilding } from '@tabler/icons-react';
import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Input, Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { CheckField } from '../../ui/form/CheckField.tsx';
import { TextField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import styles from './PersonsPage.module.css';

type Firm = Input<'firm.save'>;

const NO_FIRM = {
  name: '',
  city: '',
  state: '',
  licenceNumber: '',
  retentionYears: 5,
  qualityReviewRequired: false,
} as const;

/** The firm's facts, offered for new engagements. */
export function FirmCard({ firm }: { readonly firm: Output<'firm.get'> }) {
  const [typed, setTyped] = useState<Firm>(firm ?? NO_FIRM);
  const [years, setYears] = useState(String(typed.retentionYears));
  const [isSaved, setSaved] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const save = useGatedCommand('firm.save');
  const change = (values: Partial<Firm>): void => {
    setTyped({ ...typed, ...values });
    setSaved(false);
  };
  const retentionYears = Number(years);
  const isYears = Number.isInteger(retentionYears) && retentionYears >= 5 && retentionYears <= 100;
  const submit = (): void => {
    setAsked(true);
    if (typed.name.trim() === '' || !isYears) return;
    save.run({ ...typed, retentionYears }, () => {
      setSaved(true);
    });
  };
  return (
    <Card title="Firm" icon={IconBuilding}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <FirmFields
          typed={typed}
          change={change}
          nameError={isAsked && typed.name.trim() === ''}
          years={years}
          yearsError={isAsked && !isYears}
          onYears={setYears}
        />
        <CommandBanner command={save} title="The firm was not saved" failed="The firm was not saved" />
        <div className={styles['actions']}>
          <ActionButton label="Save firm" type="submit" isBusy={save.isBusy} onPress={() => undefined} />
          <span role="status">{isSaved ? 'Saved for new engagements' : ''}</span>
        </div>
      </form>
    </Card>
  );
}

interface FirmFieldsProps {
  readonly typed: Firm;
  readonly change: (values: Partial<Firm>) => void;
  readonly nameError: boolean;
  readonly years: string;
  readonly yearsError: boolean;
  readonly onYears: (years: string) => void;
}

function FirmFields({ typed, change, nameError, years, yearsError, onYears }: FirmFieldsProps) {
  return (
    <>
      <div className={styles['fields']}>
        <TextField
          label="Name of the firm"
          value={typed.name}
          error={nameError ? 'Write the firm’s name' : undefined}
          onChange={(name) => {
            change({ name });
          }}
        />
        <TextField
          label="City"
          value={typed.city}
          onChange={(city) => {
            change({ city });
          }}
        />
        <TextField
          label="State"
          value={typed.state}
          onChange={(state) => {
            change({ state });
          }}
        />
        <TextField
          label="Licence number"
          value={typed.licenceNumber}
          onChange={(licenceNumber) => {
            change({ licenceNumber });
          }}
        />
        <TextField
          label="Files are kept for"
          unit="years"
          isNumber
          value={years}
          hint="Counted from the lock of a file; at least five"
          error={yearsError ? 'A whole number from 5 to 100' : undefined}
          onChange={onYears}
        />
      </div>
      <CheckField
        label="The firm’s policy asks for an engagement quality review"
        isChecked={typed.qualityReviewRequired}
        onChange={(qualityReviewRequired) => {
          change({ qualityReviewRequired });
        }}
      />
    </>
  );
}
