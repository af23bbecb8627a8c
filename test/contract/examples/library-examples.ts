import { libraryText } from '../../helpers/library-fixture.ts';
import type { Examples } from './examples.ts';

const entry = { id: 'entry-1', version: 2 };
const why = 'The reason in words.';

/** One request of each procedure, every field given. */
export const libraryExamples = {
  'library.list': {},
  'library.get': { id: 'entry-1' },
  'library.add': { text: libraryText, why },
  'library.takeOver': { shippedId: 'LA-02', why },
  'library.edit': { ...entry, text: libraryText, why },
  'library.retire': { ...entry, why },
  'library.reinstate': { ...entry, why },
  'library.export': { token: 'token-1', format: 'json' },
  'library.importPreview': { token: 'token-1' },
  'library.import': { token: 'token-1', leaveOutFaulty: true, why },
} satisfies Partial<Examples>;
