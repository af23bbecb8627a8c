import type { Criterion, Result } from './criteria-words.ts';

/** A conclusion as it is being written. */
export interface ConclusionDraft {
  readonly result: Result | undefined;
  readonly failedBy: 'design' | 'operation' | null;
  readonly rationale: string;
  readonly reliesOnUserControls: boolean;
  readonly reliesOnSubserviceControls: boolean;
  readonly compensatingControlIds: string[];
}

/** What stands in the form at first: the conclusion on record, else what the tests suggest. */
export function draftOf({ conclusion, suggestion }: Criterion): ConclusionDraft {
  if (conclusion === null) return { ...EMPTY, result: suggestion ?? undefined };
  const { result, failedBy, rationale, reliesOnUserControls } = conclusion;
  const { reliesOnSubserviceControls, compensatingControlIds } = conclusion;
  return {
    ...{ result, failedBy, rationale, reliesOnUserControls },
    ...{ reliesOnSubserviceControls, compensatingControlIds },
  };
}

const EMPTY: Omit<ConclusionDraft, 'result'> = {
  failedBy: null,
  rationale: '',
  reliesOnUserControls: false,
  reliesOnSubserviceControls: false,
  compensatingControlIds: [],
};
