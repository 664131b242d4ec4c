import { architectureRule } from './architecture.mjs';

const processFiles = [
  'src-main/host/run-tool.ts',
  'src-main/host/linux/wim-worker/client.ts',
  'src-main/host/linux/helper-process.ts',
  'src-main/host/win32/helper-process.ts',
  'src-main/host/win32/start-program.ts',
  'src-main/helper/start-program.ts',
];
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/test-support/**', '**/testing.ts'];

/** @param {string} name */
const childProcess = (name) => ({
  name,
  message: 'Programs are started by runTool (src-main/host/run-tool.ts) only.',
});

const ipcAccess = {
  selector: 'MemberExpression[property.name=/^ipc(Main|Renderer)$/]',
  message: 'Messages between the processes go through the typed map of src-shared/ipc.ts only.',
};
const ipcImport = {
  selector:
    'ImportDeclaration[source.value="electron"] ImportSpecifier[imported.name=/^ipc(Main|Renderer)$/]',
  message: ipcAccess.message,
};
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name that is searched for is found.',
};

/**
 * What may be imported where.
 * @type {import('eslint').Linter.Config[]}
 */
export const restrictions = [
  {
    name: 'sticksmith/architecture',
    files: ['src-shared/**', 'src-main/**', 'src-renderer/**'],
    ignores: tests,
    plugins: { sticksmith: { rules: { architecture: architectureRule } } },
    rules: {
      'sticksmith/architecture': 'error',
      'no-restricted-imports': [
        'error',
        { paths: [childProcess('child_process'), childProcess('node:child_process')] },
      ],
      'no-restricted-syntax': ['error', ipcAccess, ipcImport, defaultExport],
    },
  },
  {
    name: 'sticksmith/electron-belongs-to-the-app',
    files: ['src-shared/**', 'src-main/**'],
    ignores: ['src-main/app/**', ...processFiles, ...tests],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            childProcess('child_process'),
            childProcess('node:child_process'),
            { name: 'electron', message: 'Only src-main/app knows Electron.' },
          ],
        },
      ],
    },
  },
  {
    name: 'sticksmith/starts-processes',
    files: processFiles,
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    name: 'sticksmith/speaks-ipc',
    files: ['src-main/app/requests.ts', 'src-main/app/preload.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
];
