import {
  driveReasonTexts,
  judgeDrive,
  type Drive,
  type DriveIdentity,
  type DriveReason,
} from '../../src-shared/drive';
import { stickError } from '../../src-shared/errors';

/** What the helper holds a drive against, all of it found out by the helper itself. */
export interface DriveRules {
  neededBytes: number;
  /** Paths that must survive, with the device that holds each, as in a drive's `deviceNumbers`. */
  protectedPaths: readonly { path: string; device: string | null }[];
  allowLoop: boolean;
  /** Only to be read: what speaks against erasing doesn't matter. */
  readOnly: boolean;
}

/** What speaks against erasing a drive but not against looking at it. */
const onlyAgainstErasing: readonly DriveReason[] = [
  'holds-image',
  'holds-app',
  'holds-work-folder',
  'read-only',
  'too-small',
];

/**
 * Finds the confirmed drive among those that are there now. Throws `target/not-found`, or
 * `target/changed` when any part of its identity is another one.
 */
export function confirmedDrive(drives: readonly Drive[], confirmed: DriveIdentity): Drive {
  const drive = drives.find((candidate) => candidate.path === confirmed.path);
  if (!drive) throw stickError('target/not-found', { target: confirmed.path });
  const parts = [
    ['size', confirmed.sizeBytes, drive.sizeBytes],
    ['serial number', confirmed.serial, drive.serial],
    ['model', confirmed.model, drive.model],
    ['connection', confirmed.bus, drive.bus],
  ] as const;
  for (const [name, expected, found] of parts) {
    if (expected === found) continue;
    const message = `its ${name} is ${String(found ?? 'unknown')}, not ${String(expected ?? 'unknown')}`;
    throw stickError('target/changed', { target: confirmed.path, message });
  }
  return drive;
}

/** Throws `target/refused`, `target/loop-not-allowed` or `target/too-small` for a drive that must not be used. */
export function refuseUnsuitable(drive: Drive, rules: DriveRules): void {
  const target = drive.path;
  const reasons = judgeDrive(drive, {
    neededBytes: rules.neededBytes,
    imageDevice: null,
    appDevice: null,
    workDevice: null,
    allowLoop: rules.allowLoop,
  }).reasons.filter((reason) => !rules.readOnly || !onlyAgainstErasing.includes(reason));
  const held = rules.readOnly
    ? []
    : rules.protectedPaths.filter(
        ({ device }) => device !== null && drive.deviceNumbers.includes(device),
      );

  if (reasons.length === 0 && held.length === 0) return;
  const only = held.length === 0 && reasons.length === 1 ? reasons[0] : undefined;
  if (only === 'loop') throw stickError('target/loop-not-allowed', { target });
  if (only === 'too-small') {
    throw stickError('target/too-small', {
      target,
      needed: rules.neededBytes,
      actual: drive.sizeBytes,
    });
  }
  const texts = [
    ...reasons.map((reason) => driveReasonTexts[reason]),
    ...held.map(({ path }) => `it holds ${path}`),
  ];
  throw stickError('target/refused', { target, reasons: texts.join('; ') });
}

/** Throws `target/mounted` while something of the drive is mounted. */
export function refuseMounted(drive: Drive): void {
  const mounts = mountPointsOn(drive);
  if (mounts.length > 0) {
    throw stickError('target/mounted', { target: drive.path, mounts: mounts.join(', ') });
  }
}

/** Every place where something of the drive is mounted, the deepest first: the order to unmount in. */
export function mountPointsOn(drive: Drive): string[] {
  const points = [...drive.mountPoints, ...drive.partitions.flatMap((part) => part.mountPoints)];
  return [...new Set(points)].sort((a, b) => depth(b) - depth(a));
}

function depth(path: string): number {
  return path.split(/[\\/]/).length;
}
