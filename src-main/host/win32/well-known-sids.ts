/**
 * Groups, as icacls takes them: their names are translated, these are not (learn.microsoft.com, "Well-known SIDs"). Owner
 * Rights stands for whoever owns a file or a folder, which is whoever made it.
 */
export const Sid = {
  ownerRights: '*S-1-3-4',
  administrators: '*S-1-5-32-544',
  system: '*S-1-5-18',
} as const;
