import type { filesContract } from '../../shared/contract/files.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { ChosenPath, FileChoicePort, PathTokens } from './ports/file-choice.ts';

/** Dialogs and dropped files: paths become single-use tokens before anything reaches the page. */
export function createFilesService(
  choice: FileChoicePort,
  tokens: PathTokens,
): Handlers<typeof filesContract> {
  const handed = ({ path, name, size }: ChosenPath) => ({ token: tokens.issue(path), name, size });
  return {
    'files.choose': async ({ kind, multiple }) => ok((await choice.open(kind, multiple)).map(handed)),
    'files.chooseSave': async ({ kind, suggestedName }) => {
      const path = await choice.save(kind, suggestedName);
      return ok(path === null ? null : { token: tokens.issue(path), name: baseName(path) });
    },
    'files.takeHanded': () => {
      const path = choice.takeHanded();
      if (path === null) return ok(null);
      const found = choice.describe(path);
      if (found === null)
        return err(
          notAFile(
            `${baseName(path)} is not a file that can be read any more.`,
            'Open it from where it lies now.',
          ),
        );
      return ok(handed(found));
    },
    'files.offer': ({ path }) => {
      const found = choice.describe(path);
      if (found === null)
        return err(notAFile('This is not a regular file that can be read.', 'Drop a file, not a folder.'));
      return ok(handed(found));
    },
  };
}

const notAFile = (message: string, next: string): Refusal => rule('unreadable-file', message, next);

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
