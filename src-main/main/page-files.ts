import { join, sep } from 'node:path';

/** The one origin of the page. A scheme of our own, so that the page is neither a file nor a web site. */
export const PAGE_SCHEME = 'app';
const PAGE_HOST = 'tickmark';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  // Character maps and standard fonts of the PDF viewer.
  ['.bcmap', 'application/octet-stream'],
  ['.pfb', 'application/octet-stream'],
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.ttf', 'font/ttf'],
  ['.wasm', 'application/wasm'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
]);

/**
 * The file below `directory` that a page address names, or `null` where the address is not ours, leads out of the
 * directory, or asks for a kind of file that a page has no use for.
 */
export function pageFile(directory: string, address: string): { path: string; contentType: string } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${PAGE_SCHEME}:` || url.host !== PAGE_HOST) return null;
  const name = decodePath(url.pathname);
  if (name === null) return null;
  const path = join(directory, name);
  if (!path.startsWith(directory + sep)) return null;
  const contentType = CONTENT_TYPES.get(/\.[a-z0-9]+$/.exec(name)?.[0] ?? '');
  return contentType === undefined ? null : { path, contentType };
}

function decodePath(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname);
    return name.includes('\0') || name.includes('\\') ? null : name;
  } catch {
    return null;
  }
}

/**
 * What the page may load: its own files, and pictures and fonts that it made itself. No inline script, no eval, no
 * frames, no network. A `<style>` element needs the nonce of this answer; the page finds it in `STYLE_NONCE_META`.
 */
export function contentSecurityPolicy(styleNonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Name of the `<meta>` that hands the style nonce to the page. */
export const STYLE_NONCE_META = 'tickmark-style-nonce';

/** Puts the nonce into the head of a page. */
export const withStyleNonce = (html: string, nonce: string): string =>
  html.replace('<head>', `<head><meta name="${STYLE_NONCE_META}" content="${nonce}">`);

/** The answers of the page's protocol carry these, whatever they hold. */
export function pageHeaders(contentType: string, styleNonce: string): Record<string, string> {
  return {
    'Content-Type': contentType,
    'Content-Security-Policy': contentSecurityPolicy(styleNonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}
