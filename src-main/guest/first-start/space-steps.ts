import type { Step } from './step';

/** Steps that take minutes to hours on a stick and give room back: last, and never before a sign-in. */

/** Microsoft, Clean up the WinSxS folder. */
export const cleanUpStep: Step = {
  id: 'clean-up',
  title: 'Remove superseded parts of Windows',
  moment: 'after',
  comment: ['It takes minutes, on a slow stick up to an hour.'],
  body: String.raw`
Invoke-Program 'dism.exe' @('/Online', '/Cleanup-Image', '/StartComponentCleanup', '/NoRestart') @(0, 3010)`,
};

/** Microsoft, Compact OS, single-instancing, and image optimization. */
export const compactStep: Step = {
  id: 'compact',
  title: 'Compress the files of Windows',
  moment: 'after',
  comment: [
    'After everything that removes files. It takes minutes, on a slow stick up to an hour.',
  ],
  body: String.raw`
Invoke-Program 'compact.exe' @('/CompactOS:always') @(0)`,
};
