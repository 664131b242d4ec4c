import { resolve } from 'node:path';
import { driverRefusals, type DriverReport } from '../../../src-shared/drivers';
import { formatBytes } from '../../../src-shared/units';
import { reportDrivers } from '../../engine';
import { usageError, type Context } from '../context';
import { table } from '../output';

/** `sticksmith driver-check FOLDER`: which drivers of a folder would go onto a stick, and which not and why. */
export async function driverCheck(
  folder: string,
  options: { arch: string },
  context: Context,
): Promise<void> {
  const { arch } = options;
  if (arch !== 'x64' && arch !== 'arm64') throw usageError('--arch is x64 or arm64');
  const report = await reportDrivers(resolve(folder), arch, context.signal);
  context.output.result({ drivers: report }, driverLines(report));
}

function driverLines({ taken, refused, totalBytes }: DriverReport): string[] {
  const rows = taken.map((driver) => [
    `  ${driver.inf}`,
    driver.className ?? '',
    driver.provider ?? '',
    driver.version ?? '',
    driver.date ?? '',
    `${String(driver.files)} files, ${formatBytes(driver.bytes)}${driver.bootCritical ? ' *' : ''}`,
  ]);
  const reasons = refused.flatMap(({ inf, reason, detail }) => [
    `  ${inf}`,
    `    ${driverRefusals[reason]}${detail === '' ? '' : ` (${detail})`}`,
  ]);
  return [
    `${String(taken.length)} drivers would go onto the stick, ${formatBytes(totalBytes)} together`,
    ...table(rows),
    ...(taken.some(({ bootCritical }) => bootCritical)
      ? [
          '',
          '* Windows may need it to start, but it is installed at the first start: it takes effect after that, and',
          '  can’t help on a computer on which Windows doesn’t start without it.',
        ]
      : []),
    ...(refused.length > 0 ? ['', `${String(refused.length)} would not`, ...reasons] : []),
  ];
}
