import { fillText } from '../company.ts';
import { letterValues } from '../letters.ts';
import type { Journey, Role } from './journey.ts';

type Level = 'preparer' | 'reviewer' | 'manager' | 'partner';

/** Deviations agreed and closed, notes answered and cleared, memos written, every workpaper signed level by level. */
export async function reviewWork(journey: Journey): Promise<void> {
  await closeDeviations(journey);
  await exchangeNotes(journey);
  await writeMemos(journey);
  await signAll(journey, 'staff', 'preparer');
  await signAll(journey, 'senior', 'reviewer');
  await signAll(journey, 'manager', 'manager');
  await signMemosAsPartner(journey);
}

async function closeDeviations(journey: Journey): Promise<void> {
  if (journey.type === 'I') return;
  const [, owner] = journey.inputs.company.client.contacts;
  await journey.as('staff');
  for (const { id, revision, managementResponse } of await journey.do('testing.deviations', {}))
    await journey.do('deviation.agree', {
      id,
      revision,
      agreedBy: owner?.title ?? 'Management',
      agreedOn: journey.today,
      managementResponse,
    });
  await journey.as('manager');
  for (const { id, revision } of await journey.do('testing.deviations', {}))
    await journey.do('deviation.close', { id, revision });
}

async function exchangeNotes(journey: Journey): Promise<void> {
  if (journey.type === 'I') return;
  const { rows } = await journey.do('review.board', { filter: 'all' });
  await journey.as('manager');
  const written: { readonly noteId: string; readonly response: string }[] = [];
  for (const note of journey.inputs.company.reviewNotes) {
    const paper = rows.find((row) => row.controlCode === note.controlId && row.kind === 'operating');
    if (paper === undefined) continue;
    const { id } = await journey.do('note.add', { workpaperId: paper.workpaperId, text: note.text });
    written.push({ noteId: id, response: note.response });
  }
  await journey.as('staff');
  for (const { noteId, response } of written) await journey.do('note.respond', { noteId, text: response });
  await journey.as('manager');
  for (const { noteId } of written) await journey.do('note.clear', { noteId });
}

/** Texts of the memos by the reference of their workpaper. */
function memoTexts(journey: Journey): Readonly<Record<string, string>> {
  const { company } = journey.inputs;
  const { understanding, risks, materiality, fraud } = company.planning;
  const values = letterValues(company, journey.type);
  const answers = risks.map(({ risk, response }) => `Risk: ${risk} Response: ${response}`);
  return {
    'PLAN-01': [understanding, ...answers, materiality, fraud].join('\n\n'),
    'SUM-01': fillText(company.summary, values),
    'SUB-01': fillText(company.subsequentEvents, values),
  };
}

async function writeMemos(journey: Journey): Promise<void> {
  await journey.as('staff');
  const texts = memoTexts(journey);
  for (const memo of await journey.do('workpaper.memos', {})) {
    const body = texts[memo.ref];
    if (body !== undefined)
      await journey.do('workpaper.write', { id: memo.id, revision: memo.revision, body });
  }
}

async function signAll(journey: Journey, role: Role, level: Level): Promise<void> {
  await journey.as(role);
  const { rows } = await journey.do('review.board', { filter: 'all' });
  for (const { workpaperId } of rows) await journey.do('review.signOff', { workpaperId, level });
}

async function signMemosAsPartner(journey: Journey): Promise<void> {
  await journey.as('partner');
  for (const { id } of await journey.do('workpaper.memos', {}))
    await journey.do('review.signOff', { workpaperId: id, level: 'partner' });
}
