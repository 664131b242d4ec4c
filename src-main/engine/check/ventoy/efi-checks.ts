import type { FatVolume } from '../../../disk';
import { VentoyFormat, versionOf, type VentoyDisk } from '../../../ventoy';
import { fail, pass, type Finding } from '../finding';
import { REPAIR, startError, type VentoyCheck, type VentoySubject } from './subject';

const { EFI_LABEL, LOADERS, MENU_FILE, NEEDED_FILES } = VentoyFormat;
const { ENROLMENT_FILES, SECURE_BOOT_ONLY, SECURE_BOOT_SIGN } = VentoyFormat;
/** What the error numbers have added to them where Ventoy can't go on in any way. */
const FATAL = 0x1000;

/** The volume that Ventoy starts from. */
export const efiChecks: VentoyCheck[] = [
  { id: 'ventoy.efi-volume', next: REPAIR, run: ({ disk }) => volumeOf(disk) },
  {
    id: 'ventoy.efi-label',
    next: REPAIR,
    run: (subject) =>
      onVolume(subject, ({ label }) =>
        label === EFI_LABEL
          ? pass(`The volume in partition 2 is labelled ${EFI_LABEL}`)
          : fail(
              `The volume in partition 2 is labelled “${label ?? ''}”, not ${EFI_LABEL}. ${startError(10)}`,
            ),
      ),
  },
  { id: 'ventoy.files', next: REPAIR, run: (subject) => onVolume(subject, neededFiles) },
  {
    id: 'ventoy.loader',
    next: `Computers with UEFI would start nothing. ${REPAIR}`,
    run: (subject) => onVolume(subject, loader),
  },
  {
    id: 'ventoy.version',
    next: REPAIR,
    run: (subject) =>
      onVolume(subject, async (volume) => {
        const found = await versionOf(volume);
        const { version } = subject.expected;
        if (found === null) return fail(`${MENU_FILE} on VTOYEFI is not there or names no version`);
        return version === null || version === found
          ? pass(`This is Ventoy ${found}`)
          : fail(`This is Ventoy ${found}, not ${version}`);
      }),
  },
  {
    id: 'ventoy.secure-boot',
    next: 'Update Ventoy on this stick and choose there whether Secure Boot is supported.',
    run: (subject) =>
      onVolume(subject, (volume) => secureBoot(volume, subject.expected.secureBoot)),
  },
];

function volumeOf({ efiVolume }: VentoyDisk): Finding | null {
  if (!efiVolume) return null;
  if (!efiVolume.ok) {
    return fail(`Partition 2 holds no FAT volume: ${efiVolume.problem}. Ventoy would not start.`);
  }
  const { bits, totalSectors } = efiVolume.volume;
  return bits === 16
    ? pass(`Partition 2 holds a FAT16 volume of ${String(totalSectors)} sectors`)
    : fail(`Partition 2 holds a FAT${String(bits)} volume, not the FAT16 one of Ventoy’s image`);
}

async function neededFiles(volume: FatVolume): Promise<Finding> {
  const missing = await missingOf(volume, NEEDED_FILES);
  if (missing.length === 0) return pass(`VTOYEFI holds ${NEEDED_FILES.join(', ')}`);
  const consequence = missing.includes(NEEDED_FILES[0])
    ? startError(FATAL + 3)
    : `With a BIOS: ${startError(FATAL + 2)}`;
  return fail(`VTOYEFI lacks ${missing.join(', ')}. ${consequence}`);
}

async function loader(volume: FatVolume): Promise<Finding> {
  const [{ boot }] = LOADERS;
  const found = await volume.find(boot);
  return found && !found.isDirectory && found.size > 0
    ? pass(`${boot} is there, ${String(found.size)} bytes`)
    : fail(`${boot} is not there or empty`);
}

async function secureBoot(volume: FatVolume, wanted: boolean | undefined): Promise<Finding> {
  const supported = (await volume.find(SECURE_BOOT_SIGN)) !== null;
  if (wanted !== undefined && wanted !== supported) {
    return fail(
      supported
        ? 'Support for Secure Boot is on, though it was to be off'
        : 'Support for Secure Boot is off, though it was to be on',
    );
  }
  if (supported) {
    const missing = await missingOf(volume, ENROLMENT_FILES);
    return missing.length === 0
      ? pass('Support for Secure Boot is on, with all that enrolling its key takes')
      : fail(`Support for Secure Boot is on, but VTOYEFI lacks ${missing.join(', ')}`);
  }
  const missing = await missingOf(volume, SECURE_BOOT_ONLY);
  const left = SECURE_BOOT_ONLY.filter((path) => !missing.includes(path));
  return left.length === 0
    ? pass('Support for Secure Boot is off, and nothing of it is left')
    : fail(`Support for Secure Boot is off, but ${left.join(', ')} is left of it`);
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
