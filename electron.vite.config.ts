import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { events, requests } from './src-shared/ipc';

const here = (path: string) => resolve(import.meta.dirname, path);

/** Has native code (koffi, drivelist) or is provided by the runtime; all else is bundled. */
const external = ['electron', 'koffi', 'drivelist'];

/** CommonJS and node18, because Electron 25 has no ES modules in its main process and runs Node 18.15. */
const target = 'node18';

/** Names alone, for what must not wait until the schemas behind them are loaded. */
const names = {
  REQUEST_NAMES: JSON.stringify(Object.keys(requests)),
  EVENT_NAMES: JSON.stringify(Object.keys(events)),
};

/** The licences of what is bundled; scripts/after-pack.mjs puts them beside the program. */
const license = { fileName: 'licenses.md' };

export default defineConfig({
  main: {
    define: names,
    build: {
      target,
      license,
      outDir: here('dist/main'),
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          app: here('src-main/app/main.ts'),
          cli: here('src-main/cli/start.ts'),
          helper: here('src-main/helper/main.ts'),
          'wim-worker': here('src-main/host/linux/wim-worker/worker.ts'),
        },
        external,
        output: {
          format: 'cjs',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // import() would go to the loader of ES modules, which can't read app.asar in Electron 25.
          dynamicImportInCjs: false,
        },
      },
    },
  },
  preload: {
    define: names,
    build: {
      target,
      license,
      outDir: here('dist/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: here('src-main/app/preload.ts') },
        external: ['electron'],
        // A sandboxed preload script can't require files: it has to be one self-contained file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: here('src-renderer'),
    build: {
      target: 'chrome114',
      license,
      outDir: here('dist/renderer'),
      minify: true,
      // The content security policy allows no data: addresses.
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: here('src-renderer/index.html') } },
    },
    plugins: [react()],
  },
});
