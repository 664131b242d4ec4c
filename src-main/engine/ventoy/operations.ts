import { join } from 'node:path';
import type { VentoyPlan } from '../../../src-shared/plan';
import { formatBytes, MiB } from '../../../src-shared/units';
import type { MakeTools } from '../job';
import { CONFIG_FILE } from './stick-config';
import { prepareVentoy, type PreparedVentoy } from './prepare';

/** The exact operations of a plan, in order, one line each. Throws what prepareVentoy throws. */
export async function ventoyOperations(
  plan: VentoyPlan,
  { workFolder }: Pick<MakeTools, 'workFolder'>,
  signal: AbortSignal,
): Promise<string[]> {
  const prepared = await prepareVentoy(plan, signal);
  const folder = join(workFolder, '.sticksmith-job-…');
  return [
    ...releaseLines(prepared),
    ...prepared.files.map(
      ({ source, sizeBytes, expected }) =>
        `read ${source}, ${formatBytes(sizeBytes)}: SHA-256${expected === null ? '' : `, stop unless it is ${expected}`}`,
    ),
    ...prepared.targets.flatMap(({ name }) => targetLines(plan, prepared, name, folder)),
  ];
}

function releaseLines({ release }: PreparedVentoy): string[] {
  if (!release) return [];
  return [
    `read ${release.path}, Ventoy ${release.version}: stop unless its SHA-256 is ${release.sha256}`,
  ];
}

function targetLines(
  plan: VentoyPlan,
  prepared: PreparedVentoy,
  name: string,
  folder: string,
): string[] {
  return [
    `open ${name} alone`,
    ...installLines(plan, name),
    ...ntfsLines(plan, prepared, name, folder),
    `mount the first partition of ${name} for this user alone`,
    ...plan.remove.map(
      (path) =>
        `remove ${path}, and the list of its hash beside it${plan.removePersistence ? ', and what it alone keeps' : ''}`,
    ),
    ...plan.rename.map(
      ({ from, to }) => `rename ${from} to ${to}, with the list of its hash beside it`,
    ),
    ...prepared.files.flatMap((file) => [
      `copy ${file.source} to ${file.name}: under another name, flushed, then renamed`,
      ...(plan.checksums ? [`write ${file.name}.sha256`] : []),
    ]),
    ...plan.persistence.map(
      ({ image, bytes }) =>
        `make or enlarge the file of ${formatBytes(bytes)} in which ${image} keeps what changes (mke2fs or resize2fs)`,
    ),
    ...(plan.configReplaces ? [`write ${CONFIG_FILE} anew`] : []),
    ...(!plan.configReplaces && changesConfig(plan)
      ? [`merge into ${CONFIG_FILE}, and write it`]
      : []),
    `unmount, mount again for reading only, and read everything back`,
    `check the layout of ${name}`,
  ];
}

function changesConfig({ config, persistence, remove, rename }: VentoyPlan): boolean {
  return Object.keys(config).length + persistence.length + remove.length + rename.length > 0;
}

function installLines({ install }: VentoyPlan, name: string): string[] {
  switch (install.way) {
    case 'none':
      return [`stop unless Ventoy is on ${name}`];
    case 'update':
      return [
        `stop unless Ventoy is on ${name}`,
        `unpack the release, and run: sh Ventoy2Disk.sh -u ${install.secureBoot === null ? '-s or -S, as it is now' : install.secureBoot ? '-s' : '-S'} ${name}`,
        `read the layout of ${name} back`,
      ];
    case 'beside':
      return [
        `stop if Ventoy is on ${name}`,
        `unpack the release, and run: sh Ventoy2Disk.sh -n -i ${install.secureBoot ? '-s' : '-S'} ${name}`,
        `read the layout of ${name} back`,
      ];
    case 'erase': {
      const { scheme, secureBoot, reserveBytes, label } = install;
      const options = [
        ...(scheme === 'gpt' ? ['-g'] : []),
        ...(reserveBytes > 0 ? [`-r ${String(reserveBytes / MiB)}`] : []),
        secureBoot ? '-s' : '-S',
        `-L ${label}`,
      ];
      return [
        `unpack the release, and run: sh Ventoy2Disk.sh -I ${options.join(' ')} ${name}`,
        `read the layout of ${name} back`,
      ];
    }
  }
}

function ntfsLines(
  { install, windows }: VentoyPlan,
  prepared: PreparedVentoy,
  name: string,
  folder: string,
): string[] {
  if (install.way !== 'erase' || install.fileSystem !== 'ntfs') return [];
  const place = join(folder, 'stick-…', 'data.ntfs');
  const planned = prepared.windows?.prepared.targets.find((target) => target.name === name);
  const bytes = planned?.layout.vhdx?.fileBytes ?? 0;
  return [
    `make ${place}: NTFS for the first partition${windows ? `, with ${windows.name} of ${formatBytes(bytes)} as one run` : ''}`,
    ...(windows && prepared.windows
      ? [`unpack ${prepared.windows.prepared.edition.name} from ${windows.image.path} into it`]
      : []),
    `write its allocated clusters to ${name}, read them back and compare; what lies before and behind stays`,
  ];
}
