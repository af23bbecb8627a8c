import { describe, expect, it } from 'vitest';
import { createDraftService } from '../../../../src-main/services/draft-service.ts';
import type { Draft, DraftsPort } from '../../../../src-main/services/ports/drafts.ts';
import type { Actor } from '../../../../src-main/services/ports/engagement-store.ts';
import type { Session } from '../../../../src-main/services/session.ts';
import { fieldworkState } from '../../../helpers/domain-fixture.ts';

const call = { signal: new AbortController().signal, onProgress: () => undefined };
const typed = (note: string) => ({ texts: { note }, base: { note: '' } });

/** The service over drafts held in memory, with somebody signed in or nobody. */
function service(actorId: string | null) {
  const held = new Map<string, readonly Draft[]>();
  const keyOf = (actor: Actor, engagementId: string) => `${actor.personId} ${engagementId}`;
  const drafts: DraftsPort = {
    read: (actor, engagementId) => held.get(keyOf(actor, engagementId)) ?? [],
    write: (actor, engagementId, next) => held.set(keyOf(actor, engagementId), next),
  };
  const actor = actorId === null ? null : { personId: actorId, sign: () => '' };
  const session: Pick<Session, 'actor' | 'state'> = { actor: () => actor, state: () => fieldworkState() };
  const clock = { now: () => '2026-07-01T10:00:00Z' };
  const handlers = createDraftService({ session, drafts, clock });
  return {
    handlers,
    places: async () => {
      const listed = await handlers['draft.list']({}, call);
      return listed.ok ? listed.value.map(({ place, texts }) => [place, texts['note']]) : null;
    },
  };
}

describe('drafts of a person', () => {
  it('keeps the last words of each form until they are dropped', async () => {
    const { handlers, places } = service('staff');
    await handlers['draft.keep']({ place: 'cell 1', ...typed('Two') }, call);
    await handlers['draft.keep']({ place: 'cell 2', ...typed('Seen') }, call);
    await handlers['draft.keep']({ place: 'cell 1', ...typed('Two days') }, call);
    expect(await places()).toEqual([
      ['cell 2', 'Seen'],
      ['cell 1', 'Two days'],
    ]);
    await handlers['draft.drop']({ place: 'cell 1' }, call);
    expect(await places()).toEqual([['cell 2', 'Seen']]);
  });

  it('keeps fifty forms, and lets the oldest go', async () => {
    const { handlers, places } = service('staff');
    for (let form = 1; form <= 51; form += 1)
      await handlers['draft.keep']({ place: `cell ${String(form)}`, ...typed('Words') }, call);
    const kept = await places();
    expect([kept?.length, kept?.[0]?.[0], kept?.at(-1)?.[0]]).toEqual([50, 'cell 2', 'cell 51']);
  });

  it('keeps nothing where nobody is signed in', async () => {
    const { handlers, places } = service(null);
    await handlers['draft.keep']({ place: 'cell 1', ...typed('Words') }, call);
    expect(await places()).toEqual([]);
  });
});
