import type { EngagementDraft } from './engagement-draft.ts';

/** What every step is given. */
export interface StepProps {
  readonly draft: EngagementDraft;
  readonly change: (values: Partial<EngagementDraft>) => void;
  /** What is missing, field by field; empty until the person asked to go on. */
  readonly faults: Readonly<Record<string, string>>;
}
