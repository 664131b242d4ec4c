/** How the things of a list are put together. Only what stands between the two counts. */
export const lists = {
  'list.comma': '{one}, {other}',
  'list.semicolon': '{one} ; {other}',
  'list.and': '{one} et {other}',
  'list.or': '{one} ou {other}',
} as const;
