import { formatCount } from '../ui/text/format-number.ts';
import type { AppLayoutProps, PlaceCount } from './AppLayout.tsx';
import type { Output } from './client.ts';
import { PLACES } from './places.ts';
import type { PlaceId } from './places.ts';

type Engagement = Output<'engagement.get'>;
type Home = Output<'home.get'>;

/** Places that only a Type II engagement has: Type I reports design only. */
const OPERATION_ONLY: readonly PlaceId[] = ['populations'];

/** The states of an engagement in which planning lies behind. */
const PLANNED: readonly string[] = ['fieldwork', 'wrapUp', 'issued', 'assembling', 'locked'];

const WRAPPED: readonly string[] = ['issued', 'assembling', 'locked'];

/** What the navigation says of an engagement: counts and blocks by place, phases that are done, places it does not have. */
export function navigationOf(
  engagement: Engagement,
  home: Home | undefined,
): Pick<AppLayoutProps, 'counts' | 'phases' | 'hidden'> {
  const { status } = engagement;
  const done = { isDone: true } as const;
  const counts = PLACES.flatMap(({ id }) => {
    const place = home?.places[id];
    return place === undefined ? [] : [[id, placeCount(id, place)] as const];
  });
  return {
    counts: Object.fromEntries(counts),
    phases: {
      plan: PLANNED.includes(status) ? done : undefined,
      fieldwork: status === 'wrapUp' || WRAPPED.includes(status) ? done : undefined,
      conclude: WRAPPED.includes(status) ? done : undefined,
      report: WRAPPED.includes(status) ? done : undefined,
      file: status === 'locked' ? done : undefined,
    },
    hidden: engagement.type === 'I' ? OPERATION_ONLY : [],
  };
}

/** A count as the navigation shows it: `12/59`, `9`; nothing where nothing is counted yet. */
function placeCount(id: PlaceId, { done, total, blocks }: Home['places'][string]): PlaceCount {
  // The longest label leaves no room for a count; its page says it.
  if (id === 'controls' || done === null || (done === 0 && (total ?? 0) === 0)) return { blocks };
  const count = total === null ? formatCount(done) : `${formatCount(done)}/${formatCount(total)}`;
  return { count, blocks };
}
