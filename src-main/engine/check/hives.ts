import type { NtfsVolume } from '../../disk';
import {
  HIVE_PATH,
  HiveError,
  decodeHive,
  decodeText,
  readHiveBase,
  subkey,
  valueOf,
  type HiveKey,
} from '../../guest';
import { attempt, type Attempt } from './container';
import { BOOT_DRIVERS } from './boot-drivers';

/** The registry of a Windows that isn't running, as far as its start depends on it. */
export interface Hives {
  /** Each hive that Windows starts with: whether it was closed cleanly. */
  bases: { name: string; closedCleanly: Attempt<boolean> }[];
  /** SYSTEM, with some of its keys. */
  system: Attempt<HiveKey>;
}

const FOLDER = '/Windows/System32/config';
const NAMES = ['SYSTEM', 'SOFTWARE', 'SAM', 'SECURITY', 'DEFAULT'] as const;
/** Base block: what a hive begins with. */
const BASE_BYTES = 4096;
/** SYSTEM has 10 to 40 MiB; it is the only hive that is read whole. */
const MAXIMUM_SYSTEM_BYTES = 128 * 1024 * 1024;
const MAXIMUM_CONTROL_SETS = 9;

/** What is looked at in each control set, in lower case. */
const WANTED = [
  ['control'],
  ['services', 'partmgr', 'parameters'],
  ...BOOT_DRIVERS.map(({ service }) => ['services', service.toLowerCase()]),
];

export async function readHives(volume: NtfsVolume): Promise<Hives> {
  const bases: Hives['bases'] = [];
  for (const name of NAMES) {
    bases.push({ name, closedCleanly: await attempt(() => closedCleanly(volume, name)) });
  }
  const system = await attempt(async () =>
    decodeHive(await volume.readFile(HIVE_PATH.SYSTEM, MAXIMUM_SYSTEM_BYTES), {
      unfinished: true,
      only: [['select'], ...controlSets().flatMap((set) => WANTED.map((path) => [set, ...path]))],
    }),
  );
  return { bases, system };
}

async function closedCleanly(volume: NtfsVolume, name: string): Promise<boolean> {
  const path = `${FOLDER}/${name}`;
  const found = await volume.find(path);
  if (!found || found.isDirectory) throw new HiveError('it is not there');
  const { source } = await volume.openFile(path);
  const base = await source.read(0, Math.min(BASE_BYTES, source.size));
  return readHiveBase(base, source.size).closedCleanly;
}

function controlSets(): string[] {
  return Array.from({ length: MAXIMUM_CONTROL_SETS }, (_, at) => controlSetName(at + 1));
}

function controlSetName(number: number): string {
  return `controlset${String(number).padStart(3, '0')}`;
}

/** The number that `Select\Current` holds, or null. */
export function currentControlSet(system: HiveKey): number | null {
  const select = subkey(system, 'Select');
  return select ? numberOf(select, 'Current') : null;
}

/** The key of that control set, below which `path` is followed. */
export function keyInForce(system: HiveKey, ...path: readonly string[]): HiveKey | undefined {
  const current = currentControlSet(system);
  if (current === null) return undefined;
  return [controlSetName(current), ...path].reduce<HiveKey | undefined>(
    (key, name) => key && subkey(key, name),
    system,
  );
}

/** A value of 32 bits, or null when it isn't there or is none. */
export function numberOf(key: HiveKey, name: string): number | null {
  const value = valueOf(key, name);
  return value?.data.length === 4 ? value.data.readUInt32LE(0) : null;
}

export function textOf(key: HiveKey, name: string): string | null {
  const value = valueOf(key, name);
  return value ? decodeText(value.data) : null;
}
