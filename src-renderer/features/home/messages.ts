import type { Output } from '../../app/client.ts';

type Home = Output<'home.get'>;

/** The phases in the words of the profession. */
export const PHASE_WORDS: Readonly<Record<Home['phases'][number]['id'], string>> = {
  acceptance: 'Acceptance',
  planning: 'Planning',
  fieldwork: 'Fieldwork',
  wrapUp: 'Wrap-up',
  issue: 'Issue',
  lock: 'Lock',
};

/** What is counted within a phase. */
export const PART_WORDS: Readonly<Record<Home['phases'][number]['parts'][number]['id'], string>> = {
  controls: 'Controls agreed',
  design: 'Design',
  populations: 'Populations',
  tests: 'Tests',
  criteria: 'Criteria',
};

/** The link from a gate to its cause, by code; others say "Show". */
export const BLOCK_LINKS: Readonly<Record<string, string>> = {
  A1: 'Fill in the form',
  A2: 'Confirm',
  A3: 'File the letter',
  A4: 'Name a person',
  P1: 'Map a control',
  P2: 'Complete scope',
  T3: 'Evaluate',
  N1: 'Add test',
  S2: 'Approve plan',
  S5: 'Give reason',
  F1: 'Assemble',
};

/** The step that follows the present state of the engagement. */
export const NEXT_STEP: Readonly<
  Record<string, { readonly label: string; readonly to: 'accepted' | 'planning' | 'fieldwork' | 'wrapUp' }>
> = {
  draft: { label: 'Accept engagement', to: 'accepted' },
  accepted: { label: 'Start planning', to: 'planning' },
  planning: { label: 'Start fieldwork', to: 'fieldwork' },
  fieldwork: { label: 'Start wrap-up', to: 'wrapUp' },
};

/** Where the work goes on in the phases that are not left by a move of this page. */
export const NEXT_PLACE: Readonly<Record<string, { readonly label: string; readonly path: string }>> = {
  wrapUp: { label: 'Open report', path: '/report' },
  issued: { label: 'Open assembly', path: '/assembly' },
  assembling: { label: 'Open assembly', path: '/assembly' },
};
