import { call, CallError } from '../../app/client.ts';
import { useForgetEngagement } from '../../app/session-open.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { createInput, firmOf } from './engagement-draft.ts';
import type { EngagementDraft } from './engagement-draft.ts';

/** Makes the file, adds the team, keeps the firm's facts for the next engagement, and opens the home page. */
export function useCreateEngagement() {
  const create = useGatedCommand('engagement.create', { takesReasons: true });
  const forget = useForgetEngagement();
  const toast = useToast();
  const { go } = useGo();
  const run = (draft: EngagementDraft): void => {
    create.run(createInput(draft), () => {
      void afterwards(draft).then((notAdded) => {
        forget();
        go('/home');
        if (notAdded > 0)
          toast({ text: `${String(notAdded)} of the team did not join; add them under Acceptance and team` });
      });
    });
  };
  return { create, run };
}

/** The file exists by now: what fails here can be done later and is only told. */
async function afterwards(draft: EngagementDraft): Promise<number> {
  let notAdded = 0;
  await call('firm.save', firmOf(draft)).catch(ignoreRefusal);
  for (const [personId, role] of Object.entries(draft.others)) {
    await call('team.add', { personId, role }).catch((error: unknown) => {
      notAdded += 1;
      ignoreRefusal(error);
    });
  }
  return notAdded;
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof CallError)) throw error;
}
