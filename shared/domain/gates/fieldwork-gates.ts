import { block, warning, type GateText } from './gate-text.ts';

/** Population, sampling and testing gates. */
export const fieldworkGates = {
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
  T8: block(
    'conclude a manual control that depends on a system',
    'The report used is tested itself',
    'Nothing shows that the report on which the control relies is complete and accurate.',
    'Record how the report was tested, with its evidence.',
  ),
  T9: block(
    'conclude on a sample drawn in parts',
    'Items up to the end of the period',
    'No list from which items were drawn covers {from} to {to}.',
    'Define the list of these days, and draw further items from it.',
  ),
  T9B: block(
    'conclude on a sample drawn in parts',
    'The roll-forward is written',
    'Nothing shows that the control stayed as it was between the parts of the sample.',
    'Record the roll-forward: who was asked, and what was seen of changes.',
  ),
  T7: block(
    'record result',
    'Tests come after the items',
    'The test date is before the item date.',
    'Correct the test date.',
  ),
} as const satisfies Record<string, GateText>;
