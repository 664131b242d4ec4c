/** What is seen when a stick is started in a virtual computer. */
export const bootTest = {
  'boot.seen': '{lines} (after {seconds} s)',
  'boot.silent': 'Nothing was said (after {seconds} s)',
  'boot.not-tested': 'Not tested: this computer lacks {tool}',
} as const;
