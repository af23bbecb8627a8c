import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdir, readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { checkBehaviour } from './behaviour.ts';

/**
 * Looks at the built gallery: pictures of every view into out/ui-gallery-pictures, an axe scan of each, and the
 * keyboard of grid, table and palette. Run it after `vite build -c vite.gallery.config.ts`; it fails on the first
 * violation. Views named on the command line limit the scan (`none` leaves the keyboard). The browser is named by CHROMIUM, else Debian's.
 */

const ROOT = join(import.meta.dirname, '../..');
const PAGES = join(ROOT, 'out/ui-gallery');
const PICTURES = join(ROOT, 'out/ui-gallery-pictures');
const ALL_VIEWS = [
  'home',
  'workpaper',
  'review',
  'population',
  'wizard',
  'states',
  'overlays',
  'big',
  'document',
];
const WANTED = process.argv[2]?.split(',') ?? ALL_VIEWS;
const VIEWS = ALL_VIEWS.filter((view) => WANTED.includes(view));
const SIZES = [
  { width: 1400, height: 900 },
  { width: 1100, height: 700 },
  { width: 700, height: 450 },
];

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

function serve(): Promise<{ readonly server: Server; readonly origin: string }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    const file = join(PAGES, normalize(path === '/' ? '/index.html' : path));
    readFile(file).then(
      (bytes) => {
        response.setHeader('content-type', KINDS[extname(file)] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({ server, origin: `http://127.0.0.1:${String(port)}` });
    });
  });
}

async function scan(browser: Browser, origin: string): Promise<number> {
  let violations = 0;
  for (const view of VIEWS) {
    for (const scheme of ['light', 'dark']) {
      for (const viewport of SIZES) {
        const context = await browser.newContext({ viewport });
        const page = await context.newPage();
        page.on('console', (message) => {
          if (message.type() !== 'error') return;
          violations += 1;
          process.stdout.write(`${view} ${scheme}: ${message.text()}\n`);
        });
        await page.goto(`${origin}/?view=${view}&scheme=${scheme}`);
        await page.waitForTimeout(1200);
        const name = `${view}-${scheme}-${String(viewport.width)}.png`;
        await page.screenshot({ path: join(PICTURES, name) });
        const result = await new AxeBuilder({ page }).analyze();
        for (const violation of result.violations) {
          violations += violation.nodes.length;
          const where = violation.nodes.map((node) => node.target.join(' ')).join(', ');
          process.stdout.write(`${name} ${violation.id}: ${where}\n`);
        }
        await context.close();
      }
    }
  }
  return violations;
}

await mkdir(PICTURES, { recursive: true });
const { server, origin } = await serve();
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const faults = await checkBehaviour(browser, origin);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  const violations = await scan(browser, origin);
  process.stdout.write(`${String(violations)} violations, ${String(faults.length)} faults\n`);
  if (violations + faults.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
