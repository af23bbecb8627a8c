import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  pageFile,
  pageHeaders,
  PAGE_URL,
  STYLE_NONCE_META,
  withStyleNonce,
} from '../../../../src-main/main/page-files.ts';

const FOLDER = join('/', 'program', 'out', 'renderer');

describe('the files of the page', () => {
  it('finds the start page and what lies beside it', () => {
    expect(pageFile(FOLDER, PAGE_URL)).toEqual({
      path: join(FOLDER, 'index.html'),
      contentType: 'text/html; charset=utf-8',
    });
    expect(pageFile(FOLDER, 'app://tickmark/assets/app-4f.js?x=1#top')).toEqual({
      path: join(FOLDER, 'assets', 'app-4f.js'),
      contentType: 'text/javascript; charset=utf-8',
    });
    expect(pageFile(FOLDER, 'app://tickmark/a%20b.svg')?.path).toBe(join(FOLDER, 'a b.svg'));
  });

  it.each([
    ['another scheme', 'file:///program/out/renderer/index.html'],
    ['another host', 'app://other/index.html'],
    ['a web address', 'https://tickmark/index.html'],
    ['no address at all', 'index.html'],
    ['a way out, encoded', 'app://tickmark/..%2f..%2fsecret.json'],
    ['a way out, encoded twice over', 'app://tickmark/%2e%2e%2f%2e%2e%2fsecret.json'],
    ['a way out of the kind Windows knows', 'app://tickmark/..%5c..%5csecret.json'],
    ['a folder beside ours with the same beginning', 'app://tickmark/..%2frenderer-other%2fa.js'],
    ['a zero byte', 'app://tickmark/a%00.js'],
    ['a broken escape', 'app://tickmark/%zz.js'],
    ['the folder itself', 'app://tickmark/'],
    ['a kind of file the page has no use for', 'app://tickmark/engagement.tickmark'],
    ['an ending in capitals', 'app://tickmark/A.JS'],
  ])('refuses %s', (_what, address) => {
    expect(pageFile(FOLDER, address)).toBeNull();
  });
});

describe('the content security policy', () => {
  const policy = new Map(
    contentSecurityPolicy('abc=')
      .split('; ')
      .map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
  );

  it('starts from nothing and allows only what the page itself holds', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'", "'nonce-abc='"]);
    for (const closed of ['base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy.get(closed)).toEqual(["'none'"]);
    }
  });

  it('names no host and nothing unsafe', () => {
    expect(contentSecurityPolicy('abc=')).not.toMatch(/unsafe|https?:|\*/);
  });

  it('goes with every answer, whatever it holds', () => {
    expect(pageHeaders('font/woff2', 'n')).toMatchObject({
      'Content-Security-Policy': contentSecurityPolicy('n'),
      'Content-Type': 'font/woff2',
      'X-Content-Type-Options': 'nosniff',
    });
  });

  it('hands its nonce to the page', () => {
    expect(withStyleNonce('<html><head><title>T</title></head></html>', 'n1')).toBe(
      `<html><head><meta name="${STYLE_NONCE_META}" content="n1"><title>T</title></head></html>`,
    );
  });
});
