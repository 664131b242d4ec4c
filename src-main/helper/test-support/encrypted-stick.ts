import { randomBytes } from 'node:crypto';
import type { BitLockerCipher } from '../../../src-shared/protect';
import { MiB, SECTOR } from '../../../src-shared/units';
import type { BlockMap, ByteRange, Extent } from '../../disk/extent';
import { sectorCipher } from '../../guest/bitlocker';
import type { EncryptedVolume } from '../encrypted-volume';
import type { StickContent } from '../writer';
import { blockMapOf } from './block-map-of';
import { OLD_BYTE } from './memory-medium';
import { nativeXts } from './native-xts';

/** What a part of a volume becomes: content that is encrypted, content that is written as it is, or nothing. */
export type Part = 'common' | 'own' | 'sealed' | 'free';
export interface Stretch {
  part: Part;
  sectors: number;
}

export const DISK = 9 * MiB;
export const VOLUME = { startByte: 2 * MiB + 3 * SECTOR, bytes: 5 * MiB };
const BOOT_AT = MiB;

export interface TestSources {
  contents: Map<string, Buffer>;
  maps: Record<Exclude<Part, 'free'> | 'boot', BlockMap>;
  /** Places on the target in which nothing is written. */
  free: ByteRange[];
}

/** Sources for a volume that is made of these stretches, and for a boot partition before it. */
export async function sourcesOf(
  stretches: readonly Stretch[],
  contentOf: (bytes: number) => Buffer = randomBytes,
): Promise<TestSources> {
  const extents: Record<Part, Extent[]> = { common: [], own: [], sealed: [], free: [] };
  const sizes: Record<Part, number> = { common: 0, own: 0, sealed: 0, free: 0 };
  const end = VOLUME.startByte + VOLUME.bytes;
  let at = VOLUME.startByte;
  const add = (part: Part, length: number): void => {
    extents[part].push({ sourceOffset: sizes[part], targetOffset: at, length });
    sizes[part] += length;
    at += length;
  };
  for (const { part, sectors } of stretches) add(part, Math.min(sectors * SECTOR, end - at));
  add('free', end - at);

  const contents = new Map<string, Buffer>();
  const mapOf = (name: string, bytes: number, places: Extent[]): Promise<BlockMap> => {
    const content = contentOf(bytes);
    contents.set(`/${name}`, content);
    return blockMapOf(`/${name}`, content, places);
  };
  const boot = { sourceOffset: 0, targetOffset: BOOT_AT, length: MiB };
  return {
    contents,
    maps: {
      common: await mapOf('common', sizes.common, extents.common),
      own: await mapOf('own', sizes.own, extents.own),
      sealed: await mapOf('sealed', sizes.sealed, extents.sealed),
      boot: await mapOf('boot', MiB, [boot]),
    },
    free: extents.free
      .filter(({ length }) => length > 0)
      .map(({ targetOffset: offset, length }) => ({ offset, length })),
  };
}

/** What a stick is made of, and how it must end: computed without any code of the helper. */
export interface EncryptedStick {
  content: StickContent;
  /** All of the drive; where nothing is written, what lay there before. */
  expected: Buffer;
}

/** `protect`: null for a stick that isn't encrypted. */
export function stickOf(
  { contents, maps }: TestSources,
  protect: { cipher: BitLockerCipher; key: Buffer; freeSpace: 'clear' | 'keep' } | null,
  before = OLD_BYTE,
): EncryptedStick {
  const head = randomBytes(34 * SECTOR);
  const tail = randomBytes(33 * SECTOR);
  const all = [maps.boot, maps.common, maps.own, maps.sealed];
  const encrypted = protect ? [maps.common, maps.own] : [];
  const expected = Buffer.alloc(DISK, before);
  expected.fill(0, 0, MiB);
  expected.fill(0, DISK - MiB);
  for (const map of all) {
    for (const { sourceOffset, targetOffset, length } of map.chunks) {
      const plain = contents.get(map.path)?.subarray(sourceOffset, sourceOffset + length);
      if (!plain) throw new Error(`no ${map.path}`);
      const sector = (targetOffset - VOLUME.startByte) / SECTOR;
      const written =
        protect && encrypted.includes(map)
          ? nativeXts(protect.cipher, protect.key, plain, sector)
          : plain;
      written.copy(expected, targetOffset);
    }
  }
  head.copy(expected);
  tail.copy(expected, DISK - tail.length);
  const content = { maps: all, head, tail, resume: false };
  if (!protect) return { content, expected };
  const { cipher, key, freeSpace } = protect;
  const encryption: EncryptedVolume = {
    ...VOLUME,
    cipher: sectorCipher(cipher, key),
    maps: encrypted,
    freeSpace,
  };
  return { content: { ...content, encryption }, expected };
}

export function newKey(cipher: BitLockerCipher): Buffer {
  return randomBytes(cipher === 'xts-aes-128' ? 32 : 64);
}
