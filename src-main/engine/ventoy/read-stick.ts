import { stickError } from '../../../src-shared/errors';
import { targetName, type Target } from '../../../src-shared/plan';
import { SECTOR } from '../../../src-shared/units';
import type { VentoyFound, VentoyStickContent } from '../../../src-shared/ventoy-stick-content';
import type { Host } from '../../host';
import { readVentoyLayout } from '../../ventoy';
import { lookBeside } from './beside';
import { readStickConfig } from './stick-config';
import { StickFolder } from './stick-folder';

/**
 * What is on a disk that may be a Ventoy stick: its layout, every file, and its settings; or whether Ventoy could be put
 * beside what is there. Opens it for reading only. Throws `ventoy/damaged`, `ventoy/config-unreadable` and what opening
 * and mounting throw.
 */
export async function readVentoyStick(
  target: Target,
  host: Pick<Host, 'openTargets'>,
  signal: AbortSignal,
): Promise<VentoyStickContent> {
  const guards = { neededBytes: 0, protectedPaths: [], readOnly: true };
  const asDisk = target.kind === 'file' ? { asDisk: 'existing' as const } : {};
  const [open] = await host.openTargets([{ target, guards, ...asDisk }], signal);
  if (!open) throw stickError('internal', { message: 'no target was opened' });
  const name = targetName(target);
  try {
    const layout = await readVentoyLayout(open.source);
    if (!layout) return { found: 'other', beside: await lookBeside(open, name, signal) };
    if (!layout.data) {
      throw stickError('ventoy/damaged', {
        target: name,
        message: layout.state === 'damaged' ? layout.problems.join('; ') : '',
      });
    }
    const { startLba, sectors } = layout.data;
    const range = { offset: startLba * SECTOR, length: sectors * SECTOR };
    const mounted = await open.mount(range, { readOnly: true }, signal);
    try {
      const folder = new StickFolder(name, mounted);
      const { text, config } = await readStickConfig(folder, name);
      return {
        found: 'ventoy',
        layout,
        files: await folder.files(),
        freeBytes: await folder.freeBytes(),
        config: text === null ? null : config,
        configText: text,
      };
    } finally {
      await mounted.giveBack();
    }
  } finally {
    await open.close();
  }
}

/** The same where there has to be Ventoy. Throws `ventoy/not-found` besides. */
export async function requireVentoyStick(
  target: Target,
  host: Pick<Host, 'openTargets'>,
  signal: AbortSignal,
): Promise<VentoyFound> {
  const content = await readVentoyStick(target, host, signal);
  if (content.found === 'ventoy') return content;
  throw stickError('ventoy/not-found', { target: targetName(target) });
}
