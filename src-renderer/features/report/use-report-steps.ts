import { useState } from 'react';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import type { GatedCommand } from '../../app/use-gated-command.ts';
import type { AfterIssue } from './ReasonDialog.tsx';
import type { Version } from './messages.ts';

/** The one step that the report takes next. */
export interface NextStep {
  readonly label: string;
  readonly press: () => void;
  readonly isBusy: boolean;
  /** Asked by the gates L1 to L11, which must hold. */
  readonly needsGates: boolean;
}

/** The certificate with which a version was signed while this page was open. */
export type Certificate = Output<'report.sign'>['certificate'];

/** The moves of the report with their dialogs. */
export interface ReportSteps {
  readonly edit: GatedCommand<'report.edit'>;
  readonly submit: GatedCommand<'report.submit'>;
  readonly markReady: GatedCommand<'report.markReady'>;
  readonly sign: GatedCommand<'report.sign'>;
  readonly issue: GatedCommand<'report.issue'>;
  readonly next: NextStep | undefined;
  readonly asked: Asked | undefined;
  readonly ask: (asked: Asked | undefined) => void;
  readonly certificate: Certificate | undefined;
  readonly setCertificate: (certificate: Certificate) => void;
}

/** The dialog on screen. */
export type Asked = 'sign' | 'issue' | AfterIssue;

/** The moves that the present state of the report allows. */
export function useReportSteps(version: Version | undefined): ReportSteps {
  const edit = useGatedCommand('report.edit');
  const submit = useGatedCommand('report.submit');
  const markReady = useGatedCommand('report.markReady');
  const sign = useGatedCommand('report.sign');
  const issue = useGatedCommand('report.issue');
  const [asked, setAsked] = useState<Asked>();
  const [certificate, setCertificate] = useState<Certificate>();
  const ask = (next: Asked | undefined): void => {
    sign.clear();
    issue.clear();
    setAsked(next);
  };
  const commands = { edit, submit, markReady, sign, issue };
  return { ...commands, next: nextStep(version, commands, ask), asked, ask, certificate, setCertificate };
}

type Commands = Pick<ReportSteps, 'edit' | 'submit' | 'markReady' | 'sign' | 'issue'>;

function nextStep(
  version: Version | undefined,
  { edit, submit, markReady, sign, issue }: Commands,
  ask: (asked: Asked) => void,
): NextStep | undefined {
  const step = (label: string, press: () => void, isBusy: boolean, needsGates = false): NextStep => ({
    ...{ label, press, isBusy, needsGates },
  });
  if (version === undefined) {
    const start = (): void => {
      edit.run({});
    };
    return step('Start draft', start, edit.isBusy);
  }
  const row = { id: version.id, revision: version.revision };
  const moves: Partial<Record<Version['status'], NextStep>> = {
    draft: step(
      'Submit for review',
      () => {
        submit.run(row);
      },
      submit.isBusy,
    ),
    underReview: step(
      'Mark ready to sign',
      () => {
        markReady.run(row);
      },
      markReady.isBusy,
      true,
    ),
    readyToSign: step(
      'Sign report',
      () => {
        ask('sign');
      },
      sign.isBusy,
      true,
    ),
    signed: step(
      'Issue report',
      () => {
        ask('issue');
      },
      issue.isBusy,
    ),
  };
  return moves[version.status];
}
