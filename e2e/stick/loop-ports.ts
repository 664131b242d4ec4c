import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from '../../src-main/host/run-tool';

/** Loop devices as ports of a computer: each has its number, and what is plugged into it is a file. */
export class LoopPorts {
  private readonly attached = new Set<string>();

  /** `folder`: where the files lie. */
  constructor(private readonly folder: () => string) {}

  /** What is plugged into a port, such as `loop210`. */
  file(port: string): string {
    return join(this.folder(), `${port}.img`);
  }

  async plug(port: string, bytes: number): Promise<void> {
    const file = await open(this.file(port), 'a');
    await file.truncate(bytes);
    await file.close();
    await runTool('losetup', [`/dev/${port}`, this.file(port)]);
    this.attached.add(port);
  }

  async pull(port: string): Promise<void> {
    this.attached.delete(port);
    await runTool('partx', ['--delete', `/dev/${port}`], { okCodes: [0, 1] });
    await runTool('losetup', ['--detach', `/dev/${port}`]);
  }

  async pullAll(): Promise<void> {
    for (const port of [...this.attached]) await this.pull(port);
  }
}
