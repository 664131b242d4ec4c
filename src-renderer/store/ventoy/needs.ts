import type { VentoyAnswers } from './answers';
import { type StickImage, stickImages } from './images';
import { isVirtualDisk } from './problems';

/** What a computer or a person has to bring for the stick to work. The window has the words. */
export type VentoyNeed =
  | { code: 'secure-boot-enrolment' }
  | { code: 'secure-boot-off' }
  | { code: 'only-bios' | 'only-uefi'; names: string[] }
  | { code: 'vhd-boot' | 'wim-boot' | 'vhd-ntfs'; names: string[] };

/** What the chosen mix needs, most general first. */
export function ventoyNeeds(ventoy: VentoyAnswers): VentoyNeed[] {
  const images = stickImages(ventoy);
  const named = (fits: (image: StickImage) => boolean): string[] =>
    images.filter(fits).map(({ name }) => name);
  const needs: VentoyNeed[] = [
    { code: ventoy.secureBoot ? 'secure-boot-enrolment' : 'secure-boot-off' },
  ];
  const add = (
    code: Exclude<VentoyNeed, { code: 'secure-boot-enrolment' | 'secure-boot-off' }>['code'],
    names: string[],
  ): void => {
    if (names.length > 0) needs.push({ code, names });
  };
  add('only-bios', named(startsOnly('bios')));
  add('only-uefi', named(startsOnly('uefi')));
  const disks = named(({ name }) => isVirtualDisk(name));
  if (ventoy.windows === null) add('vhd-boot', disks);
  if (ventoy.way === 'erase' && ventoy.fileSystem !== 'ntfs') add('vhd-ntfs', disks);
  add(
    'wim-boot',
    named(({ kind }) => kind === 'wim'),
  );
  return needs;
}

/** What an image doesn’t tell counts as either. */
function startsOnly(firmware: 'bios' | 'uefi'): (image: StickImage) => boolean {
  return ({ info }) => {
    if (info === null) return false;
    const { bios, uefi } = info.starts;
    const byUefi = Object.values(uefi);
    const isUefiPossible = byUefi.some((starts) => starts !== false);
    const isUefiKnown = byUefi.some((starts) => starts === true);
    return firmware === 'bios' ? bios === true && !isUefiPossible : bios === false && isUefiKnown;
  };
}
