/** The settings. */
export const settings = {
  settings: {
    title: 'Settings',
    language: 'Language',
    languageOfSystem: 'Like the system ({{language}})',
    theme: 'Appearance',
    themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
    workFolder: 'Work folder',
    workFolderText:
      'Windows is unpacked here before it is written. It should be on a fast disk with at least 40 GB free.',
    workFolderFree: '{{free}} free',
    choose: 'Choose…',
    reset: 'Use the usual place',
    version: 'Version {{version}}',
  },

  cache: {
    title: 'Kept for the next stick',
    text: 'Windows that was unpacked for one stick is kept for the next, which then takes only as long as writing does. Keep at most:',
    budget: 'How much is kept at most',
    keepNone: 'None',
    loading: 'Looking at what is kept…',
    failedTitle: 'What is kept can’t be listed',
    empty: 'Nothing is kept at the moment.',
    used: '{{used}} of {{budget}} used',
    lessBudget: 'The disk has little room left, so only {{budget}} can be kept now.',
    lastUsed: 'last used {{date}}',
    inUse: 'In use',
    remove: 'Remove',
    removeOne: 'Remove {{name}} from {{image}}',
    removeAll: 'Remove all',
  },
} as const;
