import type { CheckResult } from '../../../src-shared/check';
import type { BootSigner, StickAbilities } from '../../../src-shared/compatibility';
import type { NtfsVolume } from '../../disk';
import { VentoyFormat } from '../../ventoy';
import { readBootManagers, type FoundProgram } from './boot-programs';
import { attempt } from './container';
import type { ProgramArchitecture, SignatureState } from './program';
import type { Stick } from './stick';
import type { VentoySubject } from './ventoy/subject';

/** Microsoft's certificates that firmware knows, by their names. Those of Windows come first: they are trusted everywhere. */
const AUTHORITIES: readonly [name: string, signer: BootSigner][] = [
  ['Windows UEFI CA 2023', 'windows-2023'],
  ['Microsoft Windows Production PCA 2011', 'windows-2011'],
  ['Microsoft UEFI CA 2023', 'third-party-2023'],
  ['Microsoft Corporation UEFI CA 2011', 'third-party-2011'],
];

/** Without these a BIOS gets nowhere. */
const BIOS_CHECKS = [
  'mbr.active-partition',
  'mbr.boot-code',
  'mbr.boot-sector',
  'mbr.boot-manager',
];
const VENTOY_BIOS_CHECKS = ['ventoy.boot-start', 'ventoy.boot-core', 'ventoy.core'];

/** What of a stick with Windows decides which computers it starts. */
export async function windowsAbilities(
  { windows, loader, bootManagers }: Stick,
  checks: readonly CheckResult[],
): Promise<StickAbilities> {
  return {
    system: {
      kind: 'windows',
      architecture: architectureOf(loader ?? bootManagers[0] ?? null),
      build: windows?.volume.ok ? await buildOf(windows.volume.value) : null,
    },
    bootPrograms: bootPrograms(bootManagers),
    startsByBios: allPassed(checks, BIOS_CHECKS),
    failedChecks: failed(checks),
  };
}

/** The same of a stick with Ventoy. */
export async function ventoyAbilities(
  { disk: { efiVolume } }: VentoySubject,
  checks: readonly CheckResult[],
): Promise<StickAbilities> {
  const volume = efiVolume?.ok ? efiVolume.volume : null;
  const sign = volume && (await attempt(() => volume.find(VentoyFormat.SECURE_BOOT_SIGN)));
  const programs = volume ? await readBootManagers(volume) : [];
  return {
    system: { kind: 'ventoy', secureBoot: sign?.ok === true && sign.value !== null },
    bootPrograms: bootPrograms(programs),
    startsByBios: allPassed(checks, VENTOY_BIOS_CHECKS),
    failedChecks: failed(checks),
  };
}

function bootPrograms(found: readonly FoundProgram[]): StickAbilities['bootPrograms'] {
  const signerFor = (architecture: ProgramArchitecture): BootSigner | null => {
    const named = found.find(({ namedFor }) => namedFor === architecture);
    if (!named || 'problem' in named.program || !named.signature) return null;
    return named.program.architecture === architecture ? signerOf(named.signature) : null;
  };
  return { x64: signerFor('x64'), ia32: signerFor('ia32'), arm64: signerFor('arm64') };
}

/** Of several signatures the one that most computers trust. */
function signerOf(signature: SignatureState): BootSigner {
  if (signature.kind !== 'signed') return signature.kind;
  const issuers = signature.signatures.map(({ issuer }) => issuer);
  return AUTHORITIES.find(([name]) => issuers.includes(name))?.[1] ?? 'other';
}

function architectureOf(
  found: FoundProgram | null,
): Extract<StickAbilities['system'], { kind: 'windows' }>['architecture'] {
  if (!found || 'problem' in found.program) return 'unknown';
  const { architecture } = found.program;
  if (architecture === 'ia32') return 'x86';
  return architecture === 'another architecture' ? 'unknown' : architecture;
}

/** Windows keeps a folder here for each version of what installs its updates, such as `10.0.26100.1` (reported). */
const VERSIONS = '/Windows/servicing/Version';

async function buildOf(volume: NtfsVolume): Promise<number | null> {
  const listed = await attempt(async () =>
    (await volume.find(VERSIONS))?.isDirectory === true ? volume.list(VERSIONS) : [],
  );
  if (!listed.ok) return null;
  const builds = listed.value.flatMap(({ name }) => {
    const build = /^\d+\.\d+\.(\d{4,6})\.\d+$/.exec(name)?.[1];
    return build === undefined ? [] : [Number(build)];
  });
  return builds.length === 0 ? null : Math.max(...builds);
}

function allPassed(checks: readonly CheckResult[], ids: readonly string[]): boolean {
  return ids.every((id) => checks.some((check) => check.id === id && check.status !== 'fail'));
}

function failed(checks: readonly CheckResult[]): string[] {
  return checks.filter(({ status }) => status === 'fail').map(({ id }) => id);
}
