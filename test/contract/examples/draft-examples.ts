import type { Examples } from './examples.ts';

const place = 'cell test-1 item-1 attribute-1';

/** One request of each procedure, every field given. */
export const draftExamples = {
  'draft.list': {},
  'draft.keep': { place, texts: { note: 'Two days la' }, base: { note: '' } },
  'draft.drop': { place },
} satisfies Partial<Examples>;
