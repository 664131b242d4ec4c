import { lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MiB } from '../../../src-shared/units';
import type { WindowsContents } from '../../../src-shared/windows-contents';
import { HIVE_PATH, optionalFeatures, provisionedApps, selectableUpdates } from '../../guest';
import { makeOwnedFolder } from '../../io';
import type { WindowsContentsRequest } from '../index';
import { withWimWorker, type FoundPath, type WimWorker } from './wim-worker';

const PACKAGES = '/Windows/servicing/Packages';
const APPLICATIONS = 'Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore\\Applications';
const FEATURES =
  'Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Notifications\\OptionalFeatures';
/** Real ones have some KiB, the largest some hundred. */
const MOST_MANIFEST_BYTES = 4 * MiB;
/** A Windows has some thousand. */
const MOST_MANIFESTS = 20_000;

/**
 * Lists the provisioned apps and the optional features of an edition. What the image doesn't hold gives empty
 * lists. Throws what opening and unpacking a WIM throws, `wim/apply` for a hive that can't be read, and `cancelled`.
 */
export async function readWindowsContents(
  request: WindowsContentsRequest,
  signal: AbortSignal,
): Promise<WindowsContents> {
  const scratch = await makeOwnedFolder(resolve(request.folder), 'contents-');
  try {
    return await withWimWorker(signal, async (worker) => {
      await worker.open(
        request.wimParts.map((part) => resolve(part)),
        request.index,
      );
      const hive = await extractHive(worker, scratch);
      const apps = hive === null ? [] : await worker.listKeys(hive, APPLICATIONS);
      const states = hive === null ? [] : await worker.listKeys(hive, FEATURES);
      const manifests = await readManifests(worker, scratch);
      return {
        apps: provisionedApps(apps.map(({ name }) => name)),
        features: optionalFeatures(
          manifests.flatMap((manifest) => selectableUpdates(manifest)),
          states.map(({ name, values }) => ({ name, selection: values['selection'] ?? null })),
        ),
      };
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function extractHive(worker: WimWorker, scratch: string): Promise<string | null> {
  const [found] = await worker.find([HIVE_PATH.SOFTWARE]);
  if (!found || found.directory) return null;
  await worker.extract([found.path], scratch);
  const path = join(scratch, found.path);
  // A link in the image must not have this program read a file of this computer.
  return (await lstat(path)).isFile() ? path : null;
}

async function readManifests(worker: WimWorker, scratch: string): Promise<string[]> {
  const manifests = (await worker.list(PACKAGES)).filter(isManifest).slice(0, MOST_MANIFESTS);
  if (manifests.length === 0) return [];
  const into = join(scratch, 'packages');
  await mkdir(into);
  await worker.extract(
    manifests.map(({ path }) => path),
    into,
  );
  const texts: string[] = [];
  for (const { path } of manifests) {
    const about = await lstat(join(into, path));
    if (about.isFile() && about.size <= MOST_MANIFEST_BYTES) {
      texts.push(await readFile(join(into, path), 'utf8'));
    }
  }
  return texts;
}

function isManifest({ path, directory }: FoundPath): boolean {
  return !directory && /\.mum$/i.test(path);
}
