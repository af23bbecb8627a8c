import { describe, expect, it } from 'vitest';
import { nextRegion } from '../../../../../src-renderer/ui/frame/region-cycle.ts';

const ALL = ['main', 'navigation', 'drawer'];

describe('nextRegion', () => {
  it('goes round the regions in reading order', () => {
    expect([
      nextRegion('navigation', ALL, false),
      nextRegion('main', ALL, false),
      nextRegion('drawer', ALL, false),
    ]).toEqual(['main', 'drawer', 'navigation']);
  });

  it('goes back with Shift', () => {
    expect([nextRegion('navigation', ALL, true), nextRegion('main', ALL, true)]).toEqual([
      'drawer',
      'navigation',
    ]);
  });

  it('skips a region that is not on screen', () => {
    expect(nextRegion('main', ['navigation', 'main'], false)).toBe('navigation');
  });

  it('enters from outside at the first, or backwards at the last', () => {
    expect([
      nextRegion(undefined, ALL, false),
      nextRegion(undefined, ALL, true),
      nextRegion('main', [], false),
    ]).toEqual(['navigation', 'drawer', undefined]);
  });
});
