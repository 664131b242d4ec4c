import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ElectronApplication, type Page, _electron, expect } from '@playwright/test';
import { definedEnvironment, electronExecutable } from './electron';

const projectRoot = resolve(__dirname, '..');

/** The real program, opened for one test with its settings and work folder below `folder`. */
export interface OpenApp {
  app: ElectronApplication;
  page: Page;
  close(): Promise<void>;
}

/** `args` are for Chromium. */
export async function openApp(
  folder: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<OpenApp> {
  await mkdir(folder, { recursive: true });
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: ['--no-sandbox', ...args, projectRoot],
    env: { ...definedEnvironment(), STICKSMITH_DATA: folder, ...env },
  });
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return {
    app,
    page,
    async close() {
      // Without the question that a closing window asks while a job runs.
      await app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.destroy();
      });
      await app.close();
    },
  };
}

/** The screens by their question. */
export const question = {
  drive: 'Which drive becomes the stick?',
  image: 'What goes on it?',
  verify: 'Is the image genuine?',
  edition: 'Which edition?',
  space: 'How is the space divided?',
  protect: 'Protect what is on it?',
  yours: 'Make it yours',
  review: 'Is this what you want?',
} as const;

/** The wizard as a person uses it: each function does what its screen asks for, by role and name. */
export function wizardOn(page: Page) {
  const primary = page.getByRole('button', { name: 'Continue' });
  const seeing = (title: string, within?: { timeout: number }): Promise<void> =>
    expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible(within);
  return {
    seeing,
    primary,
    async continue(): Promise<void> {
      await primary.click();
    },
    /** Asks for an image file of a size such as `1 GB` as the target. */
    async targetImageFile(path: string, size: string): Promise<void> {
      await seeing(question.drive);
      await page.getByRole('checkbox', { name: /Make an image file instead/ }).click();
      await page.getByRole('textbox', { name: 'Image file' }).fill(path);
      await page.getByRole('textbox', { name: 'Size of the stick in the file' }).fill(size);
    },
    /** Types the image's path and presses Enter. */
    async openImage(path: string): Promise<void> {
      await seeing(question.image);
      const field = page.getByRole('textbox', { name: 'Path of the image' });
      await field.fill(path);
      await field.press('Enter');
    },
    /** Waits for the hash and says that one goes on without comparing it. */
    async goOnWithoutComparing(): Promise<void> {
      await seeing(question.verify);
      await page.getByRole('checkbox', { name: 'Go on without comparing' }).click();
    },
    async compareWith(sha256: string): Promise<void> {
      await seeing(question.verify);
      await page.getByRole('textbox', { name: 'Publisher’s SHA-256' }).fill(sha256);
    },
    async chooseEdition(name: string): Promise<void> {
      await seeing(question.edition);
      await page.getByRole('radio', { name }).click();
    },
    /** Keeps a shared partition, in GB as typed. */
    async share(gigabytes: string, label: string): Promise<void> {
      await seeing(question.space);
      await page.getByRole('textbox', { name: 'Its size' }).fill(gigabytes);
      await page.getByRole('textbox', { name: 'Its name' }).fill(label);
    },
    async start(name: string | RegExp): Promise<void> {
      await seeing(question.review);
      await page.getByRole('button', { name }).click();
    },
  };
}

/** Where screenshots for the documentation go; only when asked for, so that a test run changes no file. */
export async function screenshot(page: Page, name: string, fallbackFolder: string): Promise<void> {
  const wanted = process.env['STICKSMITH_UPDATE_SCREENSHOTS'] === '1';
  const folder = wanted ? join(projectRoot, 'docs', 'screenshots') : fallbackFolder;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** Chooses an entry of the menu “Tools”. */
export async function chooseTool(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Tools' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** At the review: keeps the answers under this name; the folder is the one of `openApp`. Gives the path of the recipe. */
export async function keepRecipe(page: Page, name: string, folder: string): Promise<string> {
  await page.getByRole('button', { name: 'Save as recipe…' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`${name} is kept with your recipes.`).first()).toBeVisible();
  return join(folder, 'sticksmith-data', 'recipes', `${name}.recipe.json`);
}
