import {
  BootFirmwareSchema,
  bootFirmwareNames,
  bootTestDoesNotProve,
  bootTestProves,
  type BootFirmware,
  type BootTest,
  type BootTestEvent,
} from '../../../src-shared/boot-test';
import type { Target } from '../../../src-shared/plan';
import { testBoot } from '../../engine';
import { PictureFolder } from '../boot-pictures';
import { usageError, type Context } from '../context';

export interface BootOptions {
  /** `true` is the option without a value. */
  boot?: string | true;
  pictures?: string;
}

/** What was asked for about test boots; null when nothing was. */
export interface AskedBoot {
  firmware: BootFirmware | 'all';
  pictures: PictureFolder | null;
}

/** Throws `usage`, and what making the folder for pictures throws. */
export async function askedBoot({ boot, pictures }: BootOptions): Promise<AskedBoot | null> {
  if (boot === undefined) {
    if (pictures !== undefined) throw usageError('--pictures goes with --boot');
    return null;
  }
  const firmware = firmwareOf(boot);
  return { firmware, pictures: pictures === undefined ? null : await PictureFolder.open(pictures) };
}

function firmwareOf(text: string | true): AskedBoot['firmware'] {
  if (text === true) return 'uefi';
  if (text === 'all') return text;
  const { data } = BootFirmwareSchema.safeParse(text);
  if (data) return data;
  throw usageError(`--boot is followed by uefi, secure, bios or all, not “${text}”`);
}

/** Starts the stick in virtual computers, and tells of each as soon as it has ended. */
export async function bootTests(
  target: Target,
  { firmware, pictures }: AskedBoot,
  { host, output, signal }: Context,
): Promise<BootTest[]> {
  const saving: Promise<void>[] = [];
  const tell = async (test: BootTest): Promise<void> => {
    const picture = pictures && (await pictures.save(test));
    output.check(test.check, { boot: summaryOf(test, picture) });
    if (picture !== null) output.say(`Picture of the screen: ${picture}`);
  };
  const onEvent = (event: BootTestEvent): void => {
    if (event.type === 'boot-test-ended') {
      const telling = tell(event.test);
      // It is waited for below, perhaps only after further tests.
      telling.catch(() => undefined);
      saving.push(telling);
      return;
    }
    output.say(
      `Starting the stick in a virtual computer with ${bootFirmwareNames[event.firmware]}. This can take minutes.`,
    );
  };
  const tests = await testBoot(target, firmware, host, { signal, onEvent });
  await Promise.all(saving);
  return tests;
}

/** What the lines of checks don't say. */
function summaryOf({ result }: BootTest, picture: string | null): Record<string, unknown> | null {
  if (!result) return null;
  const { outcome, program, code, seconds, accelerator } = result;
  return { outcome, program, code, seconds, accelerator, picture };
}

/** What test boots show and what they don't, as lines for people. */
export const bootTestLines: readonly string[] = [
  '',
  'What a test boot shows:',
  ...bootTestProves.map((sentence) => `  ${sentence}`),
  'What it doesn’t show:',
  ...bootTestDoesNotProve.map((sentence) => `  ${sentence}`),
];
