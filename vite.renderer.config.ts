import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin, UserConfig } from 'vite';

const ROOT = import.meta.dirname;

/** The policy of the window: everything comes from the program, nothing from a network, no eval. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Writes the policy into the built page; the development server needs inline scripts for hot reload. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Ships what pdf.js reads at run time: character maps and the standard fonts that a PDF need not embed. */
function pdfData(): Plugin {
  const source = join(ROOT, 'node_modules/pdfjs-dist');
  return {
    name: 'pdf-data',
    apply: 'build',
    async generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts']) {
        for (const file of await readdir(join(source, folder))) {
          const bytes = await readFile(join(source, folder, file));
          this.emitFile({ type: 'asset', fileName: `pdf-data/${folder}/${file}`, source: bytes });
        }
      }
      for (const file of await readdir(join(source, 'wasm'))) {
        if (!file.endsWith('_nowasm_fallback.js') && !file.startsWith('LICENSE')) continue;
        const bytes = await readFile(join(source, 'wasm', file));
        this.emitFile({ type: 'asset', fileName: `pdf-data/wasm/${file}`, source: bytes });
      }
    },
  };
}

/** Stops the build where a component of Mantine is used without its styles. */
function componentStyles(): Plugin {
  const nameOf = (id: string, form: RegExp): readonly string[] => form.exec(id)?.slice(1, 2) ?? [];
  return {
    name: 'component-styles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const imported = new Set(
        [...this.getModuleIds()].flatMap((id) => nameOf(id, /@mantine\/core\/styles\/(\w+)\.layer\.css/)),
      );
      const used = Object.values(bundle)
        .flatMap((output) => (output.type === 'chunk' ? Object.entries(output.modules) : []))
        .filter(([, module]) => module.renderedLength > 0)
        .flatMap(([id]) => nameOf(id, /@mantine\/core\/.*\/(\w+)\.module\.mjs/));
      const missing = used.filter((name) => !imported.has(name));
      if (missing.length > 0) this.error(`src-renderer/app/component-styles.ts lacks ${missing.join(', ')}`);
    },
  };
}

/** The build of a page under `root` into `outDir`; the gallery of the component kit uses it too. */
export function pageBuild(root: string, outDir: string): UserConfig {
  return {
    root: join(ROOT, root),
    base: './',
    plugins: [react(), contentSecurityPolicy(), componentStyles(), pdfData()],
    build: {
      outDir: join(ROOT, outDir),
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1600,
    },
    server: { fs: { allow: [ROOT] } },
  };
}

export default defineConfig(pageBuild('src-renderer', 'out/renderer'));
