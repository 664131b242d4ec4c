/** Making an ordinary drive of a stick again. */
export const restore = {
  restore: {
    title: 'Which stick becomes an ordinary drive again?',
    lead: 'It gets one empty exFAT partition that computers, televisions and cameras read. Everything on it is lost.',
    listLabel: 'Drives that can be erased',
    emptyTitle: 'No drive is plugged in that can be erased',
    emptyText: 'Plug in the stick. It appears here by itself.',
    go: 'Continue',
    askTitle: 'Make {{name}} an ordinary drive again?',
    askLead: 'This takes a few seconds.',
    lost: 'What will be lost',
    notSecure:
      'This is quick and no secure erase: special programs can still find some of the old files. Use a program made for that before you give the drive away.',
    label: 'Name of the drive',
    labelHint: 'At most 11 characters; may be empty',
    labelProblems: {
      'too-long': 'At most 11 characters',
      characters: 'exFAT doesn’t allow one of these characters',
    },
    scheme: 'Partition table',
    schemes: {
      auto: 'The one that most devices read (MBR; above 2 TiB GPT)',
      gpt: 'GPT',
    },
    start: 'Erase {{name}}',
    anotherDrive: 'Another drive',
    running: 'Making {{name}} an ordinary drive',
    runningLead: 'What was on it is gone from the first moment on. Leave it plugged in.',
    opening: 'Opening the drive. Your computer may ask you for administrator rights.',
    progress: 'Progress',
    doneTitle: '{{name}} is an ordinary drive again',
    doneLead: 'exFAT, {{free}} free. What was written was read back and compared.',
    factName: 'Name',
    factFree: 'Free for files',
    factTable: 'Partition table',
    noName: 'none',
    plugAgain: 'If it doesn’t appear among your drives, unplug it and plug it in again.',
    cancelledTitle: 'Stopped before the end',
    cancelledLead: {
      untouched: 'Nothing on {{name}} was changed.',
      changed:
        'What was on {{name}} is gone, and it has no partition. Make it an ordinary drive to use it.',
    },
    failedTitle: '{{name}} could not be made an ordinary drive',
    back: 'Back to the wizard',
  },
} as const;
