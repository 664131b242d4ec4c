import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipeDefaults } from '../../src-shared/windows-recipe';
import { type WindowsPlan } from '../../src-shared/plan';
import { GiB } from '../../src-shared/units';
import { noSecrets } from '../../src-shared/windows-choices';
import { createHost } from '../host/linux';
import { buildUdf, buildWim, windowsXml } from '../image/testing';
import { windowsOperations } from './operations';
import { preparePlan } from './prepare';
import { driveTarget, fileTarget } from './test-support/simulated-job';

let base: string;
let iso: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'operations-test-'));
  iso = join(base, 'Win11.iso');
  const wim = buildWim({ xml: windowsXml('Pro') });
  await writeFile(iso, buildUdf({ files: { 'sources/install.wim': wim } }));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const drive = driveTarget('/dev/sdx', 64 * GiB);

async function operations(more: Partial<WindowsPlan>): Promise<string[]> {
  const plan: WindowsPlan = {
    ...recipeDefaults,
    image: { path: iso, sha256: null },
    edition: { index: 1 },
    targets: [drive],
    way: 'staged',
    secrets: noSecrets,
    ...more,
  };
  return windowsOperations(plan, await preparePlan(plan), '/work', createHost());
}

/** Places, in the list, of the lines that match; every pattern has to match one line only. */
function placesOf(lines: readonly string[], ...patterns: RegExp[]): number[] {
  return patterns.map((pattern) => {
    const found = lines.flatMap((line, at) => (pattern.test(line) ? [at] : []));
    expect(found, `${String(pattern)} in\n${lines.join('\n')}`).toHaveLength(1);
    return found[0] ?? -1;
  });
}

function expectInOrder(lines: readonly string[], ...patterns: RegExp[]): void {
  const places = placesOf(lines, ...patterns);
  expect(places).toEqual([...places].sort((a, b) => a - b));
}

describe('the operations of a plan', () => {
  it('with a GPT end in its table, and have nothing for a BIOS', async () => {
    const lines = await operations({ layout: { scheme: 'gpt', container: 'none' } });
    expectInOrder(
      lines,
      /^read .*Win11\.iso once/,
      /^open \/dev\/sdx alone$/,
      /efi\.fat: FAT32 .* a BCD for this stick$/,
      /^erase the partition table of \/dev\/sdx/,
      /^write allocated clusters of EFI system partition.* from byte 1048576$/,
      /^write allocated clusters of Windows, NTFS to \/dev\/sdx from byte 335544320$/,
      /^flush \/dev\/sdx, read back/,
      /^write the partition table \(GPT, new GUIDs\) to \/dev\/sdx/,
      /^ {2}sectors 2048 to 616447, .*EFI system partition/,
      /^ {2}sectors 616448 to 649215, .*Microsoft reserved partition/,
      /^ {2}sectors 655360 to \d+, .*Windows, NTFS/,
      /^check \/dev\/sdx/,
    );
    expect(lines.join('\n')).not.toMatch(/MBR|BIOS|GRUB|virtual disk|VHDX/i);
  });

  it('with an MBR have boot code and no reserved partition', async () => {
    const lines = await operations({ layout: { scheme: 'mbr', container: 'none' } });
    expectInOrder(
      lines,
      /^read .*Win11\.iso once/,
      /efi\.fat: FAT32 .* BCDs for UEFI and BIOS for this stick$/,
      /^write the partition table \(MBR, new signature, boot code for a BIOS\) to \/dev\/sdx/,
      /^ {2}sectors 2048 to 616447, .*EFI system partition/,
      /^ {2}sectors 655360 to \d+, .*Windows, NTFS/,
    );
    expect(lines.join('\n')).not.toMatch(/GPT|reserved/);
  });

  it('with Windows in a virtual disk make the volume that holds it, before anything is erased', async () => {
    for (const scheme of ['gpt', 'mbr'] as const) {
      const lines = await operations({ layout: { scheme, container: 'vhdx' } });
      expectInOrder(
        lines,
        /mkntfs .*container/,
        /^begin the virtual disk with its headers and an MBR/,
        /^erase the partition table/,
        /^write the partition table/,
      );
    }
  });

  it.each(['img', 'vhdx'])('into a file .%s make it under another name', async (extension) => {
    const path = `/out/a.${extension}`;
    const lines = await operations({ targets: [fileTarget(path, 64 * GiB)] });
    expectInOrder(
      lines,
      /^create \/out\/a\.\w+\.unfinished, .*68\.7 GB$/,
      /^write the partition table/,
      /^rename \/out\/a\.\w+\.unfinished to \/out\/a\.\w+$/,
    );
    expect(lines.join('\n')).not.toMatch(/erase|read back|open .* alone/i);
  });

  it('for a virtual disk tell that places are counted in its disk, and that its head is written last', async () => {
    const lines = await operations({ targets: [fileTarget('/out/a.vhdx', 64 * GiB)] });
    expectInOrder(
      lines,
      /^create \/out\/a\.vhdx\.unfinished, 4\.2 MB of a virtual disk’s own structures and a disk of 68\.7 GB$/,
      /^write allocated clusters of Windows, NTFS to the disk in \/out\/a\.vhdx from byte 335544320$/,
      /^write the partition table \(GPT, new GUIDs\) to the disk in \/out\/a\.vhdx, after it the first MiB of the file/,
      /^check the disk in \/out\/a\.vhdx/,
    );
  });

  it('of the direct way unpack onto the drive, after its table is erased and only once', async () => {
    const lines = await operations({ way: 'direct' });
    expectInOrder(
      lines,
      /^open \/dev\/sdx alone$/,
      /losetup: make \/dev\/loop… of \/dev\/sdx from byte 335544320/,
      /^flush and remove \/dev\/loop…/,
      /efi\.fat/,
      /^write allocated clusters of EFI/,
      /^write the partition table/,
    );
    expect(lines.join('\n')).not.toMatch(/clusters of Windows|overlay|kept by an earlier job/);
  });
});
