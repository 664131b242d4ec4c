import type { DiskpartWord } from './diskpart-line';

/** What may follow a command's words, each once and in any order. */
export interface DiskpartSyntax {
  flags?: readonly string[];
  /** Words with a value, and how that has to look. */
  values?: Readonly<Record<string, RegExp>>;
  /** Values that can't be left out. */
  required?: readonly string[];
  /** A word that stands first, as in `select disk 1`. */
  object?: RegExp;
  /** Commands whose documentation knows no `noerr`. */
  noerr?: false;
}

const NUMBER = /^\d+$/;
const PATH = /^[A-Za-z]:\\[^"]+$/;
const LETTER = /^[A-Za-z]:?$/;
const PLACE = { size: NUMBER, offset: NUMBER, align: NUMBER };

/**
 * Commands of diskpart that can be simulated, as learn.microsoft.com/windows-server/administration/windows-commands (diskpart and the pages
 * it names) writes them. Abbreviations are not taken.
 */
export const DISKPART_SYNTAX = {
  'select disk': { object: NUMBER, noerr: false },
  'select partition': { object: NUMBER, noerr: false },
  'select volume': { object: /^(\d+|[A-Za-z]:?)$/, noerr: false },
  'select vdisk': { values: { file: PATH }, required: ['file'] },
  'create vdisk': {
    values: { file: PATH, maximum: NUMBER, type: /^(fixed|expandable)$/i },
    required: ['file', 'maximum'],
  },
  'attach vdisk': { flags: ['readonly'] },
  'detach vdisk': {},
  'create partition primary': {
    values: { ...PLACE, id: /^([0-9a-f]{1,2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i },
  },
  'create partition efi': { values: { size: NUMBER, offset: NUMBER } },
  'create partition msr': { values: { size: NUMBER, offset: NUMBER } },
  format: {
    flags: ['quick', 'compress', 'override', 'duplicate', 'nowait'],
    values: { fs: /^(ntfs|fat32|exfat)$/i, label: /^/, unit: /^\d+[kK]?$/, revision: /^\d\.\d\d$/ },
  },
  assign: { values: { letter: LETTER, mount: PATH } },
  remove: { flags: ['all', 'dismount'], values: { letter: LETTER, mount: PATH } },
  clean: { noerr: false },
  'convert gpt': {},
  'convert mbr': {},
  'online disk': {},
  'offline disk': {},
  'attributes disk clear readonly': {},
  'attributes disk set readonly': {},
  active: {},
  automount: { flags: ['enable', 'disable', 'scrub'] },
  rescan: { noerr: false },
  'list disk': { noerr: false },
  'list partition': { noerr: false },
  'list volume': { noerr: false },
  'list vdisk': { noerr: false },
  exit: { noerr: false },
} as const satisfies Record<string, DiskpartSyntax>;

export type DiskpartCommandName = keyof typeof DISKPART_SYNTAX;

export interface DiskpartCommand {
  name: DiskpartCommandName;
  object: string | null;
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, string>;
  noerr: boolean;
}

/** First words of commands that diskpart has and the simulated one hasn't. */
const NOT_SIMULATED =
  /^(add|attributes volume|break|compact|create volume|create partition (extended|logical)|convert (basic|dynamic)|delete|detail|expand|extend|filesystems|gpt|help|import|inactive|merge|offline volume|online volume|recover|repair|retain|san|set|shrink|uniqueid)\b/;

export type DiskpartReading =
  | { kind: 'command'; command: DiskpartCommand }
  | { kind: 'unknown-command' }
  | { kind: 'wrong-arguments' }
  | { kind: 'not-simulated' };

/** Reads a line strictly: nothing is left over, nothing is there twice. */
export function readDiskpartCommand(words: readonly DiskpartWord[]): DiskpartReading {
  const spelled = words.map(({ name, value }) => (value === null ? name : `${name}=`));
  const names = (Object.keys(DISKPART_SYNTAX) as DiskpartCommandName[])
    .filter((name) => `${spelled.join(' ')} `.startsWith(`${name} `))
    .sort((a, b) => b.length - a.length);
  const [name] = names;
  if (name === undefined) {
    const known = NOT_SIMULATED.test(spelled.join(' '));
    return { kind: known ? 'not-simulated' : 'unknown-command' };
  }
  const syntax: DiskpartSyntax = DISKPART_SYNTAX[name];
  const rest = words.slice(name.split(' ').length);
  const wrong = { kind: 'wrong-arguments' } as const;
  let object: string | null = null;
  if (syntax.object) {
    const first = rest.shift();
    if (!first || first.value !== null || !syntax.object.test(first.name)) return wrong;
    object = first.name;
  }
  const flags = new Set<string>();
  const values = new Map<string, string>();
  for (const word of rest) {
    if (flags.has(word.name) || values.has(word.name)) return wrong;
    if (word.value === null) {
      const known =
        word.name === 'noerr' ? syntax.noerr !== false : syntax.flags?.includes(word.name);
      if (known !== true) return wrong;
      flags.add(word.name);
    } else {
      if (syntax.values?.[word.name]?.test(word.value) !== true) return wrong;
      values.set(word.name, word.value);
    }
  }
  if (syntax.required?.some((one) => !values.has(one)) === true) return wrong;
  const noerr = flags.delete('noerr');
  return { kind: 'command', command: { name, object, flags, values, noerr } };
}
