/** How the things of a list are put together. Only what stands between the two counts. */
export const lists = {
  'list.comma': '{one}, {other}',
  'list.semicolon': '{one}; {other}',
  'list.and': '{one} and {other}',
  'list.or': '{one} or {other}',
} as const;
