import { join } from 'node:path';
import { build as bundle } from 'vite';

/** Makes one file of a program of tests, to be forked. Returns where it lies in `folder`. */
export async function bundleProcess(entry: string, folder: string): Promise<string> {
  const name = 'other-process.js';
  await bundle({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      target: 'node18',
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: name } },
    },
  });
  return join(folder, name);
}
