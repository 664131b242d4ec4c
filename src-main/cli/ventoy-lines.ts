import { formatBytes, SECTOR } from '../../src-shared/units';
import { besideRefusalText, type VentoyBeside } from '../../src-shared/ventoy-beside';
import type { VentoyPackage } from '../../src-shared/ventoy-package';
import type { VentoyDataPartition, VentoyLayout } from '../../src-shared/ventoy-stick';
import type { VentoyStickContent } from '../../src-shared/ventoy-stick-content';
import { table } from './output';

/** What is on a Ventoy stick, or on another drive, for people. */
export function stickLines(content: VentoyStickContent): string[] {
  if (content.found === 'other') return otherLines(content.beside);
  const { layout, files, freeBytes } = content;
  const rows = [...files]
    .sort((one, other) => one.path.localeCompare(other.path))
    .map(({ path, sizeBytes }) => [formatBytes(sizeBytes), path]);
  return [
    ...layoutLines(layout),
    `Free     ${formatBytes(freeBytes)}`,
    '',
    ...(rows.length > 0 ? table(rows) : ['There are no files on it.']),
  ];
}

function otherLines(beside: VentoyBeside): string[] {
  const none = 'There is no Ventoy on it.';
  if (!beside.possible) {
    return [none, `It can’t be put beside what is there: ${besideRefusalText(beside)}.`];
  }
  const { data, shrinks, freeBytes } = beside;
  return [
    none,
    `Files    ${partitionText(data)}`,
    `Ventoy can be put beside these files${shrinks ? ', for which this partition gets 32 MiB smaller' : ''}: sticksmith make --kind ventoy --install beside`,
    `Then     ${formatBytes(freeBytes)} free`,
  ];
}

function layoutLines(layout: VentoyLayout): string[] {
  const version = layout.version ?? 'of unknown version';
  if (layout.state === 'damaged') {
    return [
      `Ventoy   ${version}, damaged`,
      ...layout.problems.map((problem) => `  ${problem}`),
      layout.updateRepairs
        ? 'An update repairs it and keeps the files: sticksmith ventoy update'
        : 'Only a fresh Ventoy helps; save the files first.',
      ...(layout.data ? [dataLine(layout.data)] : []),
    ];
  }
  const { scheme, secureBoot, data } = layout;
  return [
    `Ventoy   ${version}, ${scheme.toUpperCase()}, Secure Boot support ${secureBoot ? 'on' : 'off'}`,
    dataLine(data),
  ];
}

function dataLine(data: VentoyDataPartition): string {
  return `Images   ${partitionText(data)}`;
}

function partitionText({ sectors, fileSystem, label }: VentoyDataPartition): string {
  return `${formatBytes(sectors * SECTOR)} ${fileSystem}${label === null ? '' : `, ${label}`}`;
}

const hashTexts: Record<VentoyPackage['hash'], string> = {
  given: 'as expected',
  beside: 'as in sha256.txt',
  none: 'compared with nothing',
};

/** The hash of a release archive, and what it was compared with. */
export function packageHashLine({ sha256, hash }: Pick<VentoyPackage, 'sha256' | 'hash'>): string {
  return `SHA-256  ${sha256} (${hashTexts[hash]})`;
}

/** What a release archive says of itself, for people. */
export function packageLines(release: VentoyPackage): string[] {
  const { path, version, platform, sizeBytes } = release;
  return [
    `Ventoy   ${version} for ${platform === 'linux' ? 'Linux' : 'Windows'}`,
    `Archive  ${path}, ${formatBytes(sizeBytes)}`,
    packageHashLine(release),
  ];
}
