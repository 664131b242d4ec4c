import type { bootTest as english } from '../../en/findings/boot-test';
import type { Worded } from '../../worded';

/** What is seen when a stick is started in a virtual computer. */
export const bootTest: Worded<typeof english> = {
  'boot.seen': '{lines} (a los {seconds} s)',
  'boot.silent': 'No se mostró nada (a los {seconds} s)',
  'boot.not-tested': 'Sin probar: en este equipo falta {tool}',
};
