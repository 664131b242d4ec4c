import type { FoundProgram } from './boot-programs';
import { BOOT_MANAGER, REMOVABLE_PATHS } from './boot-programs';
import { AGAIN, fail, pass, warn, type Check, type Finding } from './finding';
import { AUTHORITIES, type ProgramSignature } from './program';

/** Programs that firmware starts. */
export const bootManagerChecks: Check[] = [
  {
    id: 'efi.boot-file',
    next: 'Firmware would find nothing to start. Repair the stick.',
    run: ({ efi, bootManagers }) => (efi?.volume.ok ? removableBootFile(bootManagers) : null),
  },
  {
    id: 'efi.boot-manager',
    next: 'The boot manager is not the one of this Windows. Repair the stick.',
    run: ({ bootManagers }) => bootManager(bootManagers),
  },
  {
    id: 'efi.signature',
    next: 'With Secure Boot the computer refuses this stick: turn Secure Boot off, or make the stick again from an image of Microsoft’s.',
    run: ({ bootManagers }) => signaturesOf(bootManagers),
  },
  {
    id: 'efi.signer',
    next: 'With Secure Boot a computer starts this stick only if its owner trusts that signer.',
    run: ({ bootManagers }) => signersOf(bootManagers),
  },
];

/** What the boot manager starts. */
export const loaderChecks: Check[] = [
  {
    id: 'loader.program',
    next: `The boot manager would stop with 0xc000007b. ${AGAIN}`,
    run: ({ loader, bootManagers }) => loader && loaderProgram(loader, bootManagers),
  },
  {
    id: 'loader.signature',
    next: 'With Secure Boot the boot manager stops with 0xc0000428: turn Secure Boot off, or make the stick again from an image of Microsoft’s.',
    run: ({ loader }) => loader && signaturesOf([loader]),
  },
];

function removableBootFile(bootManagers: readonly FoundProgram[]): Finding {
  const there = bootManagers.filter(({ namedFor }) => namedFor !== null);
  if (there.length === 0) return fail(`There is none of ${REMOVABLE_PATHS.join(', ')}`);
  const bad = there.flatMap(({ path, namedFor, program }) => {
    if ('problem' in program) return [`${path} is no EFI program: ${program.problem}`];
    if (program.kind !== 'EFI application') return [`${path} is none that firmware starts`];
    return program.architecture === namedFor
      ? []
      : [`${path} is an EFI program for ${program.architecture}`];
  });
  if (bad.length > 0) return fail(bad.join('; '));
  const paths = there.map(({ path }) => path).join(' and ');
  return pass(`${paths} is an EFI program of that architecture`);
}

/** Null without one, which is a matter of the boot store. */
function bootManager(bootManagers: readonly FoundProgram[]): Finding | null {
  const manager = bootManagers.find(({ path }) => path === BOOT_MANAGER);
  const wanted = bootManagers.flatMap(({ namedFor }) => namedFor ?? []);
  if (!manager || wanted.length === 0) return null;
  const { program } = manager;
  if ('problem' in program) return fail(`${BOOT_MANAGER} is no EFI program: ${program.problem}`);
  return wanted.includes(program.architecture)
    ? pass(`${BOOT_MANAGER} is an EFI program for ${program.architecture}`)
    : fail(
        `${BOOT_MANAGER} is for ${program.architecture}, what firmware starts for ${wanted.join(' and ')}`,
      );
}

function loaderProgram(
  { path, bytes, program }: FoundProgram,
  bootManagers: readonly FoundProgram[],
): Finding {
  if ('problem' in program) {
    const found = `${path} ${bytes === null ? 'can’t be read' : 'is no program'}: ${program.problem}`;
    return bytes === null ? warn(found) : fail(found);
  }
  const wanted = bootManagers.flatMap((one) =>
    'problem' in one.program ? [] : one.program.architecture,
  );
  return wanted.length === 0 || wanted.includes(program.architecture)
    ? pass(`${path} is a ${program.kind} for ${program.architecture}`)
    : fail(`${path} is for ${program.architecture}, its boot manager for ${wanted.join(' and ')}`);
}

/** Null where there is no program to be signed. */
function signaturesOf(programs: readonly FoundProgram[]): Finding | null {
  const broken: string[] = [];
  const unsigned: string[] = [];
  const signed: string[] = [];
  for (const { path, signature } of programs) {
    if (signature?.kind === 'broken') broken.push(`${path}: ${signature.problem}`);
    if (signature?.kind === 'unsigned') unsigned.push(path);
    if (signature?.kind === 'signed') signed.push(path);
  }
  if (broken.length > 0) return fail(`The signature doesn’t fit: ${broken.join('; ')}`);
  if (unsigned.length > 0) {
    return warn(`Not signed, so Secure Boot refuses it: ${unsigned.join(', ')}`);
  }
  return signed.length > 0 ? pass(`The signature fits the content of ${signed.join(', ')}`) : null;
}

/** Null where nothing is signed. Names are the certificates' own: no certificate is followed up to its root. */
function signersOf(programs: readonly FoundProgram[]): Finding | null {
  const known: string[] = [];
  const foreign: string[] = [];
  for (const { path, signature } of programs) {
    if (signature?.kind !== 'signed') continue;
    const trusted = signature.signatures.find(({ issuer }) => noteOn(issuer) !== null);
    if (trusted) {
      known.push(`${path} is signed ${by(trusted)}: ${noteOn(trusted.issuer) ?? ''}`);
    } else foreign.push(`${path} is signed ${signature.signatures.map(by).join(' and ')}`);
  }
  if (foreign.length > 0)
    return warn(`Not by Microsoft’s authorities for Windows: ${foreign.join('; ')}`);
  return known.length > 0 ? pass(known.join('; ')) : null;
}

/** What to know about an authority that certifies boot managers of Windows; null for others. */
function noteOn(issuer: string): string | null {
  return AUTHORITIES.find(({ name }) => name === issuer)?.note ?? null;
}

function by({ signer, issuer }: ProgramSignature): string {
  return `by “${signer}”, certified by “${issuer}”`;
}
