import { listed, sentence, type Sentence, type SentenceParam } from '../../../src-shared/findings';
import type { FoundProgram } from './boot-programs';
import { BOOT_MANAGER, REMOVABLE_PATHS } from './boot-programs';
import { fail, pass, warn, type Check, type Finding } from './finding';
import { AUTHORITIES, type BootProgram, type ProgramSignature } from './program';

/** Programs that firmware starts. */
export const bootManagerChecks: Check[] = [
  {
    id: 'efi.boot-file',
    next: 'next.efi.boot-file',
    run: ({ efi, bootManagers }) => (efi?.volume.ok ? removableBootFile(bootManagers) : null),
  },
  {
    id: 'efi.boot-manager',
    next: 'next.efi.boot-manager',
    run: ({ bootManagers }) => bootManager(bootManagers),
  },
  {
    id: 'efi.signature',
    next: 'next.efi.signature',
    run: ({ bootManagers }) => signaturesOf(bootManagers),
  },
  {
    id: 'efi.signer',
    next: 'next.efi.signer',
    run: ({ bootManagers }) => signersOf(bootManagers),
  },
];

/** What the boot manager starts. */
export const loaderChecks: Check[] = [
  {
    id: 'loader.program',
    next: 'next.loader.program',
    run: ({ loader, bootManagers }) => loader && loaderProgram(loader, bootManagers),
  },
  {
    id: 'loader.signature',
    next: 'next.loader.signature',
    run: ({ loader }) => loader && signaturesOf([loader]),
  },
];

function removableBootFile(bootManagers: readonly FoundProgram[]): Finding {
  const there = bootManagers.filter(({ namedFor }) => namedFor !== null);
  if (there.length === 0)
    return fail('efi.boot-file.missing', { paths: REMOVABLE_PATHS.join(', ') });
  const bad = there.flatMap((program) => problemOfBootFile(program) ?? []);
  if (bad.length > 0) return { status: 'fail', evidence: listed('semicolon', bad) };
  const paths = there.map(({ path }) => path);
  return pass('efi.boot-file.right', { paths: listed('and', paths) });
}

function problemOfBootFile({ path, namedFor, program }: FoundProgram): Sentence | null {
  if ('problem' in program) {
    return sentence('efi.no-program', { path, problem: program.problem });
  }
  if (program.kind !== 'EFI application') return sentence('efi.boot-file.not-started', { path });
  const architecture = nameOf(program.architecture);
  return program.architecture === namedFor
    ? null
    : sentence('efi.program-for', { path, architecture });
}

/** Null without one, which is a matter of the boot store. */
function bootManager(bootManagers: readonly FoundProgram[]): Finding | null {
  const manager = bootManagers.find(({ path }) => path === BOOT_MANAGER);
  const wanted = bootManagers.flatMap(({ namedFor }) => namedFor ?? []);
  if (!manager || wanted.length === 0) return null;
  const { program } = manager;
  if ('problem' in program) {
    return fail('efi.no-program', { path: BOOT_MANAGER, problem: program.problem });
  }
  const found = { path: BOOT_MANAGER, architecture: nameOf(program.architecture) };
  return wanted.includes(program.architecture)
    ? pass('efi.program-for', found)
    : fail('efi.boot-manager.other-architecture', { ...found, wanted: listed('and', wanted) });
}

function loaderProgram(
  { path, bytes, program }: FoundProgram,
  bootManagers: readonly FoundProgram[],
): Finding {
  if ('problem' in program) {
    const found = { path, problem: program.problem };
    return bytes === null
      ? warn('loader.program.unreadable', found)
      : fail('loader.program.none', found);
  }
  const wanted = bootManagers.flatMap((one) =>
    'problem' in one.program ? [] : one.program.architecture,
  );
  const found = { path, architecture: nameOf(program.architecture) };
  return wanted.length === 0 || wanted.includes(program.architecture)
    ? pass(loaderKinds[program.kind], found)
    : fail('loader.program.other-architecture', {
        ...found,
        wanted: listed('and', wanted.map(nameOf)),
      });
}

/** Null where there is no program to be signed. */
function signaturesOf(programs: readonly FoundProgram[]): Finding | null {
  const broken: Sentence[] = [];
  const unsigned: string[] = [];
  const signed: string[] = [];
  for (const { path, signature } of programs) {
    if (signature?.kind === 'broken') {
      broken.push(sentence('signature.of-program', { path, problem: signature.problem }));
    }
    if (signature?.kind === 'unsigned') unsigned.push(path);
    if (signature?.kind === 'signed') signed.push(path);
  }
  if (broken.length > 0) return fail('signature.broken', { programs: listed('semicolon', broken) });
  if (unsigned.length > 0) {
    return warn('signature.missing', { programs: unsigned.join(', ') });
  }
  return signed.length > 0 ? pass('signature.right', { programs: signed.join(', ') }) : null;
}

/** Null where nothing is signed. Names are the certificates' own: no certificate is followed up to its root. */
function signersOf(programs: readonly FoundProgram[]): Finding | null {
  const known: Sentence[] = [];
  const foreign: Sentence[] = [];
  for (const { path, signature } of programs) {
    if (signature?.kind !== 'signed') continue;
    const { signatures } = signature;
    const [trusted] = signatures.flatMap((one) => trustedSigner(path, one) ?? []);
    if (trusted) known.push(trusted);
    else
      foreign.push(sentence('signer.other', { path, signers: listed('and', signatures.map(by)) }));
  }
  if (foreign.length > 0) {
    return warn('signer.foreign', { programs: listed('semicolon', foreign) });
  }
  return known.length > 0 ? { status: 'pass', evidence: listed('semicolon', known) } : null;
}

/** What to know about a signature of an authority that certifies boot managers of Windows; null for others. */
function trustedSigner(path: string, signature: ProgramSignature): Sentence | null {
  const authority = AUTHORITIES.find(({ name }) => name === signature.issuer);
  return authority?.told ? sentence(authority.told, { path, signer: by(signature) }) : null;
}

function by({ signer, issuer }: ProgramSignature): Sentence {
  return sentence('signer.name', { signer, issuer });
}

function nameOf(architecture: BootProgram['architecture']): SentenceParam {
  return architecture === 'another architecture'
    ? sentence('program.another-architecture')
    : architecture;
}

const loaderKinds = {
  'EFI application': 'loader.program.efi-application',
  'boot application': 'loader.program.boot-application',
} as const;
