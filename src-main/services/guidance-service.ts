import type { guidanceContract } from '../../shared/contract/guidance.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import { find } from '../../shared/domain/journal/state.ts';
import {
  changeGuidance,
  guidanceFinding,
  guidanceOf,
  writtenGuidance,
} from '../../shared/domain/sampling/engagement-guidance.ts';
import { DEFAULT_GUIDANCE } from '../../shared/domain/sampling/frequency-guidance.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { Session } from './session.ts';

/** Sizes by frequency: of the firm in the profile, and of the open engagement. */
export function createGuidanceService(
  profile: Pick<ProfilePort, 'guidance' | 'saveGuidance'>,
  session: Session,
): Handlers<typeof guidanceContract> {
  return {
    'guidance.firm': () => ok({ product: DEFAULT_GUIDANCE, own: profile.guidance() }),
    'guidance.saveFirm': ({ own }) => {
      const found = guidanceFinding(own);
      if (found !== null) return err(found);
      profile.saveGuidance(own);
      return ok(null);
    },
    'guidance.get': () => {
      const state = session.state();
      const firm = find(state, 'firm', engagementOf(state)?.firmId ?? null);
      const written = firm?.guidance ?? null;
      return ok({
        table: guidanceOf(state),
        isOwn: written !== null,
        isFirms: written === writtenGuidance(profile.guidance()),
        reason: firm?.guidanceReason ?? null,
      });
    },
    'guidance.use': ({ reasons, own, reason }) =>
      session.commit('guidance.use', reasons, (context) => changeGuidance(context, { table: own, reason })),
  };
}
