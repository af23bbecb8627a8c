import { mkdirSync, rmSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { launchWindow } from '../harness/launch-window.ts';
import { inProject } from '../harness/project.ts';
import {
  makePracticeEngagement,
  practicePassphrase,
  type PracticeEngagement,
} from './practice-engagement.ts';

/* An engagement of realistic size opens, and its first screens are whole and accessible. */

const screens = [
  ['home', '/home'],
  ['review-board', '/review'],
] as const;

/** Screens that stand in README and docs; written there where TICKMARK_SCREENSHOTS is set, else beside the test results. */
const pictures =
  process.env['TICKMARK_SCREENSHOTS'] === '1'
    ? inProject('docs/screenshots')
    : inProject('test-results/screens');

let practice: PracticeEngagement;
let program: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  mkdirSync(pictures, { recursive: true });
  practice = await makePracticeEngagement();
  program = await launchWindow({ home: practice.home });
  page = await program.firstWindow();
  await page.waitForLoadState('load');
});

test.afterAll(async () => {
  await program.close();
  rmSync(practice.folder, { recursive: true, force: true });
});

async function goTo(path: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, path);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText('Engagements on this computer')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForTimeout(600);
}

test.describe.configure({ mode: 'serial' });

test('opens from the list of recent engagements', async () => {
  await expect(page.getByText('Engagements on this computer')).toBeVisible();
  await page.getByText('SOC 2 Type II').first().dblclick();
  await page.locator('input[type=password]').first().fill(practicePassphrase);
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: 'Quillhaven Managed Hosting, Inc.' }),
  ).toBeVisible();
  await expect(page.getByText(/entries, intact/)).toBeVisible({ timeout: 60_000 });
});

for (const scheme of ['light'] as const) {
  for (const [name, path] of screens) {
    test(`${name} is whole and accessible in the ${scheme} scheme`, async () => {
      await page.emulateMedia({ colorScheme: scheme });
      await goTo(path);
      await page.screenshot({ path: `${pictures}/${name}-${scheme}.png` });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      ).toEqual([]);
    });
  }
}
