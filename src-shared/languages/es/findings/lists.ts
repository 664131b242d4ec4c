import type { lists as english } from '../../en/findings/lists';
import type { Worded } from '../../worded';

/** How the things of a list are put together. Only what stands between the two counts. */
export const lists: Worded<typeof english> = {
  'list.comma': '{one}, {other}',
  'list.semicolon': '{one}; {other}',
  'list.and': '{one} y {other}',
  'list.or': '{one} o {other}',
};
