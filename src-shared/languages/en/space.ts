/** The step Space. */
export const space = {
  space: {
    title: 'How is the space divided?',
    lead: 'Windows can use the whole stick. Or keep a part as a partition that every other computer can read and write, for carrying files.',
    shared: 'Shared partition',
    sharedSize: 'Its size',
    sharedHint: '0 for none',
    sharedRest: 'Everything that Windows leaves',
    sharedRestText: 'Windows has a size of its own, so what is left can all be shared.',
    unit: 'GB',
    label: 'Its name',
    labelHint: 'Shown by other computers, up to 11 characters',
    windowsGets: 'Windows gets {{size}}',
    sumUnpacked: 'Windows, unpacked',
    sumAdded: 'Drivers',
    sumPageFile: 'Page file',
    sumHeadroom: 'Room for updates, programs and files',
    sumComfortable: 'Comfortable',
    sumGets: 'Windows gets',
    sumLabel: 'What Windows needs and gets',
    minimum: 'It needs at least {{size}}.',
    belowComfortable:
      'Windows fits, but updates and programs may run out of room. It needs at least {{minimum}}.',
    tooLittleTitle: 'Too little for Windows',
    tooLittle: 'Windows needs at least {{minimum}} here.',
    noRoom: 'The smallest target is just large enough for Windows; there is no room to share.',
    several:
      'You make several sticks: the division is worked out for the smallest, {{size}}. On larger ones Windows gets the rest.',
    severalFixed: 'You make several sticks: the division is worked out for the smallest, {{size}}.',
    more: 'How it starts, and where Windows lies',
    scheme: 'Which computers start from it',
    schemes: {
      gpt: {
        title: 'Computers with UEFI',
        text: 'Nearly every computer since 2012. Works with Secure Boot.',
      },
      mbr: {
        title: 'Also older computers with a BIOS',
        text: 'Starts old and new computers. Windows 11 itself may refuse very old processors, and nothing beyond 2 TB of the stick is used.',
      },
    },
    container: 'Where Windows lies',
    containers: {
      none: {
        title: 'In its partition',
        text: 'Directly on the stick. Fast, and can be encrypted later.',
      },
      vhdx: {
        title: 'In a virtual disk file (VHDX)',
        text: 'One large file holds Windows, so that it can be copied as a whole.',
      },
    },
    vhdxTitle: 'What comes with that',
    vhdx: {
      'no-bitlocker': 'BitLocker can protect neither the file nor the partition it lies in.',
      'no-hibernation': 'Windows can’t hibernate, and has no fast start.',
      'ntfs-only': 'The partition around the file stays NTFS.',
      'no-nesting': 'The stick itself can’t be a .vhdx file.',
      'no-direct-way': 'Windows can’t be unpacked straight onto the drive.',
      'space-is-taken': 'The file takes its whole size from the start.',
    },
    own: 'How much Windows gets',
    ownAll: 'All that is left',
    ownSize: 'A size of its own',
    ownField: 'Size of Windows',
    ownHint: 'Between {{minimum}} and {{maximum}}',
  },
} as const;
