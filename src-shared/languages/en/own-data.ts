/** What is in the settings beside those themselves: folders, trusted hashes, logs, and what support needs. */
export const ownData = {
  settingsTabs: {
    label: 'Parts of the settings',
    general: 'General',
    storage: 'Storage',
    trusted: 'Trusted images',
    support: 'Help and logs',
  },

  settingsGeneral: {
    sounds: 'Sounds',
    soundsText: 'The station says by a sound that a stick is ready or failed. It also shows it.',
    reset: 'Set everything back',
    resetText: 'Language, appearance, sounds, work folder and what is kept. Trusted images stay.',
    wasReset: 'Everything is as it was at first.',
  },

  recipeFolder: {
    title: 'Recipes',
    text: 'Recipes that you save or import are kept here. A folder on a share is the same for everybody.',
  },

  dataFolder: {
    title: 'Settings and logs',
    text: 'Settings, logs and the diary of this person are kept here.',
    portable: 'Sticksmith is portable here: all that is its own lies beside it.',
    open: 'Show the logs',
  },

  trusted: {
    text: 'Images with these SHA-256 values pass “Is the image genuine?” without another comparison.',
    loading: 'Looking for trusted images…',
    failedTitle: 'The trusted images can’t be listed',
    empty: 'No image is trusted yet.',
    since: 'since {{date}}',
    remove: 'Remove',
    removeOne: 'Remove {{name}}',
    removed: '{{name}} is no longer trusted.',
    undo: 'Undo',
    addTitle: 'Add one by hand',
    name: 'Its name',
    nameHint: 'Such as the file’s name',
    hash: 'SHA-256',
    hashBad: 'A SHA-256 has 64 digits from 0 to 9 and a to f.',
    add: 'Trust it',
  },

  support: {
    text: 'If something went wrong, this helps others to find out why. It holds no passwords or keys. Nothing is sent: read it, then copy or save it.',
    gather: 'Gather what support needs',
    gathering: 'Gathering…',
    failedTitle: 'It can’t be gathered',
    preview: 'What support needs',
    copy: 'Copy what support needs',
    save: 'Save as file…',
  },
} as const;
