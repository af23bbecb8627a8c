import { err, ok } from '../../../shared/lib/result.ts';
import type { PathTokens } from '../../services/ports/file-choice.ts';
import type { FilesPort } from '../../services/ports/files.ts';
import { fileFailure } from './file-failures.ts';
import { regularFile } from './regular-file.ts';
import { saveTargetAt } from './save-file.ts';

/** Files behind the tokens of dialogs. The path of a token is kept here from its first use until it is spent. */
export function createChosenFiles(tokens: PathTokens): FilesPort {
  const paths = new Map<string, string>();
  const pathOf = (token: string): string | null => {
    const path = paths.get(token) ?? tokens.take(token);
    if (path !== null) paths.set(token, path);
    return path;
  };
  return {
    open: (token) => {
      const path = pathOf(token);
      return path === null ? Promise.resolve(err(fileFailure('unknown-token'))) : regularFile(path);
    },
    saveTarget: (token) => {
      const path = pathOf(token);
      return path === null ? err(fileFailure('unknown-token')) : ok(saveTargetAt(path));
    },
    spend: (token) => {
      paths.delete(token);
    },
  };
}
