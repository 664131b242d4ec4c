import { describe, expect, it } from 'vitest';
import { BootImageNoteCodeSchema, bootImageKind, bootImageNotes } from './boot-image';

describe('bootImageKind', () => {
  it.each([
    ['ubuntu-24.04.1-desktop-amd64.iso', 'iso'],
    ['Win11.ISO', 'iso'],
    ['a folder/boot.wim', 'wim'],
    ['disk.vhd', 'vhd'],
    ['disk.vhdx', 'vhdx'],
    ['x.img', 'img'],
    ['shell.efi', 'efi'],
    ['system.vtoy', 'vtoy'],
  ])('takes %j for %j', (name, kind) => {
    expect(bootImageKind(name)).toBe(kind);
  });

  it.each(['iso', '.iso', 'folder/.iso', 'x.iso.part', 'x.iso ', 'x.esd', 'x', 'x.', ''])(
    'takes %j for nothing',
    (name) => {
      expect(bootImageKind(name)).toBeNull();
    },
  );
});

it('has a sentence for every note', () => {
  for (const code of BootImageNoteCodeSchema.options) expect(bootImageNotes[code]).toMatch(/\.$/);
});
