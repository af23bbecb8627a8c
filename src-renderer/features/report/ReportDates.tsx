import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { ReadOnlyField } from '../../ui/form/ReadOnlyField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import type { Version } from './messages.ts';
import styles from './ReportPage.module.css';

/** The date of the report and the other information of the client (Section V); fixed once it is signed. */
export function ReportDates({ version }: { readonly version: Version }) {
  const isFixed = !['draft', 'underReview', 'readyToSign'].includes(version.status);
  return (
    <Card title="Date and other information" aside={isFixed ? 'fixed by the signature' : undefined}>
      {isFixed ? (
        <FixedFields version={version} />
      ) : (
        <EditFields
          key={`${version.reportDate ?? ''} ${version.releaseDate ?? ''} ${version.otherInformation}`}
          version={version}
        />
      )}
    </Card>
  );
}

function FixedFields({ version }: { readonly version: Version }) {
  return (
    <div className={styles['dates']}>
      <ReadOnlyField label="Report date" value={shownDate(version.reportDate ?? '')} />
      <ReadOnlyField
        label="Issue date"
        value={version.releaseDate === null ? 'Not printed' : shownDate(version.releaseDate)}
      />
      <ReadOnlyField label="Other information" value={version.otherInformation || 'None'} />
    </div>
  );
}

function EditFields({ version }: { readonly version: Version }) {
  const edit = useGatedCommand('report.edit');
  const [date, setDate] = useState(version.reportDate ?? undefined);
  const [released, setReleased] = useState(version.releaseDate ?? undefined);
  const [other, setOther] = useState(version.otherInformation);
  const isChanged =
    date !== (version.reportDate ?? undefined) ||
    released !== (version.releaseDate ?? undefined) ||
    other !== version.otherInformation;
  return (
    <form
      id="report-date"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChanged) return;
        edit.run({
          revision: version.revision,
          reportDate: date ?? null,
          releaseDate: released ?? null,
          otherInformation: other,
        });
      }}
    >
      <CommandBanner
        command={edit}
        title="The report cannot be changed so"
        failed="Date and other information were not saved"
      />
      <div className={styles['dates']}>
        <DateField label="Report date" value={date} onChange={setDate} />
        <DateField
          label="Issue date"
          value={released}
          onChange={setReleased}
          note="printed, if it is known before the signature"
        />
        <TextAreaField
          label="Other information"
          value={other}
          onChange={setOther}
          minRows={2}
          hint="Stands in a section of its own; it is not part of the opinion. Leave empty for none."
        />
      </div>
      <div className={styles['foot']}>
        <ActionButton
          label="Save date and information"
          type="submit"
          isBlocked={!isChanged}
          isBusy={edit.isBusy}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}
