import { describe, expect, it } from 'vitest';
import { matchQuality, rankCommands } from '../../../../../src-renderer/ui/palette/rank-commands.ts';
import type { PaletteCommand } from '../../../../../src-renderer/ui/palette/rank-commands.ts';

function command(
  id: string,
  kind: PaletteCommand['kind'],
  label: string,
  more: Partial<PaletteCommand> = {},
): PaletteCommand {
  return { id, kind, label, run: () => undefined, ...more };
}

const COMMANDS = [
  command('text', 'evidence', 'idp-events-E-20724.png', { detail: 'Account disabled, ticket test' }),
  command('paper', 'paper', 'Access termination', { reference: 'LA-02', detail: 'Operating test' }),
  command('tests', 'place', 'Tests'),
  command('sign', 'action', 'Sign as manager', { gateCode: 'R2', words: ['test'] }),
  command('draw', 'action', 'Draw sample for the test'),
  command('conclude', 'action', 'Conclude test'),
];
const ids = (query: string): readonly string[] => rankCommands(query, COMMANDS).map((found) => found.id);

describe('rankCommands', () => {
  it('ranks allowed actions, blocked actions, places, papers, evidence', () => {
    expect(ids('test')).toEqual(['draw', 'conclude', 'sign', 'tests', 'paper', 'text']);
  });

  it('keeps a blocked action in the list with its gate', () => {
    expect(rankCommands('sign', COMMANDS)[0]?.gateCode).toBe('R2');
  });

  it('puts what is named exactly first, whatever its kind', () => {
    expect(ids('la-02')[0]).toBe('paper');
    expect(ids('LA02')).toEqual(['paper']);
    expect(ids('tests')[0]).toBe('tests');
  });

  it('lists everything for nothing typed, and nothing for what does not occur', () => {
    expect(ids('')).toHaveLength(COMMANDS.length);
    expect(ids('zebra')).toEqual([]);
  });

  it('finds by the beginnings of several words, accents aside', () => {
    expect(ids('acc term')).toEqual(['paper']);
    expect(ids('t\u00e9rmination')).toEqual(['paper']);
  });

  it('prefers a beginning to a word to a part', () => {
    const at = (label: string): number | undefined => matchQuality('draw', command('x', 'action', label));
    expect([at('Draw'), at('Draw sample'), at('Sample, draw'), at('Withdraw'), at('Sign')]).toEqual([
      0,
      1,
      2,
      3,
      undefined,
    ]);
  });

  it('stops at the most it is asked for', () => {
    expect(rankCommands('', COMMANDS, 2)).toHaveLength(2);
  });
});
