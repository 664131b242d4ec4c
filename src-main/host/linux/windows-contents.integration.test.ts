import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { StickError } from '../../../src-shared/errors';
import { encodeHive } from '../../guest';
import { softwareHive } from '../../practice/hives';
import { practiceEditions } from '../../practice/editions';
import {
  foundationManifest,
  practiceApps,
  practiceFeatures,
} from '../../practice/windows-contents';
import { runTool } from '../run-tool';
import { buildScripts } from './test-support/build-scripts';
import { readWindowsContents } from './windows-contents';
import { withWimWorker } from './wim-worker';

const signal = new AbortController().signal;
const [edition] = practiceEditions;
if (!edition) throw new Error('there is no practice edition');
const hive = softwareHive(edition);

let removeScripts: () => Promise<void>;
let folder: string;
beforeAll(async () => {
  removeScripts = await buildScripts();
  folder = await mkdtemp(join(tmpdir(), 'windows-contents-'));
});
afterAll(async () => {
  await removeScripts();
  await rm(folder, { recursive: true, force: true });
});

const HIVE = 'Windows/System32/config/SOFTWARE';
const MANIFEST = 'Windows/servicing/Packages/foundation.MUM';

/** A WIM of these files; a text that begins with `->` is a link. */
async function wimOf(name: string, files: Record<string, Buffer | string>): Promise<string> {
  const tree = join(folder, name);
  await runTool('mkdir', ['-p', join(tree, 'Windows/System32/config')]);
  await runTool('mkdir', ['-p', join(tree, 'Windows/servicing/Packages')]);
  for (const [path, content] of Object.entries(files)) {
    if (typeof content === 'string' && content.startsWith('->')) {
      await runTool('ln', ['-s', content.slice(2), join(tree, path)]);
    } else await writeFile(join(tree, path), content);
  }
  const wim = `${tree}.wim`;
  await runTool('wimlib-imagex', ['capture', tree, wim, name, '--compress=none', '--norpfix']);
  return wim;
}

function contentsOf(wim: string): ReturnType<typeof readWindowsContents> {
  return readWindowsContents({ wimParts: [wim], index: 1, folder }, signal);
}

it('gives empty lists for an image without them', async () => {
  const bare = encodeHive({ name: 'ROOT', values: [], subkeys: [] });
  expect(await contentsOf(await wimOf('none', {}))).toEqual({ apps: [], features: [] });
  expect(await contentsOf(await wimOf('bare', { [HIVE]: bare }))).toEqual({
    apps: [],
    features: [],
  });
});

it('meets a hive that is none with an error', async () => {
  const wim = await wimOf('broken', { [HIVE]: Buffer.alloc(8192, 0xff) });
  await expect(contentsOf(wim)).rejects.toMatchObject({ code: 'wim/apply' });
});

it('reads no file of this computer that a link in the image points to', async () => {
  const own = join(folder, 'own-hive');
  await writeFile(own, hive);
  const wim = await wimOf('links', { [HIVE]: `->${own}`, [MANIFEST]: '->/etc/hostname' });
  expect(await contentsOf(wim)).toEqual({ apps: [], features: [] });
});

it('tells the apps and features of an image and leaves nothing behind', async () => {
  const wim = await wimOf('whole', { [HIVE]: hive, [MANIFEST]: foundationManifest() });
  const { apps, features } = await contentsOf(wim);
  expect(apps).toHaveLength(practiceApps.length);
  expect(apps).toContainEqual({
    name: 'Microsoft.BingNews',
    displayName: 'News',
    version: '4.1.24002.0',
  });
  expect(features).toEqual(
    practiceFeatures.map(({ name, title, enabled }) => ({ name, displayName: title, enabled })),
  );
  expect((await readdir(folder)).filter((name) => name.startsWith('contents-'))).toEqual([]);
});

it('lists the same keys as hivexsh', async () => {
  const path = join(folder, 'listed-hive');
  await writeFile(path, hive);
  const key = 'Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore\\Applications';
  const keys = await withWimWorker(signal, (worker) => worker.listKeys(path, key.toUpperCase()));
  const script = join(folder, 'script');
  await writeFile(script, `cd \\${key}\nls\n`);
  const { stdout } = await runTool('hivexsh', ['-f', script, path]);
  expect(keys.map(({ name }) => name).sort()).toEqual(stdout.trim().split('\n').sort());
  expect(keys[0]?.values['path']).toContain('AppxBundleManifest.xml');
});

it('meets a damaged hive with an error or an answer, never with a crash', async () => {
  const path = join(folder, 'damaged-hive');
  const key = 'Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore\\Applications';
  const damage = fc.array(fc.tuple(fc.nat(hive.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = Buffer.from(hive);
      for (const [at, value] of changes) bytes.writeUInt8(value, at);
      await writeFile(path, bytes);
      const outcome: unknown = await withWimWorker(signal, (worker) =>
        worker.listKeys(path, key),
      ).catch((error: unknown) => error);
      expect(Array.isArray(outcome) || outcome instanceof StickError).toBe(true);
    }),
    { numRuns: 20 },
  );
});
