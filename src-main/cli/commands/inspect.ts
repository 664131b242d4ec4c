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
import type { WindowsContents } from '../../../src-shared/windows-contents';
import { StagedImages, windowsContents } from '../../engine';
import { inspectImage } from '../../image';
import { usageError, workFolder, type Context } from '../context';
import { table } from '../output';

export interface InspectOptions {
  contents?: string;
  workDir?: string;
}

/**
 * `sticksmith inspect IMAGE`: what an image holds and what it can become. With `--contents N` what its edition N
 * brings along.
 */
export async function inspect(
  image: string,
  options: InspectOptions,
  context: Context,
): Promise<void> {
  const index = editionIndex(options.contents);
  const info = await inspectImage(resolve(image));
  if (index === null) {
    context.output.result({ image: info }, lines(info));
    return;
  }
  const contents = await readContents(info, index, options, context);
  context.output.result({ contents }, contentsLines(contents));
}

function editionIndex(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw usageError('--contents is the number of an edition, as “inspect” lists it');
  }
  return Number(text);
}

async function readContents(
  info: ImageInfo,
  index: number,
  options: InspectOptions,
  { host, output, signal }: Context,
): Promise<WindowsContents> {
  const folder = workFolder(options.workDir);
  const staged = new StagedImages(() => folder);
  const onProgress = (doneBytes: number, totalBytes: number): void => {
    output.step({ doneBytes, totalBytes }, 'Reading the image');
  };
  try {
    const tools = { host, staged, workFolder: folder };
    return await windowsContents(info, index, tools, { signal, onProgress });
  } finally {
    await staged.clear();
  }
}

const states = new Map([
  [true, 'on'],
  [false, 'off'],
]);

function contentsLines({ apps, features }: WindowsContents): string[] {
  const appRows = apps.map(({ name, displayName, version }) => [
    `  ${name}`,
    displayName,
    version ?? '',
  ]);
  const featureRows = features.map(({ name, displayName, enabled }) => [
    `  ${name}`,
    enabled === null ? '' : (states.get(enabled) ?? ''),
    displayName ?? '',
  ]);
  return [
    apps.length > 0 ? 'Apps that every account gets' : 'The image names no apps',
    ...table(appRows),
    '',
    features.length > 0 ? 'Optional features' : 'The image names no optional features',
    ...table(featureRows),
  ];
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
