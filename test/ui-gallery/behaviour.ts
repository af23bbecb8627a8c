import type { Browser, Page } from '@playwright/test';

/** What the keyboard does in the gallery, as a list of what did not hold. */
export async function checkBehaviour(browser: Browser, origin: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const checks = [checkGrid, checkClipboard, checkTable, checkPalette, checkBigGrid];
  for (const check of checks) {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await check(page, origin, (holds, words) => {
      if (!holds) faults.push(words);
    });
    await context.close();
  }
  return faults;
}

type Expect = (holds: boolean, words: string) => void;

async function checkGrid(page: Page, origin: string, expect: Expect): Promise<void> {
  await page.goto(`${origin}/?view=workpaper`);
  const cell = (item: number, letter: string) =>
    page.getByRole('gridcell', { name: `Item ${String(item)}, attribute ${letter},` });
  await cell(18, 'D').click();
  await page.keyboard.press('p');
  expect(
    (await cell(18, 'D').getAttribute('aria-label'))?.includes(': no deviation') === true,
    'P enters no deviation',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('d');
  expect(
    (await cell(19, 'D').getAttribute('aria-label'))?.includes(': deviation') === true,
    'D enters a deviation',
  );
  await page.keyboard.press('Control+z');
  expect(
    (await cell(19, 'D').getAttribute('aria-label'))?.includes(': empty') === true,
    'Ctrl Z takes it back',
  );
  await cell(18, 'D').click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+d');
  expect(
    (await cell(20, 'D').getAttribute('aria-label'))?.includes(': no deviation') === true,
    'Ctrl D fills down',
  );
  await page.getByRole('button', { name: /^deviation/ }).click();
  expect(
    (await page.getByRole('rowheader', { name: 'E-20724' }).count()) === 1,
    'the legend filters to item 7',
  );
  expect((await page.getByRole('rowheader', { name: 'E-20416' }).count()) === 0, 'the filter hides item 1');
  await page.getByRole('button', { name: /^deviation/ }).click();
  await page.getByRole('button', { name: 'Go to cell' }).click();
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(focused.startsWith('Item 16, attribute C'), 'the gate leads to the cell with missing evidence');
}

async function checkClipboard(page: Page, origin: string, expect: Expect): Promise<void> {
  await page.goto(`${origin}/?view=workpaper`);
  const cell = (item: number, letter: string) =>
    page.getByRole('gridcell', { name: `Item ${String(item)}, attribute ${letter},` });
  await cell(7, 'A').click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+c');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied === 'P\tD', `copies letters with tabs, got ${JSON.stringify(copied)}`);
  await page.evaluate(() => navigator.clipboard.writeText('N\tP\r\nD\tN/A\r\n'));
  await cell(19, 'C').click();
  await page.keyboard.press('Control+v');
  const pasted = await Promise.all(
    [cell(19, 'C'), cell(19, 'D'), cell(20, 'C'), cell(20, 'D')].map((locator) =>
      locator.getAttribute('aria-label'),
    ),
  );
  const words = pasted.map((label) => label?.split(': ')[1]?.split(',')[0] ?? '').join('; ');
  expect(words === 'not applicable; no deviation; deviation; not applicable', `pastes a block, got ${words}`);
}

async function checkTable(page: Page, origin: string, expect: Expect): Promise<void> {
  await page.goto(`${origin}/?view=review`);
  await page.getByRole('row', { name: /CC6-01/ }).click();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const selected = page.getByRole('row', { selected: true });
  expect(
    (await selected.textContent())?.startsWith('CC1-02') === true,
    'J moves on, past the heading of a group',
  );
  await page.keyboard.press('k');
  expect((await selected.textContent())?.startsWith('CC7-02') === true, 'K moves back');
  await page.getByRole('button', { name: 'Ref' }).click();
  const first = await page.getByRole('row').nth(2).textContent();
  expect(first?.startsWith('CC6-01') === true, 'sorting keeps the groups');
}

async function checkPalette(page: Page, origin: string, expect: Expect): Promise<void> {
  await page.goto(`${origin}/?view=home`);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('concl');
  const option = page.getByRole('option').first();
  expect((await option.textContent())?.includes('T1') === true, 'a blocked command shows its gate');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys of this screen' });
  const isListed = await help.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  expect(isListed, '? lists the keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  const region = await page.evaluate(() =>
    document.activeElement?.closest('[data-region]')?.getAttribute('data-region'),
  );
  expect(region === 'main', `F6 goes from the navigation to main, got ${String(region)}`);
}

/** The most milliseconds a key may take on 500 items by 12 attributes, the drawing included. */
const MOST_PER_KEY = 50;

async function checkBigGrid(page: Page, origin: string, expect: Expect): Promise<void> {
  await page.goto(`${origin}/?view=big`);
  await page.getByRole('gridcell', { name: 'Item 1, attribute A,' }).click();
  const rows = await page.getByRole('row').count();
  expect(rows < 150, `draws only rows in view, drew ${String(rows)}`);
  const times = await page.evaluate(measureKeys);
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  process.stdout.write(`500 x 12: ${middle.toFixed(1)} ms a key, at the middle of ${String(times.length)}\n`);
  expect(middle < MOST_PER_KEY, `a key takes ${middle.toFixed(1)} ms`);
  await page.keyboard.press('Control+End');
  const last = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(last.startsWith('Item 500, attribute L'), `Ctrl End goes to the last cell, got ${last}`);
}

/** Runs in the page: moves down and enters a result 60 times, and times each key to the end of its drawing. */
async function measureKeys(): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < 120; index += 1) {
    const key = index % 2 === 0 ? 'ArrowDown' : 'n';
    const start = performance.now();
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
    await new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    });
    // Reading a size makes the browser lay the page out, which belongs to the cost of the key.
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return times;
}
