import type { bootTest as english } from '../../en/findings/boot-test';
import type { Worded } from '../../worded';

/** What is seen when a stick is started in a virtual computer. */
export const bootTest: Worded<typeof english> = {
  'boot.seen': '{lines} (nach {seconds} s)',
  'boot.silent': 'Es wurde nichts gemeldet (nach {seconds} s)',
  'boot.not-tested': 'Nicht getestet: Auf diesem Computer fehlt {tool}',
};
