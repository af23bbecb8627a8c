import { describe, expect, it } from 'vitest';
import { focusPlace, type Place } from '../../../../../src-renderer/features/workpaper/focus-place.ts';

/** An element with what stands in it, found by a selector that names its kind. */
class Part implements Place {
  readonly name: string;
  readonly kind: string;
  readonly inside: readonly Part[];
  isConnected = true;

  constructor(name: string, kind: string, inside: readonly Part[] = []) {
    this.name = name;
    this.kind = kind;
    this.inside = inside;
  }

  contains(other: Part): boolean {
    return other === this || this.inside.some((part) => part.contains(other));
  }

  querySelector(selectors: string): this | null {
    const found = this.all().find(({ kind }) => selectors.includes(kind));
    return (found ?? null) as this | null; // every part is of this class
  }

  private all(): readonly Part[] {
    return this.inside.flatMap((part) => [part, ...part.all()]);
  }
}

function screen() {
  const opener = new Part('open the form', 'button');
  const other = new Part('other', 'button');
  const submit = new Part('submit', 'button');
  const form = new Part('form', 'form', [submit]);
  const card = new Part('card', 'section', [opener, other, form]);
  const cell = new Part('cell', '[role="gridcell"][tabindex="0"]');
  const page = new Part('page', 'main', [new Part('first', 'button'), cell, card]);
  const body = new Part('body', 'body', [new Part('top bar', 'button'), page]);
  const around = [submit, form, card, page, body];
  const close = (): void => {
    submit.isConnected = false;
    form.isConnected = false;
  };
  return { opener, other, submit, form, card, page, around, close };
}

describe('the focus after its element is gone', () => {
  it('goes back to the button that opened the form', () => {
    const { around, submit, opener, other, close } = screen();
    close();
    expect(focusPlace(around, [submit, opener, other])?.name).toBe('open the form');
  });

  it('goes to the first element of the part that still stands where none of it was in focus', () => {
    const { around, submit, close } = screen();
    close();
    expect(focusPlace(around, [submit])?.name).toBe('open the form');
  });

  it('goes to the grid where nothing but the page still stands', () => {
    const { around, submit, opener, card, page, close } = screen();
    close();
    for (const part of [opener, card, page]) part.isConnected = false;
    expect(focusPlace(around, [submit, opener])?.name).toBe('cell');
  });

  it('goes nowhere where nothing stands', () => {
    const { around, submit } = screen();
    for (const part of around) part.isConnected = false;
    expect(focusPlace(around, [submit])).toBeNull();
  });
});
