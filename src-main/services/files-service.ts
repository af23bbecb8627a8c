import type { filesContract } from '../../shared/contract/files.ts';
import { rule } from '../../shared/domain/gates/refusal.ts';
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
    'files.offer': ({ path }) => {
      const found = choice.describe(path);
      if (found === null)
        return err(
          rule(
            'unreadable-file',
            'This is not a regular file that can be read.',
            'Drop a file, not a folder.',
          ),
        );
      return ok(handed(found));
    },
  };
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
