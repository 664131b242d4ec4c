import { randomBytes } from 'node:crypto';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RegistryType, encodeHive, encodeText, type HiveKey } from '../../../guest';
import { practiceEditions } from '../../../practice/editions';
import { softwareHive as listingHive } from '../../../practice/hives';
import { runTool } from '../../run-tool';

/** A WIM made for a test, and what is in it. */
export interface PracticeWim {
  wimPath: string;
  /** Contents by path in the image, with `/`. */
  files: Map<string, Buffer>;
}

function dword(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function key(name: string, more: Partial<HiveKey> = {}): HiveKey {
  return { name, values: [], subkeys: [], ...more };
}

/** Two control sets, of which the second is the current one, and values that edits must leave alone. */
function systemHive(): Buffer {
  const controlSet = (name: string): HiveKey =>
    key(name, {
      subkeys: [
        key('Control', {
          values: [{ name: 'SystemBootDevice', type: RegistryType.string, data: encodeText('x') }],
        }),
        key('Services', {
          subkeys: [
            key('partmgr', {
              values: [{ name: 'Start', type: RegistryType.dword, data: dword(0) }],
              subkeys: [
                key('Parameters', {
                  values: [
                    { name: 'SanPolicy', type: RegistryType.dword, data: dword(1) },
                    { name: 'Other', type: RegistryType.binary, data: Buffer.from('keep') },
                  ],
                }),
              ],
            }),
          ],
        }),
      ],
    });
  const select = key('Select', {
    values: [
      { name: 'Current', type: RegistryType.dword, data: dword(2) },
      { name: 'Default', type: RegistryType.dword, data: dword(2) },
    ],
  });
  return encodeHive(
    key('ROOT', { subkeys: [controlSet('ControlSet001'), controlSet('ControlSet002'), select] }),
  );
}

function softwareHive(): Buffer {
  const currentVersion = key('CurrentVersion', {
    values: [{ name: 'ProductName', type: RegistryType.string, data: encodeText('Practice') }],
  });
  const windows = key('Windows', { subkeys: [currentVersion] });
  return encodeHive(key('ROOT', { subkeys: [key('Microsoft', { subkeys: [windows] })] }));
}

/**
 * Makes a tree like that of Windows and captures it as a WIM, by way of an NTFS volume so that it has
 * security descriptors: the hives' lets only administrators in. Needs root for ntfssecaudit.
 */
export async function makePracticeWim(
  folder: string,
  options: {
    payloadFiles?: number;
    payloadBytes?: number;
    without?: string[];
    /** Its hive SOFTWARE lists the apps and features of a practice Windows. */
    contents?: boolean;
  } = {},
): Promise<PracticeWim> {
  const [edition] = practiceEditions;
  if (!edition) throw new Error('there is no practice edition');
  const files = new Map<string, Buffer>([
    ['/Windows/System32/config/SYSTEM', systemHive()],
    [
      '/Windows/System32/config/SOFTWARE',
      options.contents === true ? listingHive(edition) : softwareHive(),
    ],
    ['/Windows/System32/winload.efi', randomBytes(50_000)],
    ['/Windows/Boot/EFI/bootmgfw.efi', randomBytes(100_000)],
    ['/Windows/Boot/EFI/de-DE/bootmgfw.efi.mui', randomBytes(5000)],
    ['/Windows/Boot/Fonts/wgl4_boot.ttf', randomBytes(20_000)],
    ['/Windows/Setup/existing.xml', Buffer.from('as it came')],
    ['/Users/Öffentlich/视窗 – long name with spaces.txt', Buffer.from('names survive')],
    ['/Users/-dash', Buffer.from('dash')],
    ['/empty.txt', Buffer.alloc(0)],
  ]);
  for (const path of options.without ?? []) files.delete(path);
  for (let index = 0; index < (options.payloadFiles ?? 20); index += 1) {
    const name = `/Program Files/payload/${String(index)}.bin`;
    files.set(name, randomBytes(options.payloadBytes ?? 100_000));
  }

  const tree = join(folder, 'tree');
  for (const [path, content] of files) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), content);
  }
  const plain = join(folder, 'plain.wim');
  await runTool('wimlib-imagex', ['capture', tree, plain, 'Plain', '--compress=none']);
  const volume = join(folder, 'tree.ntfs');
  await writeFile(volume, '');
  const total = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  await truncate(volume, Math.ceil((total * 1.1 + 64e6) / 4096) * 4096);
  await runTool('mkntfs', ['-Q', '-F', '-q', volume]);
  await runTool('wimlib-imagex', ['apply', plain, '1', volume]);
  for (const path of files.keys()) {
    if (path.includes('/config/')) await runTool('ntfssecaudit', [volume, '700', path]);
  }
  await runTool('ntfssecaudit', [volume, '755', '/Windows']);

  const wimPath = join(folder, 'install.wim');
  await runTool('wimlib-imagex', ['capture', volume, wimPath, 'Practice', '--compress=XPRESS']);
  await rm(tree, { recursive: true });
  await rm(plain);
  await rm(volume);
  return { wimPath, files };
}
