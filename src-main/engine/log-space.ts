import { windowsVolume } from '../../src-shared/layout';
import { comfortableWindowsBytes } from '../../src-shared/space';
import { formatBytes } from '../../src-shared/units';
import type { JobLog } from './job-log';
import type { Prepared } from './prepare';

/** What Windows needs of its volume, as a sum that a person can follow. */
export function needsText({ needs }: Prepared): string {
  const parts = [
    `${formatBytes(needs.unpackedBytes)} unpacked`,
    ...(needs.addedBytes > 0 ? [`${formatBytes(needs.addedBytes)} added`] : []),
    ...(needs.pageFileBytes > 0 ? [`${formatBytes(needs.pageFileBytes)} page file`] : []),
    `${formatBytes(needs.headroomBytes)} for updates, programs and files`,
  ];
  return `${parts.join(' + ')} = ${formatBytes(comfortableWindowsBytes(needs))}`;
}

/** Warns of every stick on which Windows starts, but has less than it should. */
export function logSpace(log: JobLog, prepared: Prepared): void {
  const comfortable = comfortableWindowsBytes(prepared.needs);
  for (const { name, layout } of prepared.targets) {
    const { bytes } = windowsVolume(layout);
    if (bytes >= comfortable) continue;
    log.warn(
      `Windows gets ${formatBytes(bytes)} on ${name}, where it should have ${needsText(prepared)}: updates may not fit`,
    );
  }
}
