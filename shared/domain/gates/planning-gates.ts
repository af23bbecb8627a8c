import { block, warning, type GateText } from './gate-text.ts';

/** Engagement and planning gates. */
export const planningGates = {
  E1: block(
    'save engagement',
    'Dates fit the type',
    'A Type I report needs one as-of date; a Type II report needs a start and an end date.',
    'Give the dates that the type needs and clear the others.',
  ),
  E2: block(
    'save engagement',
    'A Type II period must be at least six months',
    'The period {start} to {end} is shorter than six months. A Type II period must be at least six months; the earliest end date is {min}.',
    'Use {min} or a later end date.',
  ),
  E3: block(
    'save engagement',
    'Security is always in scope',
    'Security must be in scope. Other categories are optional.',
    'Add Security to the categories.',
  ),
  E4: block(
    'conclude a test',
    'The period has to end first',
    'The period ends on {end}. Tests cannot be concluded before that date.',
    'Conclude the test on or after {end}.',
  ),
  E5: warning(
    'save engagement',
    'Period longer than 12 months',
    'The period is longer than 12 months. State why.',
    'Type the reason.',
  ),
  E6: block(
    'change dates or type',
    'Samples rest on these dates',
    '{n} {n|sample was|samples were} drawn for the old period. Supersede them before you change the dates.',
    'Supersede the drawn plans, then change the dates.',
  ),
  E7: block(
    'reduce scope',
    'Scope cannot shrink to avoid a finding',
    'Scope cannot shrink to avoid a finding. The partner records a justified reason.',
    'Let the engagement partner record a reason other than the result of a test.',
  ),
  A1: block(
    'accept engagement',
    'Acceptance is the partner’s',
    'Acceptance is not signed by the engagement partner.',
    'The engagement partner concludes the acceptance form.',
  ),
  A2: block(
    'do work',
    'Independence first',
    '{person} has not confirmed independence.',
    '{person} confirms independence for this engagement.',
  ),
  A3: block(
    'start planning',
    'Engagement letter first',
    'File the signed engagement letter first.',
    'File the signed engagement letter under Letters.',
  ),
  A4: block('start planning', 'The team is complete', 'Name the {role}.', 'Add the {role} to the team.'),
  P1: block(
    'start fieldwork',
    'Every criterion is covered',
    'No control covers {criteria}.',
    'Map an agreed control, or record why the criterion is not relevant.',
  ),
  P2: block(
    'start fieldwork',
    'Subservice organizations are covered',
    '{org}: list the controls expected of it and the control by which the client monitors it.',
    'Add the expected controls and the monitoring control of {org}.',
  ),
  P3: block(
    'leave out a criterion',
    'A reason and the partner',
    'A criterion is left out only with a reason and the partner’s approval.',
    'Give a reason of at least 20 characters and let the engagement partner approve it.',
  ),
  P4: block(
    'agree control',
    'The control text is complete',
    'Complete the control text: {placeholders}.',
    'Say who does what, when and on what, and fill every placeholder.',
  ),
  D1: block(
    'conclude design',
    'Inquiry alone is not enough',
    'Inquiry alone does not support a conclusion. Add observation, inspection or reperformance.',
    'Add a procedure other than inquiry.',
  ),
  D2: block(
    'conclude design',
    'One instance walked through',
    'Identify the instance you walked through and link its evidence.',
    'Name the instance and link its evidence.',
  ),
  D3: block(
    'start operating test',
    'Design first',
    'Design of {control} is not concluded effective. Conclude design first, or mark operation ‘not tested, design deficient’.',
    'Conclude the design of {control}.',
  ),
  D4: block(
    'operating test',
    'Type I reports design only',
    'A Type I engagement reports design only. Operating tests are not available.',
    'Conclude the design test of the control.',
  ),
} as const satisfies Record<string, GateText>;
