import { expect, test, type Page } from '@playwright/test';
import { inProject } from '../harness/project.ts';
import {
  answerOpenDialog,
  ask,
  goTo,
  openEngagement,
  openWindow,
  settled,
  violations,
  type RealWindow,
} from './real-window.ts';
import { dropSamples, sampleEngagements, type SampleEngagements } from './sample-engagements.ts';

/*
 * Every screen of the program on the finished Type II sample engagement, in both schemes: it is drawn, nothing in it
 * stops a person who uses a screen reader, nothing complains, and it needs no scrolling sideways on a small window.
 */

const SCHEMES = ['light', 'dark'] as const;
const SIZE = { width: 1400, height: 900 };
/** The narrowest window that is promised to work: smaller than the window lets itself be made, as under zoom. */
const NARROW = { width: 1024, height: 700 };

interface Screen {
  readonly name: string;
  /** Its address; from the ids of the engagement where it belongs to a row. */
  readonly path: string | ((ids: Ids) => string);
  /** The heading that shows that the page itself was drawn. */
  readonly heading: string | RegExp;
  /** The name of its picture in docs/screenshots; only some have one. */
  readonly picture?: string;
  /** What else must be there, or be done first. */
  readonly prepare?: (page: Page) => Promise<void>;
}

interface Ids {
  readonly paper: string;
  readonly control: string;
  readonly criterion: string;
  readonly deviation: string;
}

const WIZARD = [
  'Who is examined, and by whom?',
  'What is the report about, and when?',
  'Which system, and which categories?',
  'Who works on it?',
  'Where is it kept, and under which passphrase?',
];

const OUTSIDE: readonly Screen[] = [
  {
    name: 'start',
    picture: 'start',
    path: '/',
    heading: 'Tickmark',
    prepare: (page) => seen(page, 'Engagements on this computer'),
  },
  ...WIZARD.map((heading, step) => ({
    name: `new engagement, step ${step + 1}`,
    path: '/new',
    heading: /\?$/,
    prepare: (page: Page) => walkWizard(page, step, heading),
  })),
  { name: 'verify', path: '/verify', heading: 'Verify a report' },
  {
    name: 'verify, answered',
    path: '/verify',
    heading: 'Verify a report',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^Choose (another )?report/ }).click();
      await expect(page.getByText('Unchanged since it was signed')).toBeVisible();
    },
  },
  { name: 'persons', path: '/persons', heading: 'Persons and firm' },
  {
    name: 'persons, a size that is none',
    path: '/persons',
    heading: 'Persons and firm',
    prepare: async (page) => {
      await page.getByRole('textbox', { name: 'Weekly, high risk' }).fill('ten');
      await page.getByRole('button', { name: 'Save sizes' }).click();
      await expect(page.getByText('A number, “all”, or a share', { exact: true })).toBeVisible();
    },
  },
  { name: 'firm library', path: '/library', heading: 'Control library' },
  { name: 'library entry', path: '/library/LA-02', heading: /^LA-02/ },
];

const SCOPE_PARTS = [
  'boundary',
  'organizations',
  'complementary',
  'commitments',
  'not-relevant',
  'dates',
  'sizes',
];

const TABS = ['Design', 'Population', 'Sample', 'Operating test', 'Deviations', 'Notes', 'History'];

const PICTURED_TABS = ['Population', 'Sample', 'Operating test'];

const INSIDE: readonly Screen[] = [
  { name: 'home', picture: 'home', path: '/home', heading: /Quillhaven/ },
  { name: 'review board', picture: 'review-board', path: '/review', heading: 'Review board' },
  { name: 'acceptance', path: '/acceptance', heading: 'Acceptance and team' },
  ...SCOPE_PARTS.map((part) => ({ name: `scope, ${part}`, path: `/scope/${part}`, heading: 'Scope' })),
  { name: 'controls', picture: 'controls', path: '/controls', heading: 'Controls and criteria' },
  { name: 'control', path: ({ control }) => `/controls/${control}`, heading: 'Controls and criteria' },
  { name: 'control library', path: '/controls/library', heading: 'Add controls from the library' },
  { name: 'control import', path: '/controls/import', heading: 'Import the client’s controls' },
  { name: 'new control', path: '/controls/new', heading: 'New control' },
  { name: 'requests', path: '/requests', heading: 'Requests' },
  { name: 'populations', path: '/populations', heading: 'Populations' },
  { name: 'tests', path: '/tests', heading: 'Tests' },
  ...TABS.map((tab) => ({
    name: `workpaper, ${tab.toLowerCase()}`,
    ...(PICTURED_TABS.includes(tab) ? { picture: `workpaper-${tab.toLowerCase().replace(' ', '-')}` } : {}),
    path: ({ paper }: Ids) => `/tests/${paper}`,
    heading: /./,
    prepare: (page: Page) => chooseTab(page, tab),
  })),
  { name: 'deviations', path: '/deviations', heading: 'Deviations' },
  { name: 'deviation', path: ({ deviation }) => `/deviations/${deviation}`, heading: 'Deviations' },
  { name: 'criteria', picture: 'criteria', path: '/criteria', heading: 'Criteria' },
  { name: 'criterion', path: ({ criterion }) => `/criteria/${criterion}`, heading: /^CC6\.2 / },
  { name: 'opinion', path: '/opinion', heading: 'Opinion' },
  { name: 'description', path: '/description', heading: 'Description of the system' },
  { name: 'letters', path: '/letters', heading: 'Letters' },
  { name: 'report', picture: 'report', path: '/report', heading: 'Report' },
  { name: 'journal', path: '/journal', heading: 'Journal' },
  { name: 'assembly', path: '/assembly', heading: 'Assembly and lock' },
  {
    name: 'unlock dialog',
    path: '/home',
    heading: /Quillhaven/,
    prepare: async (page) => {
      await page.getByRole('button', { name: /Key locked/ }).click();
      await page.getByRole('menuitem', { name: 'Unlock signing key' }).click();
      await expect(page.getByRole('dialog', { name: 'Unlock a signing key' })).toBeVisible();
    },
  },
];

