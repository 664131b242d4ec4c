import type { BootFamily } from '../../../src-shared/boot-image';
import type { Architecture } from '../../../src-shared/image';

/** What a disc tells about itself, as far as it was looked at. */
export interface DiscFacts {
  /** The image file's name. */
  fileName: string;
  volumeId: string | null;
  /** Files and folders that were seen, in small letters, with `/` and without a leading one. */
  paths: ReadonlySet<string>;
  /** Small text files by their path as in `FACT_TEXTS`. */
  texts: ReadonlyMap<string, string>;
}

export interface Recognised {
  family: BootFamily;
  title: string | null;
  version: string | null;
  architecture: Architecture;
  live: boolean | null;
}

/** Folders whose names are needed; the root is `''`. */
export const FACT_FOLDERS = [
  ...['', 'sources', 'x64/sources', 'casper', 'live', 'arch', 'liveos', 'images', 'boot'],
] as const;
/** Text files that are needed, each of at most a few KiB. */
export const FACT_TEXTS = [
  ...['.disk/info', '.treeinfo', 'arch/version', 'sysresccd/version', 'version'],
] as const;

type Text = (typeof FACT_TEXTS)[number];

/** Says what a disc is. Never throws: what nobody knows is `other`. */
export function recogniseDisc(facts: DiscFacts): Recognised {
  const { family, live } = FAMILIES.find(({ matches }) => matches(facts)) ?? OTHER;
  const title = titleOf(family, facts);
  return {
    family,
    title,
    version: title === null ? null : versionIn(title),
    architecture: architectureOf(facts),
    live: live(facts),
  };
}

interface FamilyRule {
  family: BootFamily;
  matches: (facts: DiscFacts) => boolean;
  live: (facts: DiscFacts) => boolean | null;
}

const always = (): boolean => true;
const never = (): boolean => false;

const OTHER: FamilyRule = { family: 'other', matches: always, live: () => null };

/** The first that matches counts: those that bring along the marks of another come before it. */
const FAMILIES: readonly FamilyRule[] = [
  {
    family: 'windows',
    matches: (facts) => hasAny(facts, /^(x64\/)?sources\/(boot\.wim|install\.(wim|esd|swm))$/),
    live: (facts) => !hasAny(facts, /^(x64\/)?sources\/install\./),
  },
  {
    family: 'ubuntu',
    matches: ({ paths }) => paths.has('casper'),
    live: (facts) => !/\bserver\b/i.test(description(facts)),
  },
  {
    family: 'mx',
    matches: (facts) => isAntix(facts) && /\bMX\b/i.test(antixName(facts)),
    live: always,
  },
  { family: 'antix', matches: isAntix, live: always },
  {
    family: 'kali',
    matches: (facts) => isDebianLive(facts) && says(facts, /\bkali\b/i),
    live: always,
  },
  // Tails keeps what it is told to on its own stick only, in its own way.
  {
    family: 'other',
    matches: (facts) => isDebianLive(facts) && says(facts, /^tails\b/i),
    live: always,
  },
  { family: 'debian-live', matches: isDebianLive, live: always },
  { family: 'systemrescue', matches: ({ paths }) => paths.has('sysresccd'), live: always },
  {
    family: 'manjaro',
    matches: ({ paths }) => paths.has('.miso') || paths.has('manjaro'),
    live: always,
  },
  {
    family: 'kaos',
    matches: (facts) => facts.paths.has('kdeos') || says(facts, /^KAOS_/i),
    live: always,
  },
  {
    family: 'arch',
    matches: (facts) => hasAny(facts, /^arch\/(version|boot|x86_64|i686)$/),
    live: always,
  },
  {
    family: 'opensuse',
    matches: (facts) => says(facts, /^(openSUSE|SLE[SD]?-|Leap-)/i),
    live: (facts) => hasAny(facts, LIVE_OS) && !isInstaller(facts),
  },
  {
    family: 'gentoo',
    matches: (facts) =>
      says(facts, /\bgentoo\b/i) ||
      (facts.paths.has('image.squashfs') && facts.paths.has('livecd')),
    live: always,
  },
  {
    family: 'fedora',
    matches: (facts) => hasAny(facts, LIVE_OS) || isInstaller(facts),
    live: (facts) => hasAny(facts, LIVE_OS) && !isInstaller(facts),
  },
  {
    family: 'memtest',
    matches: (facts) => says(facts, /^(MT86PLUS|MT\d{3}|MEMTEST)/i),
    live: never,
  },
];

/** The image that a live system of dracut mounts. */
const LIVE_OS = /^liveos\/(squashfs|rootfs|ext3fs)\.img$/;

/** Anaconda's discs; old ones have their own system in /LiveOS too. */
function isInstaller({ paths }: DiscFacts): boolean {
  return ['images/install.img', '.treeinfo', '.discinfo'].some((path) => paths.has(path));
}

function isDebianLive(facts: DiscFacts): boolean {
  return hasAny(facts, /^live\/([^/]+\.squashfs|vmlinuz[^/]*|filesystem\.[^/]+)$/);
}

function isAntix({ paths }: DiscFacts): boolean {
  return paths.has('antix');
}

/** MX is built on antiX and calls itself so in its volume, its version, or at least its file. */
function antixName(facts: DiscFacts): string {
  const { volumeId, fileName } = facts;
  return [volumeId ?? '', text(facts, 'version'), fileName].join(' ').replace(/[-_.]/g, ' ');
}

