import { sentence } from '../../../../src-shared/findings';
import type { FatVolume } from '../../../disk';
import { VentoyFormat, versionOf, type VentoyDisk } from '../../../ventoy';
import { fail, pass, type Finding } from '../finding';
import { startError, type VentoyCheck, type VentoySubject } from './subject';

const { EFI_LABEL, LOADERS, MENU_FILE, NEEDED_FILES } = VentoyFormat;
const { ENROLMENT_FILES, SECURE_BOOT_ONLY, SECURE_BOOT_SIGN } = VentoyFormat;
/** What the error numbers have added to them where Ventoy can't go on in any way. */
const FATAL = 0x1000;

/** The volume that Ventoy starts from. */
export const efiChecks: VentoyCheck[] = [
  { id: 'ventoy.efi-volume', next: 'next.ventoy.update', run: ({ disk }) => volumeOf(disk) },
  {
    id: 'ventoy.efi-label',
    next: 'next.ventoy.update',
    run: (subject) =>
      onVolume(subject, ({ label }) =>
        label === EFI_LABEL
          ? pass('ventoy.efi-label.right', { label: EFI_LABEL })
          : fail('ventoy.efi-label.wrong', {
              ...{ label: label ?? '', wanted: EFI_LABEL, stop: startError(10) },
            }),
      ),
  },
  {
    id: 'ventoy.files',
    next: 'next.ventoy.update',
    run: (subject) => onVolume(subject, neededFiles),
  },
  {
    id: 'ventoy.loader',
    next: 'next.ventoy.update-for-uefi',
    run: (subject) => onVolume(subject, loader),
  },
  {
    id: 'ventoy.version',
    next: 'next.ventoy.update',
    run: (subject) =>
      onVolume(subject, async (volume) => {
        const found = await versionOf(volume);
        const { version } = subject.expected;
        if (found === null) return fail('ventoy.version.none', { path: MENU_FILE });
        return version === null || version === found
          ? pass('ventoy.version.right', { version: found })
          : fail('ventoy.version.wrong', { version: found, wanted: version });
      }),
  },
  {
    id: 'ventoy.secure-boot',
    next: 'next.ventoy.secure-boot',
    run: (subject) =>
      onVolume(subject, (volume) => secureBoot(volume, subject.expected.secureBoot)),
  },
];

function volumeOf({ efiVolume }: VentoyDisk): Finding | null {
  if (!efiVolume) return null;
  if (!efiVolume.ok) {
    return fail('ventoy.efi-volume.none', { problem: efiVolume.problem });
  }
  const { bits, totalSectors } = efiVolume.volume;
  return bits === 16
    ? pass('ventoy.efi-volume.right', { sectors: totalSectors })
    : fail('ventoy.efi-volume.wrong', { bits });
}

async function neededFiles(volume: FatVolume): Promise<Finding> {
  const missing = await missingOf(volume, NEEDED_FILES);
  if (missing.length === 0) return pass('ventoy.files.there', { paths: NEEDED_FILES.join(', ') });
  const stop = missing.includes(NEEDED_FILES[0])
    ? startError(FATAL + 3)
    : sentence('ventoy.stops-by-bios', { stop: startError(FATAL + 2) });
  return fail('ventoy.files.missing', { paths: missing.join(', '), stop });
}

async function loader(volume: FatVolume): Promise<Finding> {
  const [{ boot }] = LOADERS;
  const found = await volume.find(boot);
  return found && !found.isDirectory && found.size > 0
    ? pass('file.there', { path: boot, bytes: found.size })
    : fail('ventoy.loader.missing', { path: boot });
}

async function secureBoot(volume: FatVolume, wanted: boolean | undefined): Promise<Finding> {
  const supported = (await volume.find(SECURE_BOOT_SIGN)) !== null;
  if (wanted !== undefined && wanted !== supported) {
    return fail(supported ? 'ventoy.secure-boot.on-unasked' : 'ventoy.secure-boot.off-unasked');
  }
  if (supported) {
    const missing = await missingOf(volume, ENROLMENT_FILES);
    return missing.length === 0
      ? pass('ventoy.secure-boot.on')
      : fail('ventoy.secure-boot.on-incomplete', { paths: missing.join(', ') });
  }
  const missing = await missingOf(volume, SECURE_BOOT_ONLY);
  const left = SECURE_BOOT_ONLY.filter((path) => !missing.includes(path));
  return left.length === 0
    ? pass('ventoy.secure-boot.off')
    : fail('ventoy.secure-boot.off-incomplete', { paths: left.join(', ') });
}

async function missingOf<Path extends string>(
  volume: FatVolume,
  paths: readonly Path[],
): Promise<Path[]> {
  const missing: Path[] = [];
  for (const path of paths) {
    const found = await volume.find(path);
    if (!found || found.isDirectory) missing.push(path);
  }
  return missing;
}

function onVolume<T>(
  { disk: { efiVolume } }: VentoySubject,
  look: (volume: FatVolume) => T,
): T | null {
  return efiVolume?.ok ? look(efiVolume.volume) : null;
}