let samples: SampleEngagements | undefined;
let shown: RealWindow;
let ids: Ids | undefined;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  samples = await sampleEngagements();
  shown = await openWindow(samples.home);
  await answerOpenDialog(shown.program, [samples.typeIIReport]);
});

test.afterAll(async () => {
  await shown.program.close();
  dropSamples(samples);
});

for (const screen of OUTSIDE) {
  for (const scheme of SCHEMES) {
    test(`${screen.name}, ${scheme}`, () => isWhole(screen, scheme));
  }
}

for (const screen of INSIDE) {
  for (const scheme of SCHEMES) {
    test(`${screen.name}, ${scheme}`, async () => {
      ids ??= await openAndFind(shown.page);
      await isWhole(screen, scheme);
    });
  }
}

async function isWhole(screen: Screen, scheme: 'light' | 'dark'): Promise<void> {
  const { page, faults } = shown;
  await page.keyboard.press('Escape');
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize(SIZE);
  await goTo(
    page,
    typeof screen.path === 'string' ? screen.path : screen.path(ids ?? (await openAndFind(page))),
  );
  await expect(page.getByRole('heading', { level: 1, name: screen.heading })).toBeVisible();
  await screen.prepare?.(page);
  await settled(page);
  await takePicture(screen, scheme);
  expect(await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe(scheme);
  expect.soft(await violations(page), 'accessibility').toEqual([]);
  if (scheme === 'light') {
    await page.setViewportSize(NARROW);
    await settled(page);
    expect.soft(await scrollsSideways(page), 'scrolls sideways at 1024 px').toEqual([]);
    expect.soft(await violations(page), 'accessibility at 1024 px').toEqual([]);
  }
  expect(faults(), 'complaints').toEqual([]);
}

/** The pictures of README and docs are taken where TICKMARK_SCREENSHOTS is 1, with the cursor out of the way. */
async function takePicture({ picture }: Screen, scheme: string): Promise<void> {
  if (picture === undefined || process.env['TICKMARK_SCREENSHOTS'] !== '1') return;
  await shown.page.mouse.move(SIZE.width / 2, SIZE.height - 1);
  await shown.page.screenshot({
    path: inProject(`docs/screenshots/${picture}-${scheme}.png`),
    animations: 'disabled',
  });
}

/** Elements whose content is wider than they are and that let it be scrolled there. */
function scrollsSideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const isRoot = element === document.documentElement;
      const overflow = getComputedStyle(element).overflowX;
      const scrolls = isRoot || overflow === 'auto' || overflow === 'scroll';
      if (!scrolls || element.scrollWidth <= element.clientWidth + 1) return [];
      return [`${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`];
    }),
  );
}

async function seen(page: Page, text: string): Promise<void> {
  await expect(page.getByText(text).first()).toBeVisible();
}

async function chooseTab(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name: new RegExp(`(^|Done: )${name}`) });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: new RegExp(name) })).toBeVisible();
}

/** Goes a number of steps into the wizard, from its first step, with what those steps need. */
async function walkWizard(page: Page, steps: number, heading: string): Promise<void> {
  const next = page.getByRole('main').getByRole('button').last();
  const fills: readonly (() => Promise<void>)[] = [
    async () => {
      await page.getByLabel('Legal name').fill('Example Hosting, Inc.');
      await page.getByLabel('Name of the firm').fill('Example CPAs LLP');
    },
    async () => {
      await page.getByRole('textbox', { name: 'Period starts' }).fill('2025-01-01');
      await page.getByRole('button', { name: '12 months' }).click();
    },
    () => page.getByLabel('Name of the system').fill('Example Hosting System'),
    () => Promise.resolve(),
  ];
  for (const fill of fills.slice(0, steps)) {
    await fill();
    await next.click();
  }
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

async function openAndFind(page: Page): Promise<Ids> {
  await goTo(page, '/');
  await openEngagement(page, 'II');
  const control = (await ask(page, 'control.list', {})).find(({ code }) => code === 'LA-02');
  const criterion = (await ask(page, 'criteria.list', {})).find(({ code }) => code === 'CC6.2');
  const [deviation] = await ask(page, 'testing.deviations', { testId: null });
  const operating = control?.operating ?? undefined;
  if (control === undefined || operating === undefined || criterion === undefined || deviation === undefined)
    throw new Error('The sample engagement has no LA-02, no CC6.2 or no deviation.');
  return {
    paper: operating.workpaperId,
    control: control.id,
    criterion: criterion.id,
    deviation: deviation.id,
  };
}
