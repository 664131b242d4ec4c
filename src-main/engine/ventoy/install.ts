import { stickError } from '../../../src-shared/errors';
import { explainVentoy } from '../../../src-shared/ventoy-explain';
import { ventoyEraseDefaults, type VentoyInstall } from '../../../src-shared/ventoy-recipe';
import type { VentoyLayout, WholeVentoyLayout } from '../../../src-shared/ventoy-stick';
import { claimsSuccess } from '../../../src-shared/ventoy-run';
import type { VentoyCommand, VentoyRunResult } from '../../host';
import { readVentoyLayout } from '../../ventoy';
import { requireBesidePossible } from './beside';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { tellingState } from './telling-state';

/** What Ventoy's programs write besides the files: two FAT, core.img and the 32 MiB of VTOYEFI. */
export const INSTALL_BYTES = 40 * 1024 * 1024;

/**
 * Has Ventoy's own programs install or update Ventoy, and reads back what is on the disk then, because they end with
 * success also when they did nothing. Where the plan leaves Ventoy alone, only reads. Throws `ventoy/not-found`,
 * `ventoy/already-there`, `ventoy/beside-impossible`, `ventoy/install-failed` and what the host throws.
 */
export async function installVentoy(
  job: VentoyJob,
  target: HeldVentoyTarget,
): Promise<{ layout: WholeVentoyLayout; writtenBytes: number }> {
  const { install } = job.plan;
  const before = await readVentoyLayout(target.open.source);
  requireFit(install, before, target.name);
  if (install.way === 'beside') {
    await requireBesidePossible(target.open, target.name, job.signal);
  }
  if (install.way === 'none') return { layout: requireWhole(before, target.name), writtenBytes: 0 };
  const release = job.prepared.release;
  if (!release) throw new Error('a release is needed and there is none');
  const command = commandOf(install, before);
  job.log.info(`Ventoy ${release.version} is put on ${target.name} by its own programs`);
  const result = await run(job, target, { path: release.path, sha256: release.sha256 }, command);
  const after = await tellingState(target, () => readVentoyLayout(target.open.source));
  const problem = judge(result, after, { version: release.version, command });
  if (problem !== null || after?.state !== 'whole') {
    throw failure(target, result, problem ?? 'Ventoy is not on it');
  }
  target.state = 'partial';
  return { layout: after, writtenBytes: result.writtenBytes };
}

/** Throws `ventoy/not-found`, `ventoy/already-there` and `ventoy/damaged`. */
function requireFit(install: VentoyInstall, before: VentoyLayout | null, target: string): void {
  switch (install.way) {
    case 'erase':
      return;
    case 'beside':
      if (before) throw stickError('ventoy/already-there', { target });
      return;
    case 'update':
      if (before?.state === 'damaged' && before.updateRepairs) return;
      requireWhole(before, target);
      return;
    case 'none':
      requireWhole(before, target);
  }
}

function requireWhole(found: VentoyLayout | null, target: string): WholeVentoyLayout {
  if (!found) throw stickError('ventoy/not-found', { target });
  if (found.state === 'whole') return found;
  throw stickError('ventoy/damaged', { target, message: found.problems.join('; ') });
}

function commandOf(
  install: Exclude<VentoyInstall, { way: 'none' }>,
  before: VentoyLayout | null,
): VentoyCommand {
  switch (install.way) {
    case 'erase': {
      const { scheme, secureBoot, reserveBytes, fileSystem, label } = install;
      // NTFS is formatted afterwards, and only then gets the label that was asked for.
      const first = fileSystem === 'exfat' && label !== '' ? label : ventoyEraseDefaults.label;
      return { do: 'install', scheme, secureBoot, reserveBytes, label: first };
    }
    case 'beside':
      return { do: 'beside', secureBoot: install.secureBoot };
    case 'update':
      // Without being told, an update turns Secure Boot support on.
      return { do: 'update', secureBoot: install.secureBoot ?? secureBootOf(before) };
  }
}

/** One that is damaged doesn’t tell; then as Ventoy itself would have it. */
function secureBootOf(before: VentoyLayout | null): boolean {
  return before?.state === 'whole' ? before.secureBoot : true;
}

async function run(
  { log, signal }: VentoyJob,
  target: HeldVentoyTarget,
  release: { path: string; sha256: string },
  command: VentoyCommand,
): Promise<VentoyRunResult> {
  const advance = (written: number): void => {
    target.log.advance('installing', Math.min(written, INSTALL_BYTES), INSTALL_BYTES);
  };
  advance(0);
  // Until it has begun, nothing is changed; what is true if it fails, the helper says.
  const result = await target.open.runVentoy(
    { package: release, command },
    {
      signal,
      onProgress: advance,
      onLine: (line) => {
        if (line.trim() !== '') log.info(`${target.name}: ${line.trim()}`);
      },
    },
  );
  target.state = command.do === 'install' ? 'unfinished' : 'kept';
  signal.throwIfAborted();
  return result;
}

/** Why a run was no success; null when it was one. */
function judge(
  result: VentoyRunResult,
  after: VentoyLayout | null,
  { version, command }: { version: string; command: VentoyCommand },
): string | null {
  const { exitCode } = result;
  if (exitCode !== 0)
    return `its script ended with ${exitCode === null ? 'a signal' : String(exitCode)}`;
  if (!claimsSuccess(result)) return 'its script ended without saying that it was successful';
  if (!after) return 'its script said that it was successful, but Ventoy is not on the disk';
  if (after.state === 'damaged') {
    return `its script said that it was successful, but ${after.problems.join('; ')}`;
  }
  if (after.version !== version) {
    return `its script said that it was successful, but the disk has version ${after.version ?? 'unknown'} instead of ${version}`;
  }
  if (after.secureBoot !== command.secureBoot) {
    return `Secure Boot support is ${after.secureBoot ? 'on' : 'off'} although it was to be ${command.secureBoot ? 'on' : 'off'}`;
  }
  if (command.do === 'install' && after.scheme !== command.scheme) {
    return `the disk has ${after.scheme.toUpperCase()} instead of ${command.scheme.toUpperCase()}`;
  }
  return null;
}

function failure(target: HeldVentoyTarget, { output, log }: VentoyRunResult, why: string): Error {
  const explained = explainVentoy(`${output}\n${log}`)[0];
  const message = explained ? `${why}. ${explained.whatHappened}` : why;
  return stickError(
    'ventoy/install-failed',
    { target: target.name, message },
    { stick: target.state, detail: `${output.trim()}\n\nlog.txt:\n${log.trim()}` },
  );
}
