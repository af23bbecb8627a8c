import { roleWord } from '../../app/session-persons.ts';
import type { EngagementDraft, StepId } from './engagement-draft.ts';

/** What stands under a step: what was chosen, or what will be asked. */
export function stepDetail(step: StepId, draft: EngagementDraft): string {
  switch (step) {
    case 'client':
      return orElse(draft.clientLegalName, 'Names in the report');
    case 'report':
      return draft.report === 'readiness' ? 'Readiness' : `SOC 2 Type ${draft.report}`;
    case 'scope':
      return draft.categories.length > 1 ? draft.categories.join(', ') : 'Security always in';
    case 'team':
      return teamDetail(draft);
    case 'file':
      return orElse(draft.place?.name ?? '', 'Encrypted on this computer');
  }
}

function teamDetail(draft: EngagementDraft): string {
  const others = Object.values(draft.others);
  return others.length === 0
    ? 'Partner, manager, preparer'
    : [draft.role, ...others].map(roleWord).join(', ');
}

function orElse(text: string, words: string): string {
  return text === '' ? words : text;
}

const GO_ON: Readonly<Record<string, string>> = {
  clientLegalName: 'Name the client to go on',
  firmName: 'Name the firm to go on',
  retentionYears: 'Correct the years to go on',
  E1: 'Give the dates to go on',
  E2: 'Correct the end date to go on',
  E3: 'Add Security to go on',
  E5: 'State the reason to go on',
  systemName: 'Name the system to go on',
  place: 'Choose the place to go on',
  passphrase: 'Set the passphrase to go on',
  again: 'Repeat the passphrase to go on',
};

/** What is missing first, beside the blocked button. */
export function goOnWords(faults: Readonly<Record<string, string>>): string {
  const [first = ''] = Object.keys(faults);
  return GO_ON[first] ?? 'Complete this step to go on';
}
