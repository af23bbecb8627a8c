import type { OutputOf } from '../../../shared/contract/procedure.ts';
import type { populationFindingsContract } from '../../../shared/contract/population-findings.ts';
import type { Journey } from './journey.ts';

type Check = OutputOf<(typeof populationFindingsContract)['population.findings']>['checks'][number];

/** What the sample client answered about each kind of finding. */
const reasons: Partial<Record<Check['code'], string>> = {
  timeOfDay: 'The systems keep local time without an offset; agreed with the administrator of the source.',
  sequence:
    'The numbers missing were drafts discarded before they were submitted; seen on screen with the client.',
  frequency:
    'Each run of the control covers several records, one row for each; the runs themselves are complete.',
  reading: 'Looked at in the file together with the client; nothing of it bears on the records of the list.',
};

/** Accepts what the staff asked the client about, each with the answer. */
export async function acceptFindings(journey: Journey, populationId: string): Promise<void> {
  const { checks } = await journey.do('population.findings', { populationId });
  for (const { code, state, words } of checks) {
    const reason = reasons[code];
    if (state !== 'open' || reason === undefined) continue;
    const { revision } = await journey.do('population.get', { populationId });
    await journey.do('population.acceptFinding', { populationId, revision, code, words, reason });
  }
}
