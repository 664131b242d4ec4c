import type { RepairedPart, RepairNote } from './repair';

/** What a repair rewrites and what it leaves, in English. `{{name}}` is a part of the sentence. */
export const repairTexts = {
  parts: {
    'ntfs-boot-sector':
      'the boot sector of the NTFS volume in partition {{partition}}, from its copy',
    'ntfs-boot-sector-copy':
      'the copy of the boot sector of the NTFS volume in partition {{partition}}',
    'efi-partition': 'the EFI system partition, a FAT32 volume',
    'efi-partition-with': 'the EFI system partition, a FAT32 volume: {{contents}}',
    'backup-gpt-first': 'the copy of the partition table, from the first one',
    'backup-gpt-last': 'the copy of the partition table, from itself',
    'primary-gpt-first': 'the first partition table, from itself',
    'primary-gpt-last': 'the first partition table, from the copy at the end',
    'protective-mbr': 'sector 0, which protects the partition table',
    mbr: 'sector 0 of the disk: {{contents}}',
  },
  contents: {
    'boot-files': 'the boot files of the Windows on the stick',
    'uefi-store': 'a new boot store for UEFI',
    'bios-store': 'a new boot store for a BIOS',
    'active-partition': 'which partition a BIOS starts from',
    'boot-code': 'the boot code for a BIOS',
  },
  notes: {
    'broken-off':
      'An earlier repair was broken off: what was there before it is written back first.',
    'efi-unreadable': 'What else was on the EFI system partition can’t be read, and is not kept.',
    'files-kept_one': '{{count}} other file on the EFI system partition is kept.',
    'files-kept_other': '{{count}} other files on the EFI system partition are kept.',
    'uefi-entries-lost_one': '{{count}} other entry of the boot store for UEFI is not kept.',
    'uefi-entries-lost_other': '{{count}} other entries of the boot store for UEFI are not kept.',
    'bios-entries-lost_one': '{{count}} other entry of the boot store for a BIOS is not kept.',
    'bios-entries-lost_other': '{{count}} other entries of the boot store for a BIOS are not kept.',
  },
} as const;

/** Which sentence names a part that is rewritten. */
export function repairedPartKey(part: RepairedPart): keyof typeof repairTexts.parts {
  switch (part.part) {
    case 'efi-partition':
      return part.contents.length === 0 ? 'efi-partition' : 'efi-partition-with';
    case 'backup-gpt':
    case 'primary-gpt':
      return `${part.part}-${part.from}`;
    default:
      return part.part;
  }
}

/** A part that is rewritten, for a person who reads English. */
export function repairedPartText(part: RepairedPart): string {
  const contents = 'contents' in part ? part.contents.map((of) => repairTexts.contents[of]) : [];
  return filled(repairTexts.parts[repairedPartKey(part)], {
    contents: new Intl.ListFormat('en').format(contents),
    partition: 'partition' in part ? part.partition : '',
  });
}

/** A note, for a person who reads English. */
export function repairNoteText(note: RepairNote): string {
  if (!('count' in note)) return repairTexts.notes[note.note];
  const form = note.count === 1 ? 'one' : 'other';
  return filled(repairTexts.notes[`${note.note}_${form}`], { count: note.count });
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}