function hasAny({ paths }: DiscFacts, pattern: RegExp): boolean {
  for (const path of paths) if (pattern.test(path)) return true;
  return false;
}

/** Looks at what the disc calls itself, one text after the other. */
function says(facts: DiscFacts, pattern: RegExp): boolean {
  return [facts.volumeId ?? '', description(facts)].some((one) => pattern.test(one));
}

function text({ texts }: DiscFacts, path: Text): string {
  return texts.get(path) ?? '';
}

/** First line of `.disk/info`, as Debian and its kin write it. */
function description(facts: DiscFacts): string {
  return firstLine(text(facts, '.disk/info'));
}

function firstLine(content: string): string {
  return (content.split(/[\r\n]/, 1)[0] ?? '').trim();
}

function titleOf(family: BootFamily, facts: DiscFacts): string | null {
  const described = shortTitle(description(facts));
  if (described !== null) return described;
  const id = (facts.volumeId ?? '').replace(/_/g, '-');
  switch (family) {
    case 'arch':
      // What is made from Arch keeps its folders, but not its volume's name.
      return /^ARCH-/i.test(id) ? named('Arch Linux', archVersion(facts, id)) : null;
    case 'kaos':
      return named('KaOS', archVersion(facts, id));
    case 'manjaro':
      return 'Manjaro';
    case 'mx':
      return named('MX Linux', antixVersion(facts));
    case 'antix':
      return named('antiX', antixVersion(facts));
    case 'systemrescue':
      return named(
        'SystemRescue',
        /^[\d.]+$/.exec(firstLine(text(facts, 'sysresccd/version')))?.[0],
      );
    case 'gentoo':
      return 'Gentoo';
    case 'memtest':
      return 'Memtest86+';
    case 'opensuse':
      return suseTitle(id);
    case 'fedora':
      return treeTitle(text(facts, '.treeinfo')) ?? redHatTitle(id);
    default:
      return null;
  }
}

function named(name: string, version: string | null | undefined): string {
  return version === null || version === undefined || version === '' ? name : `${name} ${version}`;
}

/** `Ubuntu 24.04.1 LTS "Noble Numbat" - Release amd64 (20240827.1)` becomes `Ubuntu 24.04.1 LTS`. */
function shortTitle(info: string): string | null {
  const title = info
    .replace(/"[^"]*"/g, ' ')
    .replace(/^Official /, '')
    .split(' - ', 1)[0]
    ?.replace(/\d{4}-\d\d-\d\dT[\d:]+.*$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return title === undefined || title === '' || title.length > 80 ? null : title;
}

function archVersion(facts: DiscFacts, id: string): string | null {
  const [, year, month] = /-(\d{4})(\d\d)/.exec(id) ?? [];
  const written = /^\d{4}\.\d\d(\.\d\d)?$/.exec(firstLine(text(facts, 'arch/version')))?.[0];
  return written ?? (year === undefined || month === undefined ? null : `${year}.${month}`);
}

function antixVersion(facts: DiscFacts): string | null {
  return (
    /\b(?:MX|antiX)[-_ ](\d+(?:\.\d+)*)/i.exec(
      `${text(facts, 'version')} ${facts.fileName}`,
    )?.[1] ?? null
  );
}

/** `openSUSE-Leap-15.6-DVD-x86-64-…` and `openSUSE-Tumbleweed-KDE-Live`. */
function suseTitle(id: string): string | null {
  const [, product, version] = /^(?:openSUSE-)?(Leap|Tumbleweed)(?:-(\d+\.\d+))?/i.exec(id) ?? [];
  return product === undefined ? null : named(`openSUSE ${product}`, version);
}

/** `name` of the section `general` or `release` of a productmd tree description. */
function treeTitle(treeinfo: string): string | null {
  return /^name *= *([^\r\n]{1,80})$/m.exec(treeinfo)?.[1]?.trim() ?? null;
}

/** `Fedora-WS-Live-40-1-14`: the name, then words, then the version. */
function redHatTitle(id: string): string | null {
  const [, name, version] =
    /^([A-Za-z]+)-(?:[A-Za-z][A-Za-z0-9]*-)*?(\d+(?:\.\d+)*)(?:-|$)/.exec(id) ?? [];
  return name === undefined || version === undefined ? null : `${name} ${version}`;
}

function versionIn(title: string): string | null {
  return /(?:^|[ -])(\d+(?:\.\d+)*)(?:\s|$)/.exec(title)?.[1] ?? null;
}

const ARCHITECTURES: readonly [Architecture, RegExp][] = [
  ['arm64', /(?:^|[^a-z0-9])(?:arm64|aarch64)(?:[^a-z0-9]|$)/i],
  ['x64', /(?:^|[^a-z0-9])(?:amd64|x86[-_]64|x64|64-?bit)(?:[^a-z0-9]|$)/i],
  ['x86', /(?:^|[^a-z0-9])(?:i[3-6]86|x86|32-?bit)(?:[^a-z0-9]|$)/i],
];

/** By what the disc says of itself, then by what its file is called. */
function architectureOf(facts: DiscFacts): Architecture {
  const tree = /^arch *= *(\w+)$/m.exec(text(facts, '.treeinfo'))?.[1] ?? '';
  const folders = facts.paths.has('arch/x86_64') ? 'x86_64' : '';
  const sayings = [description(facts), tree, facts.volumeId ?? '', folders, facts.fileName];
  for (const saying of sayings) {
    const found = ARCHITECTURES.find(([, pattern]) => pattern.test(saying));
    if (found) return found[0];
  }
  return 'unknown';
}
