import { driveReasonTexts } from '../../../src-shared/drive';
import { messageOf, stickError, type StickError } from '../../../src-shared/errors';
import type { WritePolicies } from './drives-report';
import { WindowsError, WindowsErrorCode as Code } from './win32-codes';

/** What was being done with a drive, and what is known about it. */
export interface DriveTrouble {
  path: string;
  doing: 'open' | 'lock' | 'read' | 'write';
  /** Byte offset of what was read or written. */
  offset: number;
  /** The drive is still listed, with the same size. */
  stillThere: boolean;
  /** Names of programs that were found to use it. */
  programs: readonly string[];
  /** What may forbid writing; null when it isn't known. */
  policies: WritePolicies | null;
}

const GONE: readonly number[] = [
  Code.DEV_NOT_EXIST,
  Code.NO_SUCH_DEVICE,
  Code.DEVICE_NOT_CONNECTED,
  Code.DEVICE_REMOVED,
];
const NO_MEDIUM: readonly number[] = [Code.NOT_READY, Code.NO_MEDIA_IN_DRIVE, Code.MEDIA_CHANGED];
const IN_USE: readonly number[] = [Code.SHARING_VIOLATION, Code.LOCK_VIOLATION, Code.BUSY];

/** An error of Windows about a drive, as a person should hear it. */
export function windowsDriveError(error: unknown, trouble: DriveTrouble): StickError {
  const { path, doing, offset } = trouble;
  const target = path;
  const more = { detail: messageOf(error), cause: error };
  const code = error instanceof WindowsError ? error.code : null;

  // One that is pulled out answers with errors of all kinds at first, 1117 (IO_DEVICE) among them.
  if (code !== null && GONE.includes(code)) return stickError('target/vanished', { target }, more);
  if (!trouble.stillThere) return stickError('target/vanished', { target }, more);
  if (code === Code.FILE_NOT_FOUND && doing === 'open') {
    return stickError('target/not-found', { target }, more);
  }
  if (code !== null && NO_MEDIUM.includes(code)) {
    return stickError('target/refused', { target, reasons: driveReasonTexts['no-medium'] }, more);
  }
  if (code === Code.WRITE_PROTECT) return writeProtected(trouble, more);
  // Locking a volume with open files is denied, not called busy.
  const inUse = code !== null && (IN_USE.includes(code) || doing === 'lock');
  if (inUse) return heldBy(trouble, more);
  if (code === Code.ACCESS_DENIED && doing !== 'read') return denied(trouble, more);

  const message = messageOf(error);
  return doing === 'write'
    ? stickError('io/write', { path, offset, message }, { cause: error })
    : stickError('io/read', { path, offset, message }, { cause: error });
}

interface More {
  detail: string;
  cause: unknown;
}

function heldBy({ path, programs }: DriveTrouble, more: More): StickError {
  return programs.length === 0
    ? stickError('target/busy', { target: path }, more)
    : stickError('target/held', { target: path, programs: programs.join(', ') }, more);
}

function writeProtected({ path, policies }: DriveTrouble, more: More): StickError {
  const policy = policyAgainstWriting(policies);
  return policy === null
    ? stickError('target/refused', { target: path, reasons: driveReasonTexts['read-only'] }, more)
    : stickError('target/policy', { target: path, policy }, more);
}

/**
 * A process without rights is denied at opening. One that could open the drive and is denied writing is stopped by
 * Controlled Folder Access, by a policy, or by another guard of that kind (reported:
 * https://github.com/pbatard/rufus/issues/2131).
 */
function denied(trouble: DriveTrouble, more: More): StickError {
  const { path, doing, policies } = trouble;
  const policy = policyAgainstWriting(policies);
  if (policy !== null) return stickError('target/policy', { target: path, policy }, more);
  if (doing === 'open') return stickError('permission/denied', { path }, more);
  return controlledFolderAccessIsOn(policies)
    ? stickError('target/controlled-folder-access', { target: path }, more)
    : stickError('target/guarded', { target: path }, more);
}

/**
 * Whether untrusted programs are kept from writing to drives: 1 is on, 3 is on for drives' sectors only; 2 and 4 merely
 * note it. A policy goes before what the user set. (documented:
 * https://learn.microsoft.com/defender-endpoint/enable-controlled-folders; that the registry holds these numbers: reported)
 */
export function controlledFolderAccessIsOn(policies: WritePolicies | null): boolean {
  const setting = policies?.controlledFolderAccessPolicy ?? policies?.controlledFolderAccess;
  return setting === '1' || setting === '3';
}

/**
 * The name of a policy that forbids writing to removable drives, null without one. (documented:
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-removablestorage; `RDVDenyWriteAccess` is
 * BitLocker's for removable drives; `WriteProtect` reported)
 */
export function policyAgainstWriting(policies: WritePolicies | null): string | null {
  if (policies === null) return null;
  const on = (
    ['denyAllRemovable', 'denyWriteRemovable', 'denyWriteUnlessBitLocker', 'writeProtect'] as const
  ).find((name) => policies[name] === '1');
  return on === undefined ? null : policyNames[on];
}

/** As Windows' English editor of policies calls them. */
const policyNames = {
  denyAllRemovable: 'All Removable Storage classes: Deny all access',
  denyWriteRemovable: 'Removable Disks: Deny write access',
  denyWriteUnlessBitLocker: 'Deny write access to removable drives not protected by BitLocker',
  writeProtect: 'StorageDevicePolicies\\WriteProtect',
};
