/** A gate of the domain reference (b.3): when it acts, whether a typed reason passes it, and its words. */
export interface GateText {
  /** `block`: nothing passes it. `warning`: a typed reason passes it and is kept in the journal. */
  readonly kind: 'block' | 'warning';
  /** The action that it guards. */
  readonly at: string;
  /** The rule in a few words, as the headline of a banner. */
  readonly title: string;
  /** The message with `{values}` to fill in; `{n|one|many}` agrees in number. */
  readonly message: string;
  /** The next step. */
  readonly next: string;
}

const block = (at: string, title: string, message: string, next: string): GateText => ({
  kind: 'block',
  at,
  title,
  message,
  next,
});
const warning = (at: string, title: string, message: string, next: string): GateText => ({
  kind: 'warning',
  at,
  title,
  message,
  next,
});

/** Engagement and planning gates. */
const planning = {
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

/** Population, sampling and testing gates. */
const fieldwork = {
  N1: block(
    'reconcile population',
    'Complete and accurate first',
    'Reconcile the population for completeness and accuracy before you draw a sample.',
    'Record one completeness and one accuracy test, both without difference.',
  ),
  N2: block(
    'import population',
    'Keys are filled and unique',
    '{n} {n|row has|rows have} a blank or repeated key.',
    'Choose another key column, or ask the client for a list with unique keys.',
  ),
  N3: warning(
    'import population',
    'Every part of the period has records',
    'No records between {a} and {b}. Explain the gap.',
    'Type the explanation.',
  ),
  N3B: block(
    'import population',
    'Rows lie within the period',
    '{n} {n|row is|rows are} outside the period.',
    'Record a filter on the date column, or correct the period of the list.',
  ),
  N4: block(
    'draw sample',
    'The list is the one reconciled',
    'The population file changed since it was reconciled.',
    'Reconcile the population again.',
  ),
  S1: warning(
    'approve plan',
    'Fewer items than the plan gives',
    'The plan gives {n}; you chose {m}. State why.',
    'Type the reason; a senior or above takes the decision.',
  ),
  S2: block(
    'draw sample',
    'A second person approves',
    'A second person must approve the sampling plan.',
    'Ask another member of the team to approve the plan.',
  ),
  S3: block(
    'draw sample',
    'Not more items than the population',
    'The sample is larger than the population ({N}).',
    'Choose at most {N} items, or the basis “all items”.',
  ),
  S4: block(
    'draw sample',
    'Random selection for a statistical basis',
    'Statistical evaluation needs a random selection.',
    'Choose simple random, or systematic with a random start.',
  ),
  S5: warning(
    'conclude test',
    'Items in every part of the period',
    'No item falls in {quarter}.',
    'Type the reason, or add items from {quarter}.',
  ),
  S6: block(
    'replace item',
    'Only items that do not belong are replaced',
    'An item is replaced only if it is outside the population. Missing evidence is a deviation.',
    'Record a deviation, or say why the item does not belong to the population.',
  ),
  S7: block(
    'expand sample',
    'Cause and stopping rule first',
    'Record the cause of the deviation and the rule for stopping before you add items.',
    'Evaluate the deviation and store the rule for stopping.',
  ),
  T1: block(
    'record pass',
    'Evidence for each pass',
    'Link evidence for item {i}, attribute {k}.',
    'Link a file, or write down what was observed.',
  ),
  T2: block(
    'conclude test',
    'Every cell has a result',
    '{n} {n|cell is|cells are} empty.',
    'Record a result for every item and attribute.',
  ),
  T3: block(
    'conclude test',
    'Every deviation is evaluated',
    '{n} {n|deviation has|deviations have} no evaluation.',
    'Evaluate the deviations.',
  ),
  T4: block(
    'conclude test',
    'The limit exceeds the tolerable rate',
    'The upper deviation limit {u}% exceeds the tolerable rate {t}%. Conclude accordingly, expand, or change the plan with approval.',
    'Conclude “not effective”, expand under a stored rule, or test a compensating control.',
  ),
  T4J: block(
    'conclude test',
    'The manager’s judgment',
    '{n} {n|deviation was|deviations were} found and the basis is not statistical. The manager’s written judgment on them is missing.',
    'The manager writes the judgment, with the compensating control.',
  ),
  T5: block(
    'conclude “did not operate”',
    'Show that nothing occurred',
    'Show that no occurrence took place: reconcile the empty population and say why.',
    'Reconcile the empty population and type the reason.',
  ),
  T6: block(
    'conclude automated control',
    'The setting held through the period',
    'Show that the setting was unchanged through the period, or test each version.',
    'Record the history of the setting with its evidence.',
  ),
  T7: block(
    'record result',
    'Tests come after the items',
    'The test date is before the item date.',
    'Correct the test date.',
  ),
} as const satisfies Record<string, GateText>;

/** Evaluation, review, report and file gates. */
const concluding = {
  V1: block(
    'close deviation',
    'The evaluation is complete',
    'Complete the evaluation: {missing}.',
    'Answer: {missing}.',
  ),
  V2: block(
    'conclude criterion',
    'Every test is reviewed',
    '{n} {n|test|tests} for {criterion} {n|is|are} not reviewed.',
    'Have the tests reviewed.',
  ),
  V3: block(
    'conclude criterion',
    'A compensating control',
    '{control} is not effective. Name the tested control that compensates or conclude ‘not met’.',
    'Name a tested, effective control with the rationale, or conclude “not met”.',
  ),
  R1: block(
    'sign as reviewer',
    'Preparer never reviews',
    'You prepared this workpaper. Someone else must review it.',
    'Ask a senior or above who did not prepare it.',
  ),
  R2: block(
    'sign',
    'Levels sign in order',
    'The {level} sign-off is missing or is for an older version.',
    'Ask the {level} to sign the present content.',
  ),
  R3: warning(
    'edit signed workpaper',
    'Editing makes sign-offs stale',
    'Editing removes {n} {n|sign-off|sign-offs}. Continue?',
    'Type why the signed workpaper is changed.',
  ),
  R4: block(
    'clear note',
    'The author clears',
    'Only {author} or a higher level may clear this note.',
    'Answer the note and ask {author} to clear it.',
  ),
  R5: block(
    'quality review',
    'The quality reviewer stands apart',
    '{person} worked on this engagement and cannot be the quality reviewer.',
    'Name a person with no other role in this engagement.',
  ),
  R6: block(
    'sign as preparer',
    'Nothing left open',
    'Answer {n} open {n|note|notes} first.',
    'Answer the notes and fill the sections that are empty.',
  ),
  L1: block(
    'ready to sign',
    'All papers approved',
    '{n} {n|workpaper is|workpapers are} not approved by the manager.',
    'Have every workpaper approved and every criterion concluded.',
  ),
  L2: block(
    'ready to sign',
    'No open note',
    '{n} review {n|note is|notes are} open.',
    'Answer and clear the notes.',
  ),
  L3: block(
    'ready to sign',
    'Deviations closed',
    '{n} {n|deviation is|deviations are} not closed.',
    'Close the deviations.',
  ),
  L4: block(
    'ready to sign',
    'The assertion fits',
    'The management assertion is missing or covers {covers}, not {dates}.',
    'File the signed assertion for {dates}.',
  ),
  L5: block(
    'ready to sign',
    'The representation letter is dated as the report',
    'The representation letter is dated {a}; the report is dated {b}. They must match.',
    'File the letter dated {b}, or change the report date.',
  ),
  L6: block(
    'ready to sign',
    'Subsequent events up to the report date',
    'Record the subsequent events inquiry up to {date}.',
    'Record the inquiry up to {date}.',
  ),
  L7: block(
    'ready to sign',
    'The report date follows the work',
    'The report date is before the work was finished ({date}).',
    'Choose a report date from {date} to today.',
  ),
  L8: block(
    'ready to sign',
    'The opinion fits the conclusions',
    '{criterion} is not met, so the opinion cannot be unmodified.',
    'Decide the opinion again.',
  ),
  L9: block(
    'ready to sign',
    'Every description criterion answered',
    'Description criterion {dc} is not answered.',
    'Answer {dc}, also where there is nothing to report.',
  ),
  L10: block(
    'ready to sign',
    'Section IV equals the tests',
    'Section IV says {a} items; the test has {b}.',
    'Build the report again from the tests.',
  ),
  L11: block(
    'ready to sign',
    'Inclusive organizations assert too',
    '{org} has not given its assertion.',
    'File the assertion and the representation letter of {org}.',
  ),
  L12: block(
    'sign report',
    'The engagement partner signs',
    'Only the engagement partner signs. Quality review is {state}.',
    'Let the engagement partner sign once quality review is finished.',
  ),
  L13: block(
    'issue report',
    'The file is the one signed',
    'The file was changed after signing.',
    'Sign the report again.',
  ),
  L14: block(
    'edit issued report',
    'Issued reports stay',
    'An issued report cannot be edited. Create a superseding version.',
    'Create a superseding version with its reason.',
  ),
  F1: warning(
    'assembling',
    'Assemble within 60 days',
    'The file must be assembled by {date} ({left}).',
    'Finish the assembly and lock the file.',
  ),
  F2: block(
    'lock',
    'The file is whole',
    '{n} evidence {n|file does|files do} not match {n|its|their} recorded hash.',
    'Find out what changed the file; restore it from a copy.',
  ),
  F3: block(
    'edit locked file',
    'Locked: additions only',
    'The file is locked. Use an addendum: reason, author and reviewer are recorded.',
    'Write an addendum.',
  ),
  F4: block(
    'delete',
    'Kept until retention ends',
    'Retention ends on {date}.',
    'Keep the file until {date}.',
  ),
  F5: block(
    'open evidence',
    'The evidence is as received',
    'This evidence file was altered outside the program.',
    'Do not rely on it; restore the file from a copy.',
  ),
} as const satisfies Record<string, GateText>;

/** All gates. N3 and T4 of the reference have two faces each: N3B and T4J are their second. */
export const gateCatalogue = { ...planning, ...fieldwork, ...concluding } as const;

/** The code of a gate. */
export type GateCode = keyof typeof gateCatalogue;
