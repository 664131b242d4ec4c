import type { ResolvedLean } from '../../../src-shared/lean-presets';
import type { Protect } from '../../../src-shared/protect';
import type { WindowsChoices } from '../../../src-shared/windows-choices';
import type { FileEdit } from '../edits';
import { encryptScript } from './encrypt-script';
import { SETUP_COMPLETE_TEXT } from './frame';
import { leanSteps } from './lean-steps';
import { ENCRYPT_SCRIPT, FIRST_START_SCRIPT, SETUP_COMPLETE } from './places';
import { encryptionSteps, escrowSteps } from './protect-steps';
import { firstStartScript } from './script';
import { answerFileStep, driversStep, passwordStep, portableSteps, wifiStep } from './setup-steps';
import { cleanUpStep, compactStep } from './space-steps';
import { speedSteps } from './speed-steps';
import type { Step } from './step';

export { FIRST_START_DRIVERS, FIRST_START_FOLDER, FIRST_START_WIFI } from './places';

export interface FirstStartRequest {
  windows: WindowsChoices;
  protect: Protect;
  lean: ResolvedLean;
  /** There are drivers in `FIRST_START_DRIVERS`. */
  hasDrivers: boolean;
  /** Number of profiles in `FIRST_START_WIFI`. */
  wifiProfiles: number;
  /** The answer file holds what nobody should find later: a product key, a domain join, or a person's own answers. */
  secretAnswers: boolean;
}

/**
 * A command for the answer file's `FirstLogonCommands`. It leaves the work to a task in the background and returns
 * at once. Windows runs it with full rights for administrators and asks others for an administrator's password,
 * so it is of use only where the first account is an administrator.
 */
export const FIRST_START_COMMAND =
  'powershell.exe -NoProfile -NonInteractive -WindowStyle Hidden -ExecutionPolicy Bypass ' +
  String.raw`-File C:\ProgramData\Sticksmith\first-start.ps1 -Moment AtSignIn`;

/**
 * The script that finishes Windows while it runs, and what starts it; nothing when there is nothing to finish. Equal
 * requests give equal bytes. Throws `plan/invalid` for a name that can't stand in a script.
 */
export function firstStartFiles(request: FirstStartRequest): FileEdit[] {
  const steps = firstStartSteps(request);
  if (steps.length === 0) return [];
  return [
    scriptFile(FIRST_START_SCRIPT, firstStartScript(steps)),
    ...(request.protect.kind === 'first-start'
      ? [scriptFile(ENCRYPT_SCRIPT, encryptScript(request.protect))]
      : []),
    textFile(SETUP_COMPLETE, SETUP_COMPLETE_TEXT),
  ];
}

function firstStartSteps(request: FirstStartRequest): Step[] {
  const { windows, protect, lean } = request;
  const { account } = windows.answers;
  return [
    ...(request.hasDrivers ? [driversStep] : []),
    ...(request.wifiProfiles > 0 ? [wifiStep] : []),
    ...portableSteps(windows.portable),
    ...encryptionSteps(protect),
    ...speedSteps(windows.speed),
    ...(account?.askPassword === true ? [passwordStep(account.name)] : []),
    ...escrowSteps(protect),
    ...leanSteps(lean),
    ...(windows.lean.cleanUp ? [cleanUpStep] : []),
    ...(windows.portable.compact ? [compactStep] : []),
    ...(request.secretAnswers ? [answerFileStep] : []),
  ];
}

/** Windows PowerShell reads a file without a byte order mark in the code page of the computer. */
function scriptFile(path: string, text: string): FileEdit {
  return textFile(path, `\ufeff${text}`);
}

function textFile(path: string, text: string): FileEdit {
  const bytes = Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8');
  return { path, content: { kind: 'bytes', bytes } };
}
