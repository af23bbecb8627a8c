import { CheckField } from '../../ui/form/CheckField.tsx';
import { TextField } from '../../ui/form/FormField.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import type { StepProps } from './step-props.ts';
import styles from './Step.module.css';

/** Client and firm, as the report names them. */
export function ClientStep(props: StepProps) {
  return (
    <>
      <ClientFields {...props} />
      <FirmFields {...props} />
    </>
  );
}

function ClientFields({ draft, change, faults }: StepProps) {
  return (
    <section>
      <h2 className={styles['group']}>Client</h2>
      <div className={styles['fields']}>
        <TextField
          label="Legal name"
          value={draft.clientLegalName}
          error={faults['clientLegalName']}
          onChange={(clientLegalName) => {
            change({ clientLegalName });
          }}
        />
        <TextField
          label="Short name"
          hint="As the text of the report calls the client"
          value={draft.clientShortName}
          onChange={(clientShortName) => {
            change({ clientShortName });
          }}
        />
        <TextField
          label="Address"
          value={draft.clientAddress}
          onChange={(clientAddress) => {
            change({ clientAddress });
          }}
        />
        <TextField
          label="Industry"
          value={draft.clientIndustry}
          onChange={(clientIndustry) => {
            change({ clientIndustry });
          }}
        />
      </div>
    </section>
  );
}

function FirmFields({ draft, change, faults }: StepProps) {
  return (
    <section>
      <h2 className={styles['group']}>Firm</h2>
      <div className={styles['fields']}>
        <TextField
          label="Name of the firm"
          value={draft.firmName}
          error={faults['firmName']}
          onChange={(firmName) => {
            change({ firmName });
          }}
        />
        <TextField
          label="Licence number"
          value={draft.licenceNumber}
          onChange={(licenceNumber) => {
            change({ licenceNumber });
          }}
        />
        <TextField
          label="City"
          value={draft.firmCity}
          onChange={(firmCity) => {
            change({ firmCity });
          }}
        />
        <TextField
          label="State"
          value={draft.firmState}
          onChange={(firmState) => {
            change({ firmState });
          }}
        />
        <PolicyFields {...{ draft, change, faults }} />
      </div>
    </section>
  );
}

function PolicyFields({ draft, change, faults }: StepProps) {
  return (
    <>
      <TextField
        label="Files are kept for"
        unit="years"
        isNumber
        hint="Counted from the lock of the file; at least five"
        error={faults['retentionYears']}
        value={draft.retentionYears}
        onChange={(retentionYears) => {
          change({ retentionYears });
        }}
      />
      <SegmentedChoice
        label="Paper of the report"
        value={draft.paper}
        choices={[
          { value: 'letter', label: 'Letter' },
          { value: 'a4', label: 'A4' },
        ]}
        onChange={(paper) => {
          change({ paper: paper === 'a4' ? 'a4' : 'letter' });
        }}
      />
      <div className={styles['whole']}>
        <CheckField
          label="The firm’s policy asks for an engagement quality review"
          isChecked={draft.qualityReviewRequired}
          onChange={(qualityReviewRequired) => {
            change({ qualityReviewRequired });
          }}
        />
      </div>
    </>
  );
}
