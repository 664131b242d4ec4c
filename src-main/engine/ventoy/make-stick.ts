import { checksPassed } from '../../../src-shared/check';
import type { VentoyStickReport } from '../../../src-shared/job';
import { targetBytes } from '../../../src-shared/plan';
import { SECTOR } from '../../../src-shared/units';
import type { WholeVentoyLayout } from '../../../src-shared/ventoy-stick';
import type { MountedRange } from '../../host';
import { unlessAborted } from '../../io';
import { readVentoyLayout } from '../../ventoy';
import { examineVentoyStick, type StickFindings } from '../check';
import { checkFailed } from '../check-failed';
import { changeFiles, lookAhead, type ChangedFiles } from './change-files';
import { compareFiles, withdraw } from './compare-files';
import { installVentoy } from './install';
import type { HeldVentoyTarget, VentoyJob } from './job';
import { keepingFiles } from './kept-files';
import { needsOn } from './needs';
import { StickFolder } from './stick-folder';
import { tellingState } from './telling-state';
import { writeNtfs, type WrittenNtfs } from './ntfs';

/**
 * Puts Ventoy on one target, gives it its files, reads them back, and checks the result. Keeps `target.state` true.
 * Throws `ventoy/…`, `check/failed` and `cancelled`.
 */
export async function makeVentoyStick(
  job: VentoyJob,
  target: HeldVentoyTarget,
): Promise<VentoyStickReport> {
  const install = () => installVentoy(job, target);
  const installed =
    job.plan.install.way === 'update' ? await keepingFiles(job, target, install) : await install();
  const ntfs = await writeNtfs(job, target, installed.layout);
  const { changed, comparedBytes } = await tellingState(target, () =>
    putFiles(job, target, installed.layout),
  );
  if (target.isNewFile) await target.open.finish();
  target.state = 'finished';
  const { layout, found } = await tellingState(target, () => check(job, target));
  return {
    ...reportOf(job, target, changed, ntfs),
    ventoy: layout,
    needs: needsOn({ ...layout, ...layout.data, files: changed.present }, job.plan, job.prepared),
    writtenBytes: installed.writtenBytes + ntfs.writtenBytes + changed.writtenBytes,
    verifiedBytes: ntfs.verifiedBytes + comparedBytes,
    ...found,
  };
}

/**
 * Looks at the files through a mount that can't change anything, changes them through a second, and reads them back through
 * a third, which has nothing in memory. Files get their names in the second, so that those which are finished stay when the
 * job is cut off; whoever adds them again reads them first. What the third finds damaged is removed through a fourth.
 */
async function putFiles(
  job: VentoyJob,
  target: HeldVentoyTarget,
  { data }: WholeVentoyLayout,
): Promise<{ changed: ChangedFiles; comparedBytes: number }> {
  const range = { offset: data.startLba * SECTOR, length: data.sectors * SECTOR };
  const through = async <T>(
    readOnly: boolean,
    work: (mounted: MountedRange) => Promise<T>,
  ): Promise<T> => {
    const mounted = await target.open.mount(range, { readOnly }, job.signal);
    try {
      return await work(mounted);
    } finally {
      await mounted.giveBack();
    }
  };
  const todo = await through(true, (mounted) => lookAhead(job, target, mounted));
  const changed = await through(!todo.changesAnything, async (mounted) => {
    const done = await changeFiles(job, target, mounted, todo);
    target.log.advance('flushing', 0, 0);
    return done;
  });
  const { comparedBytes, damaged } = await through(true, (mounted) =>
    compareFiles(job, target, mounted, changed),
  );
  const [first, ...others] = damaged;
  if (first) {
    // A drive that can't be written to any more is no other failure than the one that was found.
    throw await through(false, (mounted) =>
      withdraw([first, ...others], new StickFolder(target.name, mounted), changed),
    ).catch(() => first.error);
  }
  return { changed, comparedBytes: todo.comparedBytes + comparedBytes };
}

async function check(
  { plan: { install }, prepared, reference, signal }: VentoyJob,
  { name, open, log }: HeldVentoyTarget,
): Promise<{ layout: WholeVentoyLayout; found: StickFindings }> {
  log.advance('checking', 0, 0);
  const expected = {
    version: prepared.release?.version ?? null,
    reference,
    ...(install.way === 'erase'
      ? {
          scheme: install.scheme,
          secureBoot: install.secureBoot,
          reserveBytes: install.reserveBytes,
          fileSystem: install.fileSystem,
          label: install.label,
        }
      : {}),
  };
  const found = await unlessAborted(examineVentoyStick(open.source, expected), signal);
  log.checked(found.checks);
  const layout = await unlessAborted(readVentoyLayout(open.source), signal);
  if (layout?.state === 'whole' && checksPassed(found.checks)) return { layout, found };
  throw checkFailed(name, found.checks);
}

function reportOf(
  { prepared }: VentoyJob,
  { target, name }: HeldVentoyTarget,
  { files, moves, persistence, configNotes }: ChangedFiles,
  ntfs: WrittenNtfs,
): Omit<
  VentoyStickReport,
  'ventoy' | 'needs' | 'writtenBytes' | 'verifiedBytes' | 'checks' | 'compatibility'
> {
  return {
    target: name,
    targetBytes: targetBytes(target),
    files,
    removed: moves.remove,
    renamed: moves.rename,
    persistence,
    keptPersistence: moves.keptPersistence,
    windows: prepared.windows && ntfs.windows,
    configNotes,
  };
}
