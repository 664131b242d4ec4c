import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { type ElectronApplication, type Page, _electron } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Language } from '../../src-shared/languages';
import type { SceneName } from '../../src-renderer/dev/scenes';
import { definedEnvironment, electronExecutable } from '../electron';

const rendererRoot = resolve(__dirname, '../../src-renderer');
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A language; or English, with every sentence half as long again, or set from right to left. */
export type Words = Language | 'long' | 'rtl';

/** The wizard in Electron against a simulated program, to look at every state of every screen. */
export interface Preview {
  page: Page;
  show(scene: SceneName, theme: 'light' | 'dark', words?: Words): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  close(): Promise<void>;
}

/** `axe`: each page in it has axe, so that it isn't sent for each look anew. */
export async function openPreview({ axe = false } = {}): Promise<Preview> {
  const folder = await mkdtemp(join(tmpdir(), 'sticksmith-preview-'));
  await buildPreview(join(folder, 'page'));
  const server = await serve(join(folder, 'page'));
  const { port } = server.address() as AddressInfo;
  const app = await launch(folder);
  const page = await app.firstWindow();
  if (axe) await page.addInitScript({ path: axeScript() });
  let size = { width: 0, height: 0 };
  return {
    page,
    async show(scene, theme, words = 'en') {
      await page.goto(
        `http://127.0.0.1:${String(port)}/dev/index.html?scene=${scene}&theme=${theme}&${words === 'long' || words === 'rtl' ? words : `language=${words}`}`,
      );
      await page.locator(`html[data-scene="${scene}"]`).waitFor();
    },
    async resize(width, height) {
      if (size.width === width && size.height === height) return;
      size = { width, height };
      await app.evaluate(({ BrowserWindow }, wanted) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(wanted.width, wanted.height);
      }, size);
      await page.waitForFunction(
        (wanted) => window.innerWidth === wanted.width && window.innerHeight === wanted.height,
        size,
      );
    },
    async close() {
      await app.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The file of the axe that AxeBuilder would send. */
function axeScript(): string {
  const builder = createRequire(__filename).resolve('@axe-core/playwright');
  return createRequire(builder).resolve('axe-core/axe.min.js');
}

async function buildPreview(outDir: string): Promise<void> {
  await build({
    root: rendererRoot,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2000,
      target: 'chrome114',
      assetsInlineLimit: 0,
      rolldownOptions: { input: join(rendererRoot, 'dev', 'index.html') },
    },
  });
}

/** Serves the folder to this computer only. */
async function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = resolve(join(folder, pathname));
    const type = types[extname(file)];
    if (!file.startsWith(folder + sep) || type === undefined) {
      response.writeHead(404).end();
      return;
    }
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      // Kept by the browser, with what it compiled: hundreds of scenes are one and the same script.
      .once('open', () =>
        response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=3600' }),
      )
      .pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

/** A bare Electron with one empty window; nothing of the real program runs. */
async function launch(folder: string): Promise<ElectronApplication> {
  await writeFile(join(folder, 'package.json'), '{ "name": "preview", "main": "main.js" }');
  await writeFile(
    join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
app.setPath('userData', ${JSON.stringify(join(folder, 'data'))});
app.whenReady().then(() =>
  new BrowserWindow({ width: 1040, height: 720, useContentSize: true }).loadURL('about:blank'),
);
`,
  );
  return _electron.launch({
    executablePath: electronExecutable(),
    // The empty page it starts with has no policy, and Electron would complain of that.
    env: { ...definedEnvironment(), ELECTRON_DISABLE_SECURITY_WARNINGS: '1' },
    args: ['--no-sandbox', folder],
  });
}
