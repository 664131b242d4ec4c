import { messageOf, stickError } from '../../src-shared/errors';
import type { DriverReport } from '../../src-shared/drivers';
import type { WindowsPlan } from '../../src-shared/plan';
import { MiB } from '../../src-shared/units';
import type { WifiChoice } from '../../src-shared/windows-choices';
import {
  readDomainJoin,
  readUserAnswerFile,
  readWifiProfile,
  wifiProfile,
  type BootArchitecture,
  type FileEdit,
  type UserAnswerFile,
} from '../guest';
import { readSmallBytes } from '../io';
import { readDrivers } from './read-drivers';

/** Larger than any file that a plan names; each kind has a limit of its own below it. */
const LARGEST_FILE_BYTES = 8 * MiB;
/** As long as a key can be, so that looking at a plan without its keys shows what a stick would get. */
const SAMPLE_KEY = '0'.repeat(63);

/** The files that a plan's choices name on this computer, read and understood. May hold secrets. */
export interface Materials {
  userFile: UserAnswerFile | null;
  /** Wi-Fi profiles in UTF-8, in the plan's order. */
  wifiProfiles: Buffer[];
  /** Account data of a computer in a domain. */
  domainJoin: string | null;
  drivers: { report: DriverReport; files: FileEdit[] } | null;
}

export const noMaterials: Materials = {
  userFile: null,
  wifiProfiles: [],
  domainJoin: null,
  drivers: null,
};

/**
 * Throws `files/unreadable`, `answers/invalid`, `wifi/invalid`, `domain/invalid`, `drivers/unusable` and `cancelled`.
 * A key that is missing is not its business: a sample stands in for it.
 */
export async function readMaterials(
  { windows, secrets }: WindowsPlan,
  architecture: BootArchitecture,
  signal: AbortSignal,
): Promise<Materials> {
  const { answerFile } = windows.answers;
  const { wifi, domainJoinFile } = windows.roaming;
  const { folder } = windows.drivers;
  const wifiProfiles = [];
  for (const choice of wifi) wifiProfiles.push(await profileOf(choice, secrets.wifiKeys));
  return {
    userFile: answerFile === null ? null : readUserAnswerFile(await read(answerFile), answerFile),
    wifiProfiles,
    domainJoin:
      domainJoinFile === null ? null : readDomainJoin(await read(domainJoinFile), domainJoinFile),
    drivers: folder === null ? null : await readDrivers(folder, architecture, signal),
  };
}

async function profileOf(choice: WifiChoice, keys: Record<string, string>): Promise<Buffer> {
  if (choice.kind === 'file') return readWifiProfile(await read(choice.path), choice.path).xml;
  const { ssid, security, hidden } = choice;
  const known = Object.hasOwn(keys, ssid) ? keys[ssid] : undefined;
  const key = security === 'open' ? null : (known ?? SAMPLE_KEY);
  return wifiProfile({ ssid, security, hidden, key });
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readSmallBytes(path, LARGEST_FILE_BYTES);
  } catch (error) {
    throw stickError('files/unreadable', { path, message: messageOf(error) }, { cause: error });
  }
}
