import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Programs that run in a process of their own: `src-main/adapters/<adapter>/<name>-process.ts`. */
function processEntries(): Record<string, string> {
  const adapters = join(root, 'src-main/adapters');
  const found: Record<string, string> = {};
  for (const entry of readdirSync(adapters, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('-process.ts')) continue;
    found[basename(entry.name, '.ts')] = join(entry.parentPath, entry.name);
  }
  return found;
}

/** Native modules stay outside the bundle: each loads a file that lies beside its own code. */
const EXTERNAL = ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'];

export default defineConfig({
  root,
  publicDir: false,
  resolve: { conditions: ['node'] },
  ssr: { noExternal: true, external: EXTERNAL },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'out/main',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        main: join(root, 'src-main/main/main.ts'),
        cli: join(root, 'src-main/cli/main.ts'),
        ...processEntries(),
      },
      external: EXTERNAL,
      // All in one folder: a process is started by the address of its file beside the main program.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
