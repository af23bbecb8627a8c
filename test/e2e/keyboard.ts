import { expect, type Page } from '@playwright/test';
import { settled } from './real-window.ts';

/** Somebody at the window who has no mouse: what the hands can do, and how they find what they look for. */
export interface Keyboard {
  readonly press: (chord: string, times?: number) => Promise<void>;
  /** Presses Tab until what has the focus is called so. */
  readonly tabTo: (name: string | RegExp) => Promise<void>;
  readonly activate: (name: string | RegExp) => Promise<void>;
  /** Goes to a field and replaces what stands in it. */
  readonly fill: (name: string | RegExp, text: string) => Promise<void>;
  /** Goes to a list of choices and takes the one that is called so. */
  readonly choose: (name: string | RegExp, option: string | RegExp) => Promise<void>;
  /** Runs a command of the palette. */
  readonly command: (words: string) => Promise<void>;
}

/** More stops than any page has. */
const MOST_STOPS = 300;

export function keyboardOf(page: Page): Keyboard {
  const press = async (chord: string, times = 1): Promise<void> => {
    for (let count = 0; count < times; count += 1) await page.keyboard.press(chord);
  };
  const tabTo = async (name: string | RegExp): Promise<void> => {
    await settled(page);
    // Nobody sets out for what is not there yet, and on the way Tab would take along what follows the focus.
    await expect(
      async () => {
        expect((await stopNames(page)).filter((found) => isCalled(found, name))).not.toEqual([]);
      },
      `nothing that Tab stops at is called ${String(name)}`,
    ).toPass({ timeout: 15_000 });
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const found = await focusedName(page);
      if (isCalled(found, name)) return;
      passed.push(found);
      await page.keyboard.press('Tab');
    }
    throw new Error(
      `Tab does not lead to ${String(name)}. Passed: ${[...new Set(passed)].map((name) => name.slice(0, 40)).join(' | ')}`,
    );
  };
  const fill = async (name: string | RegExp, text: string): Promise<void> => {
    await tabTo(name);
    await press('Control+A');
    await page.keyboard.insertText(text);
  };
  return {
    press,
    tabTo,
    fill,
    activate: async (name) => {
      await tabTo(name);
      await press('Enter');
    },
    choose: async (name, option) => {
      await tabTo(name);
      await press('Enter');
      await expect(page.locator(':focus')).toHaveAttribute('aria-expanded', 'true');
      await listIsReady(page);
      for (let step = 0; step < MOST_STOPS; step += 1) {
        const before = await offered(page);
        if (isCalled(before, option)) break;
        await press('ArrowDown');
        await expect.poll(() => offered(page)).not.toBe(before);
      }
      await press('Enter');
      await expect.poll(async () => isCalled(await focusedValue(page), option)).toBe(true);
    },
    command: async (words) => {
      await press('Control+K');
      await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused();
      await page.keyboard.insertText(words);
      await expect(page.getByRole('option', { name: words }).first()).toBeVisible();
      await press('Enter');
      await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeHidden();
    },
  };
}

const isCalled = (found: string, name: string | RegExp): boolean =>
  typeof name === 'string' ? found === name : name.test(found);

/** What the element with the focus is called. */
async function focusedName(page: Page): Promise<string> {
  const [name] = await namesOf(page, ':focus');
  return name ?? '';
}

/** What Tab can stop at is called. */
const stopNames = (page: Page): Promise<readonly string[]> =>
  namesOf(page, 'a[href], button, input, textarea, [tabindex]');

/** What those of the elements are called that Tab can reach or that have the focus, as a screen reader would say it. */
function namesOf(page: Page, selector: string): Promise<readonly string[]> {
  return page.locator(selector).evaluateAll((elements) => {
    const nameOf = (element: Element): string => {
      const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
      const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const named = [
        ...(isField ? (element.labels ?? []) : []),
        ...ids.map((id) => document.getElementById(id)),
      ];
      const texts = [
        element.getAttribute('aria-label') ?? '',
        named.map((label) => label?.textContent ?? '').join(' '),
        element.textContent,
      ].map((text) => text.replace(/\s+/g, ' ').trim());
      return texts.find((text) => text !== '') ?? '';
    };
    return elements
      .filter(
        (element) =>
          element === document.activeElement || (element instanceof HTMLElement && element.tabIndex >= 0),
      )
      .map(nameOf);
  });
}

function focusedValue(page: Page): Promise<string> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement.value : '',
  );
}

/**
 * The list notes where it stands by a timer of its own after it has opened, and a key that comes before that timer is
 * forgotten. Timers of one length fire in the order in which they were set.
 */
const listIsReady = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)));

/** The choice that Enter would take from the list that is open. */
function offered(page: Page): Promise<string> {
  return page.evaluate(
    () => document.querySelector('[role="option"][data-combobox-selected]')?.textContent ?? '',
  );
}
