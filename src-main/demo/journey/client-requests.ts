import type { Journey } from './journey.ts';

/** The client's requests that were sent, by the control that each asks about. */
export type ClientRequests = ReadonlyMap<string, string>;

/** Writes and sends one request for each control, for the dates of the engagement. */
export async function sendRequests(
  journey: Journey,
  controls: ReadonlyMap<string, string>,
): Promise<ClientRequests> {
  const { I, II } = journey.inputs.company.engagements;
  const span =
    journey.type === 'I'
      ? { coversFrom: I.asOfDate, coversTo: I.asOfDate }
      : { coversFrom: II.periodStart, coversTo: II.periodEnd };
  const sent = new Map<string, string>();
  await journey.as('staff');
  for (const { controlId, description, dueDate } of journey.inputs.requests) {
    const controlIds = [controls.get(controlId) ?? ''];
    const { requestId } = await journey.do('request.create', { ...span, description, dueDate, controlIds });
    await move(journey, requestId, 'sent');
    sent.set(controlId, requestId);
  }
  return sent;
}

/** Accepts what the client sent. A request becomes received with its first file. */
export async function acceptAnswers(journey: Journey): Promise<void> {
  await journey.as('staff');
  for (const { id, status } of await journey.do('request.list', {}))
    if (status === 'received') await move(journey, id, 'accepted');
}

async function move(journey: Journey, requestId: string, to: 'sent' | 'accepted'): Promise<void> {
  const request = (await journey.do('request.list', {})).find(({ id }) => id === requestId);
  await journey.do('request.move', { requestId, revision: request?.revision ?? 0, to });
}
