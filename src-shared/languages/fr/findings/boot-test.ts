/** What is seen when a stick is started in a virtual computer. */
export const bootTest = {
  'boot.seen': '{lines} (après {seconds} s)',
  'boot.silent': 'Rien n’a été affiché (après {seconds} s)',
  'boot.not-tested': 'Non testé : il manque {tool} sur cet ordinateur',
} as const;
