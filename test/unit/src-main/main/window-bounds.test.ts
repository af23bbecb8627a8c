import { describe, expect, it } from 'vitest';
import { parseWindowState, placeWindow } from '../../../../src-main/main/window-bounds.ts';

const LAPTOP = { x: 0, y: 0, width: 1920, height: 1040 };
const BESIDE = { x: 1920, y: -200, width: 2560, height: 1440 };

describe('the remembered window', () => {
  it('reads what was written', () => {
    const state = { bounds: { x: -5, y: 10, width: 1400, height: 900 }, isMaximized: true };
    expect(parseWindowState(JSON.stringify(state))).toEqual(state);
  });

  it.each([
    ['an empty file', ''],
    ['a file cut short', '{"bounds":{"x":1'],
    ['a number', '7'],
    ['nothing', 'null'],
    ['no bounds', '{}'],
    ['bounds of another kind', '{"bounds":[1,2,3,4]}'],
    ['a missing side', '{"bounds":{"x":1,"y":2,"width":3}}'],
    ['a fraction', '{"bounds":{"x":1.5,"y":2,"width":3,"height":4}}'],
    ['a text', '{"bounds":{"x":"1","y":2,"width":3,"height":4}}'],
  ])('forgets %s', (_what, text) => {
    expect(parseWindowState(text)).toBeNull();
  });

  it('takes anything but true as not maximized', () => {
    const text = '{"bounds":{"x":1,"y":2,"width":3,"height":4},"isMaximized":"yes"}';
    expect(parseWindowState(text)?.isMaximized).toBe(false);
  });
});

describe('where the window opens', () => {
  const remembered = { x: 2000, y: 100, width: 1400, height: 900 };

  it('opens where it was left, also on a second screen', () => {
    expect(placeWindow(remembered, [LAPTOP, BESIDE])).toEqual(remembered);
  });

  it('forgets a place on a screen that is gone', () => {
    expect(placeWindow(remembered, [LAPTOP])).toBeNull();
  });

  it('forgets a place whose title bar lies above or below every screen', () => {
    expect(placeWindow({ ...remembered, x: 0, y: -30 }, [LAPTOP])).toBeNull();
    expect(placeWindow({ ...remembered, x: 0, y: 1010 }, [LAPTOP])).toBeNull();
  });

  it('keeps a window that hangs over the edge as long as it can be caught', () => {
    expect(placeWindow({ ...remembered, x: -1280 }, [LAPTOP])).toEqual({ ...remembered, x: -1280 });
    expect(placeWindow({ ...remembered, x: -1281 }, [LAPTOP])).toBeNull();
  });

  it('is never smaller than its content allows', () => {
    expect(placeWindow({ x: 10, y: 10, width: 200, height: 100 }, [LAPTOP])).toEqual({
      x: 10,
      y: 10,
      width: 1100,
      height: 700,
    });
  });

  it('has no opinion at the first start', () => {
    expect(placeWindow(null, [LAPTOP])).toBeNull();
  });
});
