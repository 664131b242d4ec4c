import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import {
  ensureWindowsKoffi,
  ensureWindowsNode,
} from '../../../../scripts/lib/windows-packages.mjs';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../../..');
const WINE = '/usr/lib/wine/wine64';
const SERVER = '/usr/lib/wine/wineserver64';
const DISPLAY = '/usr/bin/xvfb-run';

/** On a real Windows the same scripts run without Wine. */
const isWindows = process.platform === 'win32';

/** Why our Windows code can't be run here; null when it can. */
export async function whyNoWine(): Promise<string | null> {
  if (isWindows) return null;
  if (!existsSync(WINE)) return `${WINE} is missing (Debian’s packages wine and wine64)`;
  if (!existsSync(DISPLAY)) return `${DISPLAY} is missing (Debian’s package xvfb)`;
  return Promise.all([ensureWindowsNode(), ensureWindowsKoffi()]).then(
    () => null,
    (error: unknown) => String(error),
  );
}

/** A Windows without Windows: Wine with a folder of its own, in which Node for Windows runs. */
export class Wine {
  private constructor(
    private readonly folder: string,
    private readonly node: string,
  ) {}

  /** Makes the folder, which takes about ten seconds. */
  static async start(): Promise<Wine> {
    const folder = await mkdtemp(join(tmpdir(), 'wine-'));
    if (isWindows) return new Wine(folder, process.execPath);
    const wine = new Wine(folder, await ensureWindowsNode());
    await wine.wine(['wineboot', '-i']);
    return wine;
  }

  /** Puts koffi where bundled scripts find it. */
  async addKoffi(): Promise<void> {
    const modules = join(this.folder, 'node_modules');
    const own = join(root, 'node_modules/koffi');
    await cp(own, join(modules, 'koffi'), { recursive: true, dereference: true });
    const native = '@koromix/koffi-win32-x64';
    const itsNative = isWindows ? join(root, 'node_modules', native) : await ensureWindowsKoffi();
    await cp(itsNative, join(modules, native), { recursive: true });
  }

  /** Bundles scripts, by their names, as the build does for the helper. */
  async bundle(entries: Record<string, string>): Promise<void> {
    const input = Object.fromEntries(
      Object.entries(entries).map(([name, path]) => [name, join(root, path)]),
    );
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        target: 'node18',
        outDir: join(this.folder, 'scripts'),
        emptyOutDir: false,
        rolldownOptions: {
          input,
          // Of these only koffi can be loaded, after `addKoffi`.
          external: ['electron', 'koffi', 'drivelist'],
          output: { format: 'cjs', entryFileNames: '[name].js' },
        },
      },
    });
  }

  /**
   * Runs a bundled script. It is given the Windows path of a file for its result, which is returned: Node for Windows can't
   * write into this system's pipes.
   */
  async run(script: string): Promise<unknown> {
    const result = join(this.folder, `${script}.json`);
    await writeFile(result, '');
    let failure: unknown = null;
    try {
      await this.wine([
        this.node,
        this.pathOf(join(this.folder, 'scripts', `${script}.js`)),
        this.pathOf(result),
      ]);
    } catch (error) {
      failure = error;
    }
    const text = await readFile(result, 'utf8');
    if (failure !== null) {
      throw new Error(`${script} ended badly; by then it had said: ${text}`, { cause: failure });
    }
    return JSON.parse(text) as unknown;
  }

  /** Ends what runs in this Wine, and removes its folder. */
  async end(): Promise<void> {
    if (!isWindows) {
      const env = this.environment();
      await run(SERVER, ['-k'], { env }).catch(() => undefined);
      await run(SERVER, ['-w'], { env });
    }
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private async wine(args: string[]): Promise<void> {
    if (isWindows) {
      await run(args[0] ?? '', args.slice(1), { timeout: 120_000 });
      return;
    }
    await run(
      DISPLAY,
      ['-a', 'sh', '-c', 'exec "$@" </dev/null >/dev/null 2>&1', 'sh', WINE, ...args],
      {
        env: this.environment(),
        timeout: 120_000,
      },
    );
  }

  private pathOf(path: string): string {
    return isWindows ? path : `Z:${path.replaceAll('/', '\\')}`;
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      HOME: this.folder,
      LANG: 'C.UTF-8',
      WINEPREFIX: join(this.folder, 'prefix'),
      WINEARCH: 'win64',
      WINEDEBUG: '-all',
      // Neither .NET nor a browser is asked for.
      WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=',
      NODE_SKIP_PLATFORM_CHECK: '1',
    };
  }
}
