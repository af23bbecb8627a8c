import { acceptAnswers, sendRequests } from './client-requests.ts';
import { evidenceShelf } from './evidence-shelf.ts';
import { startJourney, type Journey, type JourneySetup } from './journey.ts';
import { planEngagement } from './plan-engagement.ts';
import { preparePopulations } from './prepare-populations.ts';
import { concludeEngagement, reportEngagement, type ReportPlaces } from './report-engagement.ts';
import { reviewWork } from './review-work.ts';
import { testDesign } from './test-design.ts';
import { testOperation } from './test-operation.ts';

/** A finished sample engagement: where it is, and how large its report and journal are. */
export interface SampleResult extends ReportPlaces {
  readonly type: 'I' | 'II';
  readonly file: string;
  readonly pages: number;
  readonly entries: number;
}

/** Walks a sample engagement from acceptance to the issued report and closes its file. */
export async function walkSampleEngagement(setup: JourneySetup & ReportPlaces): Promise<SampleResult> {
  const journey = startJourney(setup);
  const { type, file, report, workpapers, say } = setup;
  say(`Type ${type}: acceptance, team, scope and ${String(setup.inputs.controls.length)} controls.`);
  await doFieldwork(journey);
  say(`Type ${type}: review, sign-offs, criteria and opinion.`);
  await reviewWork(journey);
  await concludeEngagement(journey);
  say(`Type ${type}: report, signature and workbook.`);
  const pages = await reportEngagement(journey, { report, workpapers });
  const { journal } = await journey.do('engagement.get', {});
  await journey.do('engagement.close', {});
  return { type, file, report, workpapers, pages, entries: journal.entries };
}

/**
 * Walks a Type II sample engagement into fieldwork and leaves it there, with the operating tests of some controls not
 * begun: something to practise on, and what the keyboard journey of a staff auditor starts from.
 */
export async function walkIntoFieldwork(setup: JourneySetup, leftOut: readonly string[]): Promise<void> {
  const tests = setup.inputs.tests.filter((test) => !leftOut.includes(test.controlId));
  const journey = startJourney({ ...setup, inputs: { ...setup.inputs, tests } });
  await doFieldwork(journey);
  await journey.do('engagement.close', {});
}

/** Walks a sample engagement to its decided opinion and leaves it there: the partner has only the report to sign. */
export async function walkToReport(setup: JourneySetup): Promise<void> {
  const journey = startJourney(setup);
  await doFieldwork(journey);
  await reviewWork(journey);
  await concludeEngagement(journey);
  await journey.do('engagement.close', {});
}

async function doFieldwork(journey: Journey): Promise<void> {
  const { type, say, inputs } = journey;
  const controls = await planEngagement(journey);
  const shelf = evidenceShelf(journey, await sendRequests(journey, controls));
  say(`Type ${type}: walkthroughs and design.`);
  await testDesign(journey, shelf, controls);
  if (type === 'I') return acceptAnswers(journey);
  say(`Type II: ${String(inputs.tests.length)} lists received and reconciled, plans proposed.`);
  const tests = await preparePopulations(journey, shelf, controls);
  say('Type II: samples drawn and tested.');
  await testOperation(journey, shelf, tests, controls);
  await acceptAnswers(journey);
}
