/** What the program asks in dialogs of the system. */
export const dialogs = {
  dialogs: {
    closing: {
      making: {
        message: 'A stick is being made.',
        detail:
          'If you close Sticksmith now, the stick stays unfinished and will not start a computer.',
        keep: 'Keep making the stick',
      },
      series: {
        message: 'A series of sticks is running.',
        detail:
          'If you close Sticksmith now, sticks that are being made stay unfinished and will not start a computer.',
        keep: 'Keep the series running',
      },
      repairing: {
        message: 'A stick is being repaired.',
        detail:
          'If you close Sticksmith now, what was rewritten is taken back first. Leave the stick plugged in until then.',
        keep: 'Keep repairing the stick',
      },
      restoring: {
        message: 'A drive is being made an ordinary one.',
        detail:
          'If you close Sticksmith now, the drive stays without partitions until this is done again.',
        keep: 'Keep going',
      },
    },
    closeAnyway: 'Close anyway',
    cannotStart: 'Sticksmith can’t start here',
    /** Kinds of files to choose from. */
    files: {
      all: 'All files',
      windowsImages: 'Windows images',
      diskImages: 'Disk images',
      bootImages: 'Images',
      recipes: 'Recipes',
      answers: 'Answer files',
      networks: 'Network profiles',
      ventoyReleases: 'Ventoy releases',
      archives: 'Archives',
      page: 'Page to read and print',
      data: 'Data for programs',
      text: 'Text',
      tables: 'Tables',
      labels: 'Labels',
      lines: 'Lines of JSON',
    },
  },
} as const;
