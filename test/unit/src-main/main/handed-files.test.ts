import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createHandedFiles } from '../../../../src-main/main/handed-files.ts';

test('an engagement named at the start is handed over once', () => {
  let told = 0;
  const files = createHandedFiles(() => {
    told += 1;
  });
  files.noteStart(['.', '--some-switch=a.tickmark', 'Quillhaven 2026.TICKMARK'], resolve('/clients'));
  expect(told).toBe(1);
  expect(files.take()).toBe(resolve('/clients', 'Quillhaven 2026.TICKMARK'));
  expect(files.take()).toBeNull();
});

test('a start without an engagement hands over nothing', () => {
  const files = createHandedFiles(() => {
    throw new Error('nobody is to be told');
  });
  files.noteStart(['.', '--inspect', 'list.csv'], resolve('/clients'));
  expect(files.take()).toBeNull();
});

test('of two files that come before the page asks, the last is opened', () => {
  const files = createHandedFiles(() => undefined);
  files.note(resolve('/a.tickmark'));
  files.note(resolve('/b.tickmark'));
  expect(files.take()).toBe(resolve('/b.tickmark'));
});
