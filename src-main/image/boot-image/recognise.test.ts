import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseDisc, type DiscFacts, type Recognised } from './recognise';

function facts(
  given: Partial<Omit<DiscFacts, 'paths' | 'texts'>> & {
    paths?: string[];
    texts?: Record<string, string>;
  },
): DiscFacts {
  return {
    fileName: given.fileName ?? 'image.iso',
    volumeId: given.volumeId ?? null,
    paths: new Set(given.paths ?? []),
    texts: new Map(Object.entries(given.texts ?? {})),
  };
}

/** Names, volume identifiers and texts have the shape of those of the published images. */
const discs: [string, DiscFacts, Recognised][] = [
  [
    'Ubuntu',
    facts({
      volumeId: 'Ubuntu 24.04.1 LTS amd64',
      paths: ['casper', 'casper/minimal.squashfs', '.disk'],
      texts: { '.disk/info': 'Ubuntu 24.04.1 LTS "Noble Numbat" - Release amd64 (20240827.1)' },
    }),
    {
      family: 'ubuntu',
      title: 'Ubuntu 24.04.1 LTS',
      version: '24.04.1',
      architecture: 'x64',
      live: true,
    },
  ],
  [
    'Ubuntu Server, an installer',
    facts({
      paths: ['casper'],
      texts: {
        '.disk/info': 'Ubuntu-Server 24.04 LTS "Noble Numbat" - Release arm64 (20240423)\n',
      },
    }),
    {
      family: 'ubuntu',
      title: 'Ubuntu-Server 24.04 LTS',
      version: '24.04',
      architecture: 'arm64',
      live: false,
    },
  ],
  [
    'Linux Mint',
    facts({
      volumeId: 'Linux Mint 21.3 Cinnamon 64-bit',
      paths: ['casper'],
      texts: { '.disk/info': 'Linux Mint 21.3 "Virginia" - Release amd64 20240109' },
    }),
    {
      family: 'ubuntu',
      title: 'Linux Mint 21.3',
      version: '21.3',
      architecture: 'x64',
      live: true,
    },
  ],
  [
    'Debian live',
    facts({
      volumeId: 'd-live 12.5.0 gn amd64',
      paths: ['live', 'live/filesystem.squashfs'],
      texts: { '.disk/info': 'Official Debian GNU/Linux Live 12.5.0 gnome 2024-02-10T11:11' },
    }),
    {
      family: 'debian-live',
      title: 'Debian GNU/Linux Live 12.5.0 gnome',
      version: '12.5.0',
      architecture: 'x64',
      live: true,
    },
  ],
  [
    'Debian’s installer, which is no live system',
    facts({
      volumeId: 'Debian 12.5.0 amd64 n',
      paths: ['install.amd', 'pool', 'dists'],
      texts: {
        '.disk/info': 'Debian GNU/Linux 12.5.0 "Bookworm" - Official amd64 NETINST with firmware',
      },
    }),
    {
      family: 'other',
      title: 'Debian GNU/Linux 12.5.0',
      version: '12.5.0',
      architecture: 'x64',
      live: null,
    },
  ],
  [
    'Kali',
    facts({
      volumeId: 'Kali Live',
      paths: ['live', 'live/vmlinuz-6.8.11-amd64'],
      fileName: 'kali-linux-2024.2-live-amd64.iso',
    }),
    { family: 'kali', title: null, version: null, architecture: 'x64', live: true },
  ],
  [
    'Tails, which is made as Debian live is',
    facts({ volumeId: 'TAILS 6.4 - 20240625', paths: ['live', 'live/filesystem.squashfs'] }),
    { family: 'other', title: null, version: null, architecture: 'unknown', live: true },
  ],
  [
    'MX',
    facts({ volumeId: 'MX-Live', paths: ['antix'], fileName: 'MX-23.3_x64.iso' }),
    { family: 'mx', title: 'MX Linux 23.3', version: '23.3', architecture: 'x64', live: true },
  ],
  [
    'antiX',
    facts({ volumeId: 'antiX-Live', paths: ['antix'], fileName: 'antiX-23.1_386-full.iso' }),
    { family: 'antix', title: 'antiX 23.1', version: '23.1', architecture: 'unknown', live: true },
  ],
  [
    'Arch',
    facts({
      volumeId: 'ARCH_202405',
      paths: ['arch', 'arch/version', 'arch/x86_64', 'arch/boot'],
      texts: { 'arch/version': '2024.05.01\n' },
    }),
    {
      family: 'arch',
      title: 'Arch Linux 2024.05.01',
      version: '2024.05.01',
      architecture: 'x64',
      live: true,
    },
  ],
  [
    'what is made from Arch',
    facts({ volumeId: 'EOS_202406', paths: ['arch', 'arch/x86_64'] }),
    { family: 'arch', title: null, version: null, architecture: 'x64', live: true },
  ],
  [
    'KaOS',
    facts({ volumeId: 'KAOS_20240505', paths: ['kdeos'] }),
    {
      family: 'kaos',
      title: 'KaOS 2024.05',
      version: '2024.05',
      architecture: 'unknown',
      live: true,
    },
  ],
  [
    'Manjaro',
    facts({ volumeId: 'MANJARO_KDE_2403', paths: ['.miso', 'manjaro'] }),
    { family: 'manjaro', title: 'Manjaro', version: null, architecture: 'unknown', live: true },
  ],
  [
    'Fedora Workstation',
    facts({ volumeId: 'Fedora-WS-Live-40-1-14', paths: ['liveos', 'liveos/squashfs.img'] }),
    { family: 'fedora', title: 'Fedora 40', version: '40', architecture: 'unknown', live: true },
  ],
  [
    'the disc of CentOS 7, whose installer lies where a live system would',
    facts({
      volumeId: 'CentOS 7 x86_64',
      paths: ['liveos', 'liveos/squashfs.img', '.treeinfo', '.discinfo'],
      texts: { '.treeinfo': '[general]\nname = CentOS-7\nfamily = CentOS\narch = x86_64\n' },
    }),
    { family: 'fedora', title: 'CentOS-7', version: '7', architecture: 'x64', live: false },
  ],
  [
    'openSUSE Leap',
    facts({ volumeId: 'openSUSE-Leap-15.6-DVD-x86_64-Build710.3-Media', paths: ['media.1'] }),
    {
      family: 'opensuse',
      title: 'openSUSE Leap 15.6',
      version: '15.6',
      architecture: 'x64',
      live: false,
    },
  ],
  [
    'openSUSE Tumbleweed live',
    facts({ volumeId: 'openSUSE_Tumbleweed_KDE_Live', paths: ['liveos', 'liveos/squashfs.img'] }),
    {
      family: 'opensuse',
      title: 'openSUSE Tumbleweed',
      version: null,
      architecture: 'unknown',
      live: true,
    },
  ],
  [
    'SystemRescue',
    facts({
      volumeId: 'RESCUE1102',
      paths: ['sysresccd'],
      texts: { 'sysresccd/version': '11.02\n' },
      fileName: 'systemrescue-11.02-amd64.iso',
    }),
    {
      family: 'systemrescue',
      title: 'SystemRescue 11.02',
      version: '11.02',
      architecture: 'x64',
      live: true,
    },
  ],
  [
    'Gentoo',
    facts({ volumeId: 'Gentoo-amd64-20240623', paths: ['image.squashfs', 'livecd'] }),
    { family: 'gentoo', title: 'Gentoo', version: null, architecture: 'x64', live: true },
  ],
  [
    'Memtest86+',
    facts({ volumeId: 'MT86PLUS_64' }),
    { family: 'memtest', title: 'Memtest86+', version: null, architecture: 'unknown', live: false },
  ],
  [
    'Windows',
    facts({
      volumeId: 'CCCOMA_X64FRE_EN-US_DV9',
      paths: ['sources/boot.wim', 'sources/install.wim'],
    }),
    { family: 'windows', title: null, version: null, architecture: 'unknown', live: false },
  ],
  [
    'Windows PE',
    facts({ volumeId: 'DVD_ROM', paths: ['sources/boot.wim'] }),
    { family: 'windows', title: null, version: null, architecture: 'unknown', live: true },
  ],
  [
    'what nobody knows',
    facts({ volumeId: 'BACKUP_2019' }),
    { family: 'other', title: null, version: null, architecture: 'unknown', live: null },
  ],
];

describe('recogniseDisc', () => {
  it.each(discs)('knows %s', (_, given, expected) => {
    expect(recogniseDisc(given)).toEqual(expected);
  });

  it('says something about any disc, in reasonable time', () => {
    const texts = fc.dictionary(
      fc.constantFrom('.disk/info', '.treeinfo', 'arch/version', 'sysresccd/version', 'version'),
      fc.string({ maxLength: 5000 }),
    );
    const ids = fc.option(fc.string({ maxLength: 32 }));
    fc.assert(
      fc.property(ids, texts, fc.array(fc.string()), (volumeId, given, paths) => {
        const known = recogniseDisc(facts({ volumeId: volumeId ?? '', texts: given, paths }));
        expect(known.title?.length ?? 1).toBeGreaterThan(0);
      }),
    );
    const long = { '.disk/info': `${'a-'.repeat(30_000)}"`, '.treeinfo': 'name '.repeat(13_000) };
    expect(recogniseDisc(facts({ volumeId: `F${'-a'.repeat(15)}`, texts: long })).family).toBe(
      'other',
    );
  });
});
