import type { draftContract } from '../../shared/contract/draft.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { ClockPort } from './ports/clock.ts';
import type { Draft, DraftsPort } from './ports/drafts.ts';
import type { Session } from './session.ts';

/** What the drafts work with. */
interface DraftServicePorts {
  readonly session: Pick<Session, 'actor' | 'state'>;
  readonly drafts: DraftsPort;
  readonly clock: Pick<ClockPort, 'now'>;
}

/** So many forms of an engagement are kept for a person; the oldest goes first. */
const mostDrafts = 50;

/** Words typed and not recorded yet, of the person who is signed in. */
export function createDraftService(ports: DraftServicePorts): Handlers<typeof draftContract> {
  const { session, drafts, clock } = ports;
  const kept = (): readonly Draft[] => {
    const actor = session.actor();
    return actor === null ? [] : drafts.read(actor, idOf(session));
  };
  const replace = (place: string, next: readonly Draft[]) => {
    const actor = session.actor();
    const others = kept().filter((draft) => draft.place !== place);
    if (actor !== null) drafts.write(actor, idOf(session), [...others, ...next].slice(-mostDrafts));
    return ok(null);
  };
  return {
    'draft.list': () =>
      ok(kept().map((draft) => ({ ...draft, texts: { ...draft.texts }, base: { ...draft.base } }))),
    'draft.keep': ({ place, texts, base }) => replace(place, [{ place, texts, base, at: clock.now() }]),
    'draft.drop': ({ place }) => replace(place, []),
  };
}

function idOf(session: Pick<Session, 'state'>): string {
  const engagement = engagementOf(session.state());
  if (engagement === undefined) throw new Error('the open file holds no engagement');
  return engagement.id;
}
