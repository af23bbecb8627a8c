import { describe, expect, it } from 'vitest';
import {
  isListKind,
  isUserList,
  listDefinitionOf,
  listDefinitions,
  listKinds,
} from '../../../../../shared/domain/access-review/access-list.ts';

describe('the lists of an access review', () => {
  it('defines each kind once, with its letter', () => {
    expect(listDefinitions.map(({ kind }) => kind)).toEqual(listKinds);
    expect(listDefinitions.map(({ letter }) => letter).join(' ')).toBe('U H T R P L J A V U2');
    expect(listKinds.map((kind) => listDefinitionOf(kind).kind)).toEqual(listKinds);
  });

  it('names each field of a list once, with simple headers to look for', () => {
    for (const { kind, fields } of listDefinitions) {
      const names = fields.map(({ name }) => name);
      expect(new Set(names).size, kind).toBe(names.length);
      for (const head of fields.flatMap(({ heads }) => heads)) expect(head).toMatch(/^[a-z0-9]+$/);
    }
  });

  it('tells kinds and user lists apart', () => {
    expect([isListKind('grants'), isListKind('grant')]).toEqual([true, false]);
    expect(listKinds.filter(isUserList)).toEqual(['users', 'laterUsers']);
  });
});
