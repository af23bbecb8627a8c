import { existsSync } from 'node:fs';

/**
 * The folder of the program: the nearest one above a file that holds `package.json` and `resources`. The same whether the
 * program runs from its sources, from its built bundle, or from a package.
 */
export function programRoot(file: string): URL {
  let folder = new URL('./', file);
  while (!(existsSync(new URL('package.json', folder)) && existsSync(new URL('resources/', folder)))) {
    const above = new URL('../', folder);
    if (above.href === folder.href) throw new Error('the folder of the program was not found');
    folder = above;
  }
  return folder;
}
