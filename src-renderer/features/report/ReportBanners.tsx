import { useEffect, useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { failureWords } from '../../app/failure-words.ts';
import { wrongPassphrase } from '../../app/wrong-passphrase.ts';
import { FailedState } from '../../ui/status/FailedState.tsx';
import { ProgressBar } from '../../ui/status/ProgressBar.tsx';
import { IssueDialog } from './IssueDialog.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { ReportParts } from './report-parts.ts';
import { SignDialogs } from './SignDialogs.tsx';

/** What refuses or delays the steps of the report, in place, and the dialogs of those that are asked for. */
export function ReportBanners({ version, steps, exporting }: ReportParts) {
  const isTypedWrong = (command: Parameters<typeof wrongPassphrase>[0]) =>
    wrongPassphrase(command) !== undefined;
  return (
    <>
      <CommandBanner command={steps.edit} title="No draft can start" failed="No draft was started" />
      <CommandBanner
        command={steps.submit}
        title="The draft cannot be submitted yet"
        failed="The draft was not submitted"
      />
      <CommandBanner
        command={steps.markReady}
        title="The report is not ready to sign"
        failed="The report was not marked as ready"
      />
      {isTypedWrong(steps.sign) ? null : (
        <CommandBanner
          command={steps.sign}
          title="The report cannot be signed yet"
          failed="The report was not signed"
        />
      )}
      {isTypedWrong(steps.issue) ? null : (
        <CommandBanner
          command={steps.issue}
          title="The report cannot be issued yet"
          failed="The report was not issued"
        />
      )}
      <ExportState exporting={exporting} />
      {steps.sign.isBusy ? <Running label="Typesetting and signing the report" /> : null}
      {version === undefined ? null : <Dialogs version={version} steps={steps} />}
    </>
  );
}

function ExportState({ exporting }: { readonly exporting: ReportParts['exporting'] }) {
  const { report, workbook, kit, failure, running } = exporting;
  return (
    <>
      <CommandBanner command={report} title="The copy was not saved" failed="The copy was not saved" />
      <CommandBanner command={workbook} title="No workbook was saved" failed="No workbook was saved" />
      <CommandBanner command={kit} title="No kit was saved" failed="No kit was saved" />
      {failure === null ? null : <FailedState {...failureWords('No place was chosen', failure)} />}
      {running === undefined ? null : <Running label={running} />}
    </>
  );
}

/** Work whose length is not known: how long it runs. */
function Running({ label }: { readonly label: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds((count) => count + 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return <ProgressBar label={label} done={0} total={undefined} unit="pages" elapsedSeconds={seconds} />;
}

interface DialogsProps {
  readonly version: NonNullable<ReportParts['version']>;
  readonly steps: ReportParts['steps'];
}

function Dialogs({ version, steps }: DialogsProps) {
  const { asked, ask } = steps;
  const close = (): void => {
    ask(undefined);
  };
  return (
    <>
      <SignDialogs
        version={version}
        sign={steps.sign}
        isAsked={asked === 'sign'}
        onClose={close}
        onSigned={steps.setCertificate}
      />
      <IssueDialog
        key={version.releaseDate}
        version={version}
        issue={steps.issue}
        isOpen={asked === 'issue'}
        onClose={close}
      />
      <ReasonDialog
        version={version}
        asked={asked === 'supersede' || asked === 'withdraw' ? asked : undefined}
        onClose={close}
      />
    </>
  );
}
