import type { StepId } from './engagement-draft.ts';

/** The headings of the steps. */
export const STEP_WORDS: Readonly<
  Record<StepId, { readonly label: string; readonly title: string; readonly text: string }>
> = {
  client: {
    label: 'Client and firm',
    title: 'Who is examined, and by whom?',
    text: 'These names stand in the report as they are written here.',
  },
  report: {
    label: 'Report and dates',
    title: 'What is the report about, and when?',
    text: 'Dates are calendar dates. No time zone is applied to them.',
  },
  scope: {
    label: 'Categories and scope',
    title: 'Which system, and which categories?',
    text: 'The criteria of the chosen categories are in scope. The common criteria serve every category.',
  },
  team: {
    label: 'Team',
    title: 'Who works on it?',
    text: 'Partner, manager and at least one preparer are named before planning starts. Others can join at any time.',
  },
  file: {
    label: 'File and passphrase',
    title: 'Where is it kept, and under which passphrase?',
    text: 'One encrypted file on this computer holds the whole engagement.',
  },
};

/** Why a gate exists, for "Why this rule". */
export const WHY: Readonly<Record<string, string>> = {
  E1: 'A Type I report speaks of the design of controls on one day; a Type II report of their operation over a period. A report with both would say neither.',
  E2: 'No standard fixes a least length, but users of a Type II report expect evidence over at least six months. The six months are counted by calendar: from 1 July the earliest end is 31 December.',
  E3: 'The security criteria are the common criteria: every other category builds on them.',
  E5: 'A period of more than a year is unusual. The reason is kept in the record, so that a reviewer sees that it was meant.',
};

/** The five trust services categories with what each asks. */
export const CATEGORIES: readonly { readonly name: string; readonly detail: string }[] = [
  { name: 'Security', detail: 'Always in scope: the common criteria CC1 to CC9' },
  { name: 'Availability', detail: 'The system can be used as committed' },
  { name: 'Processing Integrity', detail: 'Processing is complete, valid, accurate, timely and authorized' },
  { name: 'Confidentiality', detail: 'Information named confidential is protected' },
  { name: 'Privacy', detail: 'Personal information is handled as committed' },
];
