import { readFile } from 'node:fs/promises';
import { StickError, messageOf, stickError } from '../../../src-shared/errors';
import {
  formatVentoyConfig,
  MAX_CONFIG_BYTES,
  readVentoyJson,
  sameConfig,
  ventoyJsonText,
  type TextNote,
  type VentoyConfig,
} from '../../../src-shared/ventoy-json';
import { writeWhole } from './copy-file';
import type { StickFolder } from './stick-folder';

/** Where Ventoy looks for its settings. */
export const CONFIG_FILE = 'ventoy/ventoy.json';

/** Where Ventoy looks for what starts virtual disks. */
export const VHD_BOOT_FILE = 'ventoy/ventoy_vhdboot.img';

export interface StickConfig {
  /** Null when there is no such file. */
  text: string | null;
  config: VentoyConfig;
  notes: TextNote[];
}

/** The settings on a stick. Throws `ventoy/config-unreadable` for a file that can't be read as such. */
export async function readStickConfig(folder: StickFolder, target: string): Promise<StickConfig> {
  const size = await folder.sizeOf(CONFIG_FILE);
  if (size === null) return { text: null, config: {}, notes: [] };
  if (size > MAX_CONFIG_BYTES) {
    throw stickError('ventoy/config-unreadable', { target, message: 'it is larger than 1 MiB' });
  }
  const bytes = await readFile(await folder.place(CONFIG_FILE));
  try {
    const text = ventoyJsonText(bytes);
    return { text, ...readVentoyJson(text) };
  } catch (cause) {
    if (!(cause instanceof StickError)) throw cause;
    throw stickError('ventoy/config-unreadable', { target, message: messageOf(cause) }, { cause });
  }
}

/** Writes the settings, unless they say the same already. Returns what was written. */
export async function writeStickConfig(
  folder: StickFolder,
  before: StickConfig,
  config: VentoyConfig,
): Promise<Buffer | null> {
  if (sameConfig(config, before.config)) return null;
  const content = Buffer.from(formatVentoyConfig(config, before.text ?? ''));
  await writeWhole(await folder.begin(CONFIG_FILE), content);
  return content;
}
