import { readFileSync } from 'node:fs';
import { inProject } from './project.ts';
import { sourceFiles } from './source-files.ts';

const COLOUR = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])|\b(?:rgba?|hsla?|oklch)\(/i;

/** Style sheets use the `--tm-*` variables; only the sheet of the tokens itself names colours. */
export function styleFaults(): readonly string[] {
  return sourceFiles('src-renderer', '.css')
    .filter((file) => !file.startsWith('src-renderer/ui/tokens/'))
    .flatMap((file) =>
      readFileSync(inProject(file), 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          COLOUR.test(line) ? [`${file}:${index + 1}: a colour of its own; use a --tm-* variable`] : [],
        ),
    );
}
