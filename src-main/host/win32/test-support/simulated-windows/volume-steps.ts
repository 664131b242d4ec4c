import { join, win32 } from 'node:path';
import { readFile, rm } from 'node:fs/promises';
import { makeOwnedFolder } from '../../../../io';
import { tmpdir } from 'node:os';
import { placeContent } from '../../../linux/edit-content';
import type { VolumeStep } from '../../operations';
import type { SimulatedWindows } from './simulated-windows';

/**
 * Carries out the steps that make a volume of Windows on the simulated computer, one after the other. What isn't an operation is done with its
 * files: links are not looked for. Throws an Error at the first that fails, and leaves what is there then.
 */
export async function runVolumeSteps(
  windows: SimulatedWindows,
  steps: readonly VolumeStep[],
): Promise<void> {
  for (const step of steps) await runStep(windows, step);
}

async function runStep(windows: SimulatedWindows, step: VolumeStep): Promise<void> {
  const { files } = windows;
  switch (step.kind) {
    case 'run': {
      const { operation } = step;
      const failure = operation.failureOf(await windows.run(operation));
      if (failure) throw new Error(`${operation.title}: ${failure.message}`);
      return;
    }
    case 'require-partition': {
      const partitions = await windows.partitionsOf(step.diskNumber);
      const [first] = partitions ?? [];
      const fits = first?.startByte === step.startByte && first.bytes <= step.mostBytes;
      if (partitions?.length !== 1 || !fits) throw new Error('the partition lies elsewhere');
      return;
    }
    case 'copy-out':
      for (const path of step.paths) {
        const names = path.split('/');
        await copyOut(windows, win32.join(step.from, ...names), win32.join(step.to, ...names));
      }
      return;
    case 'remove':
      for (const path of step.paths) {
        if ((await files.kindOf(path)) !== null) await files.remove(path);
      }
      return;
    case 'make-folder':
      await files.makeFolder(step.path);
      return;
    case 'require-file':
      if ((await files.kindOf(step.path)) !== 'file') throw new Error(`${step.path} is no file`);
      return;
    case 'put':
      await files.write(step.path, await bytesOf(step.content));
  }
}

async function copyOut(windows: SimulatedWindows, from: string, to: string): Promise<void> {
  const { files } = windows;
  const kind = await files.kindOf(from);
  if (kind === 'file') await files.write(to, await files.read(from));
  if (kind !== 'folder') return;
  for (const name of await files.list(from)) {
    await copyOut(windows, win32.join(from, name), win32.join(to, name));
  }
}

type Content = Extract<VolumeStep, { kind: 'put' }>['content'];

/** Its hash is checked, as on Linux. */
async function bytesOf(content: Content): Promise<Buffer> {
  const folder = await makeOwnedFolder(tmpdir(), 'simulated-put-');
  try {
    const path = join(folder, 'content');
    await placeContent(content, path, new AbortController().signal);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}
