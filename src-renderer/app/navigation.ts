import type { AppLayoutProps } from './AppLayout.tsx';
import type { Output } from './client.ts';
import type { PlaceId } from './places.ts';

/** Places that only a Type II engagement has: Type I reports design only. */
const OPERATION_ONLY: readonly PlaceId[] = ['populations', 'access-review'];

/** What the navigation says of an engagement: counts and blocks by place, progress by phase, places it does not have. */
export function navigationOf(
  engagement: Output<'engagement.get'>,
): Pick<AppLayoutProps, 'counts' | 'phases' | 'hidden'> {
  return { counts: {}, phases: {}, hidden: engagement.type === 'I' ? OPERATION_ONLY : [] };
}
