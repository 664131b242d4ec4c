import { randomBytes } from 'node:crypto';
import { mkdir, open, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KiB, MiB } from '../../src-shared/units';
import { bufferSource, openFileSource, type ByteSource } from '../io';
import type { Extent } from './extent';
import { FileSystemError } from './file-system-error';
import { volumeExtents } from './block-map';
import { commonNtfsRanges, ntfsOverlay, type FileContent } from './ntfs-grow';
import { openNtfs } from './ntfs-read';
import { tool, toolBytes, withFolder } from './testing';

const VOLUME = 12 * MiB;
const OWN = 'Windows/Panther/unattend.xml';
const OTHER = 'Windows/other.dat';

/** A volume made and filled through ntfs-3g, mounted for a while. */
async function volumeWith(folder: string, fill: (root: string) => Promise<void>): Promise<string> {
  const path = join(folder, 'volume.ntfs');
  await writeFile(path, '');
  await truncate(path, VOLUME);
  await tool(
    'mkntfs',
    '-Q',
    '-F',
    '-q',
    '-s',
    '512',
    '-c',
    '4096',
    '-p',
    '655360',
    '-H',
    '255',
    '-S',
    '63',
    path,
  );
  const mounted = join(folder, 'mounted');
  await mkdir(mounted);
  await tool('ntfs-3g', path, mounted);
  try {
    await mkdir(join(mounted, 'Windows/Panther'), { recursive: true });
    await fill(mounted);
  } finally {
    await tool('umount', mounted);
  }
  return path;
}

/** Some of many small files are removed here and there, so that what comes next lies in pieces between the rest. */
async function fragment(root: string): Promise<void> {
  const names = Array.from({ length: 4000 }, (_, i) => join(root, `filler ${String(i)}`));
  let made = 0;
  for (const name of names) {
    const full = await writeFile(name, randomBytes(4 * KiB)).then(
      () => false,
      () => true,
    );
    made += 1;
    if (full) break;
  }
  for (let i = 0; i < made; i += 1) {
    if ((i * 7919) % 101 < 20) await rm(names[i] ?? '', { force: true });
  }
}

/** What a stick holds: the common ranges and its overlay, in a new file full of holes. */
async function stickOf(path: string, onStick: string, contents: FileContent[]): Promise<void> {
  const source = await openFileSource(path);
  const file = await open(onStick, 'w');
  try {
    await file.truncate(VOLUME);
    const paths = contents.map((content) => content.path);
    const common = volumeExtents(await commonNtfsRanges(source, 0, paths), 0);
    const identity = { partitionBytes: VOLUME, serial: 7n, contents };
    const overlay = await ntfsOverlay(source, identity);
    const copy = async (from: ByteSource, extents: readonly Extent[]): Promise<void> => {
      for (const { sourceOffset, targetOffset, length } of extents) {
        await file.write(await from.read(sourceOffset, length), 0, length, targetOffset);
      }
    };
    await copy(source, common);
    await copy(bufferSource(overlay.bytes), overlay.extents);
  } finally {
    await file.close();
    await source.close();
  }
}

describe('files of which each stick has its own', () => {
  it.each([
    ['in one piece', false],
    ['in many pieces', true],
  ])('get their content, %s, and nothing else changes', (_, inPieces) =>
    withFolder(async (folder) => {
      const placeholder = Buffer.alloc(64 * KiB, 'placeholder ');
      const other = randomBytes(70 * KiB);
      const volume = await volumeWith(folder, async (root) => {
        if (inPieces) await fragment(root);
        await writeFile(join(root, OWN), placeholder);
        await writeFile(join(root, OTHER), other);
      });
      const source = await openFileSource(volume);
      const { ranges: clusters } = await (await openNtfs(source)).openFile(`/${OWN}`);
      await source.close();
      expect(clusters.length > 1).toBe(inPieces);

      const content = randomBytes(placeholder.length);
      const stick = join(folder, 'stick.ntfs');
      await stickOf(volume, stick, [{ path: `/${OWN}`, bytes: content }]);
      expect(await tool('ntfsfix', '-n', stick)).toContain('processed successfully');
      expect((await toolBytes('ntfscat', stick, `/${OWN}`)).equals(content)).toBe(true);
      expect((await toolBytes('ntfscat', stick, `/${OTHER}`)).equals(other)).toBe(true);
      expect((await toolBytes('ntfscat', volume, `/${OWN}`)).equals(placeholder)).toBe(true);
    }),
  );

  it('leave no placeholder on the stick, and are not part of what sticks have in common', () =>
    withFolder(async (folder) => {
      const volume = await volumeWith(folder, (root) =>
        writeFile(join(root, OWN), Buffer.alloc(128 * KiB, 'placeholder ')),
      );
      const stick = join(folder, 'stick.ntfs');
      await stickOf(volume, stick, [{ path: `/${OWN}`, bytes: Buffer.alloc(128 * KiB, ' ') }]);
      const whole = await openFileSource(stick);
      try {
        expect((await whole.read(0, VOLUME)).includes('placeholder ')).toBe(false);
      } finally {
        await whole.close();
      }
    }));

  it('are refused where they have no clusters of their own, and a content of another size is too', () =>
    withFolder(async (folder) => {
      const volume = await volumeWith(folder, async (root) => {
        await writeFile(join(root, 'tiny'), 'in the record');
        await writeFile(join(root, 'sparse'), '');
        await truncate(join(root, 'sparse'), MiB);
        await writeFile(join(root, 'whole'), randomBytes(64 * KiB));
      });
      const source = await openFileSource(volume);
      try {
        const opened = await openNtfs(source);
        for (const path of ['/tiny', '/sparse', '/Windows', '/not there']) {
          await expect(opened.openFile(path), path).rejects.toThrow(FileSystemError);
          await expect(commonNtfsRanges(source, 0, [path]), path).rejects.toThrow(FileSystemError);
        }
        const contents = [{ path: '/whole', bytes: Buffer.alloc(64 * KiB - 1) }];
        const overlay = ntfsOverlay(source, { partitionBytes: VOLUME, serial: 7n, contents });
        await expect(overlay).rejects.toMatchObject({ code: 'internal' });
      } finally {
        await source.close();
      }
    }));
});
