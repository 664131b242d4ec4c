import { resolve } from 'node:path';
import {
  comfortableWindowsBytes,
  minimumWindowsBytes,
  windowsNeeds,
} from '../../../src-shared/space';
import { defaultWindowsChoices } from '../../../src-shared/windows-choices';
import { neededDiskBytes } from '../../../src-shared/layout';
import { formatBytes } from '../../../src-shared/units';
import type { ImageInfo } from '../../../src-shared/image';
import { inspectImage } from '../../image';
import type { Context } from '../context';
import { table } from '../output';

/** `sticksmith inspect IMAGE`: what an image holds and what it can become. */
export async function inspect(image: string, context: Context): Promise<void> {
  const info = await inspectImage(resolve(image));
  context.output.result({ image: info }, lines(info));
}

function lines(info: ImageInfo): string[] {
  const { wim } = info;
  const about = [
    ['Image', info.path],
    ['Size', `${formatBytes(info.sizeBytes)} (${String(info.sizeBytes)} bytes)`],
    ...(info.label === null ? [] : [['Label', info.label]]),
    [
      'Windows image',
      `${wim.insideIso ?? wim.kind}, ${formatBytes(wim.sizeBytes)}, ${wim.compression}${wim.solid ? ', solid' : ''}`,
    ],
    ...(wim.parts.length > 1 ? [['Parts', String(wim.parts.length)]] : []),
    ['Can become', info.kinds.length > 0 ? info.kinds.join(', ') : 'nothing'],
  ];
  const editions = info.editions.map((edition) => [
    `  ${String(edition.index)}`,
    edition.name,
    edition.version ?? '',
    edition.architecture,
    edition.languages.join(' '),
    `unpacked ${formatBytes(edition.totalBytes)}`,
    edition.windows
      ? `drive of at least ${formatBytes(neededDiskBytes(minimumWindowsBytes(edition), 0))}, better ${formatBytes(neededDiskBytes(comfortableWindowsBytes(windowsNeeds(edition, defaultWindowsChoices, 0)), 0))}`
      : 'not an installed Windows',
  ]);
  return [...table(about), '', 'Editions', ...table(editions)];
}
