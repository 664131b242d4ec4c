import { MiB } from '../../../../src-shared/units';
import type { NtfsVolume } from '../../../disk';
import { decodeHive, type HiveKey } from '../../../guest';

/** What the files of an unpacked Windows hold, in Base64, by path; of hives their keys and values, whatever their order. */
export async function volumeContents(volume: NtfsVolume, path = ''): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const { name, isDirectory } of await volume.list(path === '' ? '/' : path)) {
    const inside = `${path}/${name}`;
    if (isDirectory) {
      for (const entry of await volumeContents(volume, inside)) all.set(...entry);
      continue;
    }
    const content = await volume.readFile(inside, 64 * MiB);
    const isHive = /\/config\/[^/]+$/i.test(inside);
    all.set(inside, isHive ? hiveText(content) : content.toString('base64'));
  }
  return all;
}

function hiveText(content: Buffer): string {
  const lines: string[] = [];
  const walk = (key: HiveKey, path: string): void => {
    for (const { name, type, data } of key.values) {
      lines.push(`${path}\\${name} ${String(type)} ${data.toString('hex')}`);
    }
    for (const child of key.subkeys) walk(child, `${path}\\${child.name}`);
  };
  walk(decodeHive(content), '');
  return lines.sort().join('\n');
}
