import { err, ok } from '../../../shared/lib/result.ts';
import type { PathTokens } from '../../services/ports/file-choice.ts';
import type { FilesPort } from '../../services/ports/files.ts';
import { fileFailure } from './file-failures.ts';
import { regularFile } from './regular-file.ts';
import { saveTargetAt } from './save-file.ts';

/** Files behind the tokens of dialogs; a token serves until it is spent. */
export function createChosenFiles(tokens: PathTokens): FilesPort {
  return {
    open: (token) => {
      const path = tokens.look(token);
      return path === null ? Promise.resolve(err(fileFailure('unknown-token'))) : regularFile(path);
    },
    saveTarget: (token) => {
      const path = tokens.look(token);
      return path === null ? err(fileFailure('unknown-token')) : ok(saveTargetAt(path));
    },
    spend: (token) => {
      tokens.take(token);
    },
  };
}
