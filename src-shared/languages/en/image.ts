/** The steps Image, Verify and Edition. */
export const image = {
  image: {
    title: 'What goes on it?',
    kindLabel: 'Kind of stick',
    kindCards: {
      'windows-to-go': {
        title: 'Portable Windows',
        text: 'Windows itself runs from the stick.',
      },
      ventoy: {
        title: 'Ventoy',
        text: 'Start many images from one stick.',
      },
    },
    ventoyNotOnWindows: 'Not on a computer with Windows yet: Linux is needed to make it.',
    lead: 'Choose an installation image of Windows 10 or 11: an ISO file as Microsoft offers it, or a WIM, ESD or SWM file.',
    drop: 'Drop the image here',
    or: 'or',
    choose: 'Choose a file…',
    path: 'Path of the image',
    open: 'Open',
    reading: 'Looking into the image…',
    failedTitle: 'This image can’t be used',
    label: 'Name',
    version: 'Version',
    build: 'build {{build}}',
    versionAndBuild: '{{version}}, build {{build}}',
    languages: 'Languages',
    architecture: 'Processor',
    size: 'Size',
    editions: 'Editions',
    kinds: 'Can become',
    notNamed: 'not named in the image',
    kindWindows: 'a portable Windows',
    kindVentoy: 'an entry of a multi-boot stick',
    container: {
      iso: 'Disc image (ISO)',
      wim: 'Windows image file',
    },
    split_one: 'in {{count}} part',
    split_other: 'in {{count}} parts',
    where: 'Where do I get an image?',
    whereLead:
      'From Microsoft, free of charge. Windows on a stick needs its own licence. Images from elsewhere may have been changed: whoever made them can read everything you later type.',
    links: {
      'windows-11': 'Windows 11',
      'windows-10': 'Windows 10',
      'windows-11-arm': 'Windows 11 for ARM computers',
    },
    opensBrowser: 'opens in your browser',
  },

  architecture: {
    x64: '64-bit (Intel and AMD)',
    arm64: '64-bit (ARM)',
    x86: '32-bit (Intel and AMD)',
    arm: '32-bit (ARM)',
    unknown: 'unknown',
  },

  verify: {
    title: 'Is the image genuine?',
    lead: 'The whole image is read once, and a fingerprint (SHA-256) is computed from it. If it equals the one its publisher names, not a single bit was changed on the way to you.',
    running: 'Reading the image',
    cancel: 'Stop reading',
    cancelled: 'Reading was stopped.',
    start: 'Read the image',
    failedTitle: 'The image can’t be read to the end',
    value: 'SHA-256 of your image',
    matchTitle: 'This is the image it should be',
    matchBy: {
      pasted: 'Its fingerprint equals the value you pasted.',
      file: 'Its fingerprint equals the one in the checksum file.',
      trusted: 'You have trusted this very image before.',
    },
    trust: 'Trust this image from now on',
    mismatchTitle: 'This is not the image it should be',
    mismatchText:
      'The fingerprint differs from the expected one. The download may be damaged, or somebody has changed the image. A stick made from it could fail, or spy on its user. Nothing was written.',
    mismatchNext:
      'Get the image again from its publisher. If you pasted the value, check that it belongs to exactly this file.',
    expected: 'Expected',
    unknownTitle: 'Nothing to compare with yet',
    unknownText:
      'Microsoft shows the SHA-256 on the download page, under “Verify your download”, for each language. Paste it here, or choose the checksum file.',
    paste: 'Publisher’s SHA-256',
    pasteHint: '64 characters, 0–9 and a–f',
    pasteBad: 'There is no SHA-256 in this: it takes 64 characters, 0–9 and a–f.',
    chooseFile: 'Choose a checksum file…',
    checksumFile: 'Compared with {{name}}',
    goOn: 'Go on without comparing',
    goOnText:
      'I got this image from a source I trust and know that nobody can tell whether it was changed.',
    chooseOther: 'Choose another image',
  },

  edition: {
    title: 'Which edition?',
    lead: 'One image holds several editions. You need a licence for the one you choose; it can be entered later, in Windows.',
    listLabel: 'Editions in the image',
    unpacked: '{{size}} unpacked',
    usual: 'Usual choice',
    left_one:
      '{{count}} entry of the image is not shown: it is not an installed Windows, or is for a processor that can’t start from a stick.',
    left_other:
      '{{count}} entries of the image are not shown: they are not an installed Windows, or are for a processor that can’t start from a stick.',
    tooSmallTitle: 'Not enough room for this edition',
    tooSmall:
      'It needs a drive of at least {{needed}}; your smallest target has {{actual}}. Choose a larger drive or a smaller edition.',
    about: {
      home: 'For private use. Without BitLocker management, Remote Desktop host and joining a company’s domain.',
      homeSingle: 'For private use, in one display language only. Lacks what Home lacks.',
      pro: 'For work and for most sticks: BitLocker, Remote Desktop host, joining a company’s domain.',
      education:
        'For schools and universities with a volume licence. Has everything Enterprise has.',
      proEducation: 'Pro, with settings for schools.',
      workstations: 'Pro for strong computers: more processors and memory, more file systems.',
      enterprise: 'For companies with a volume licence. Has what Pro has, and more control.',
      ltsc: 'Long-term edition without a Store and with few preinstalled apps: light on weak hardware and slow sticks. Volume licence.',
      server: 'A server system. Few desktop programs and drivers expect it.',
      noMedia: 'Without media player and related parts.',
    },
  },
} as const;
