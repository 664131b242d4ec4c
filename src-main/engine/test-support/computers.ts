import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drive } from '../../../src-shared/drive';
import { runTool } from '../../host/run-tool';
import { createHost } from '../../host/linux';
import { makeSparseFile } from '../../host/linux/sparse-file';
import { SimulatedWindowsHost } from '../../host/win32/test-support/simulated-host';
import type { SimulatedWindows } from '../../host/win32/test-support/simulated-windows';
import type { Host } from '../../host';

/** A computer on which the engine makes sticks. */
export interface Computer {
  host: Host;
  workFolder: string;
  appFolder: string;
  /** Plugs in an empty stick, and tells the file with its bytes. */
  addStick(bytes: number): Promise<{ drive: Drive; image: string }>;
  /** What jobs have left behind on the computer, or still hold. */
  leftovers(): string[];
  close(): Promise<void>;
}

/** This computer, whose sticks are loop devices. */
export async function thisLinuxComputer(parent: string): Promise<Computer> {
  const folder = await mkdtemp(join(parent, 'linux-host-'));
  const host = createHost();
  const loops: string[] = [];
  const [workFolder, appFolder] = [join(folder, 'work'), join(folder, 'app')];
  for (const path of [workFolder, appFolder]) await mkdir(path);
  return {
    ...{ host, workFolder, appFolder },
    async addStick(bytes) {
      const image = join(folder, `stick-${String(loops.length)}.img`);
      await makeSparseFile(image, bytes);
      const { stdout } = await runTool('losetup', ['--find', '--show', image]);
      const path = stdout.trim();
      loops.push(path);
      const drive = (await host.listDrives()).find((one) => one.path === path);
      if (!drive) throw new Error(`${path} isn’t listed`);
      return { drive, image };
    },
    leftovers: () => [],
    async close() {
      for (const path of loops) await runTool('losetup', ['--detach', path]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** With a model of what its Windows knows. */
export interface SimulatedWindowsComputer extends Computer {
  windows: SimulatedWindows;
}

export async function simulatedWindowsComputer(parent: string): Promise<SimulatedWindowsComputer> {
  const computer = await SimulatedWindowsHost.start(parent);
  const { host, workFolder, appFolder, windows } = computer;
  return {
    ...{ host, workFolder, appFolder, windows },
    addStick: (bytes) => computer.addStick(bytes),
    leftovers() {
      const { letters: _, ...remains } = windows.remains();
      return [
        ...computer.heldDrives,
        ...Object.entries(remains)
          .filter(([, left]) => (Array.isArray(left) ? left.length > 0 : left))
          .map(([what, left]) => `${what}: ${String(left)}`),
        ...(computer.helpers.running > 0 ? ['a helper'] : []),
      ];
    },
    close: () => computer.close(),
  };
}
