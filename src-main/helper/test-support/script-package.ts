import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Makes a release archive of which nothing is real but the outer form: its Ventoy2Disk.sh is the script
 * of a test.
 */
export async function makeScriptPackage(
  folder: string,
  script: string,
): Promise<{ path: string; sha256: string }> {
  const top = 'ventoy-9.9.9';
  const files = new Map<string, string | Buffer>([
    ['Ventoy2Disk.sh', `#!/bin/sh\n${script}\n`],
    ['tool/VentoyWorker.sh', '#!/bin/sh\n'],
    ['tool/ventoy_lib.sh', '#!/bin/sh\n'],
    ['boot/boot.img', Buffer.alloc(512)],
    ['boot/core.img.xz', 'no xz'],
    ['ventoy/ventoy.disk.img.xz', 'no xz'],
    ['ventoy/version', '9.9.9\n'],
    ...['x86_64', 'i386', 'aarch64', 'mips64el'].flatMap((cpu) =>
      ['mkexfatfs', 'vtoycli'].map((name) => [`tool/${cpu}/${name}.xz`, 'no xz'] as const),
    ),
  ]);
  for (const [name, content] of files) {
    const path = join(folder, top, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  const path = join(folder, `${top}-linux.tar.gz`);
  await run('tar', ['--create', '--gzip', '--file', path, '--directory', folder, top]);
  await rm(join(folder, top), { recursive: true });
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return { path, sha256 };
}
