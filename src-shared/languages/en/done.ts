import { computerNames, ruleTexts } from '../../compatibility';

/** The step Done. */
export const done = {
  done: {
    computerName: 'The computer is called {{name}}.',
    titleOne: 'The stick is ready',
    titleMany_one: '{{count}} stick is ready',
    titleMany_other: '{{count}} sticks are ready',
    titleMixed: '{{done}} of {{total}} sticks are finished',
    titleFile: 'The image file is ready',
    titleProblem: 'Written, but a check failed',
    leadDrive:
      'You can unplug it now. To start from it, plug it into a computer that is switched off, switch on, and open the boot menu (often F12, F11 or Esc).',
    leadMany:
      'You can unplug them now. To start from one, plug it into a computer that is switched off, switch on, and open the boot menu (often F12, F11 or Esc).',
    leadMixed:
      'The finished ones can be unplugged and used. The others are listed here and can be tried again.',
    leadFile: 'Write it to a drive with any imaging program, or start it in a virtual machine.',
    leadVhdx:
      'Start it in a virtual machine. In Windows, a double click shows what is in it, like a drive.',
    leadProblem: 'Look at the failed checks below before you rely on it.',
    verified: 'Read back and compared: {{size}}, every block that was written.',
    notVerified:
      'Not read back, because {{name}} is a file and not a drive. Once it is copied onto a stick, that stick has to be checked.',
    notVerifiedDirect:
      'Not read back, because Windows was unpacked straight onto the drive. Its structure was checked; damage inside a file would not show.',
    resumed: '{{size}} were in place from before and were not written again.',
    fromCache:
      'Windows was unpacked for an earlier stick and kept, so it did not have to be unpacked again.',
    failed: 'Not finished',
    tryFailed_one: 'Try the failed one again',
    tryFailed_other: 'Try the {{count}} failed ones again',
    checksPassed_one: '{{count}} check, none failed',
    checksPassed_other: '{{count}} checks, none failed',
    took: 'Took {{time}}',
    checks: 'Checks',
    compatibility: {
      title: 'Which computers it should start',
      summary: 'Should start {{good}} of {{total}} kinds of computer',
      computer: 'Computer',
      starts: 'Starts',
      why: 'Why, and what to do',
      nothing: 'Nothing speaks against it.',
      source: 'Source: {{name}} ({{certainty}})',
      noted: 'Noted: {{words}}',
      limits:
        'Concluded from what lies on the stick. Firmware differs from computer to computer, so try it on yours.',
      computers: computerNames,
      rules: ruleTexts,
      verdicts: {
        yes: 'Yes',
        'after-steps': 'After a step there',
        perhaps: 'Perhaps',
        no: 'No',
      },
      certainty: {
        documented: 'documented',
        reported: 'reported',
        specified: 'specified',
      },
    },
    checkColumn: 'Check',
    resultColumn: 'Result',
    foundColumn: 'Found',
    status: { pass: 'Passed', warn: 'Look at this', fail: 'Failed' },
    hashExpected: 'The image equals the one its publisher names.',
    hashNotExpected: 'The image was not compared with its publisher’s fingerprint.',
    notKnown:
      'Sticksmith has checked the stick’s structure. Only starting it shows that a particular computer likes it.',
    saveReport: 'Save report…',
    show: 'Show in folder',
    another: 'Make another like this',
    keysTitle_one: 'Recovery key',
    keysTitle_other: 'Recovery keys',
    keysText_one:
      'It opens the stick when the password is forgotten. Whoever has it can read everything: keep it safe, and apart from the stick.',
    keysText_other:
      'Each opens its stick when the password is forgotten. Whoever has one can read everything there: keep them safe, and apart from the sticks.',
    keyId: 'Key ID',
    keyFile: 'Saved in',
    keyCopy: 'Copy key',
    keyPrint: 'Print…',
    keyShow: 'Show in folder',
    keyCopyOf: 'Copy the key of {{name}}',
    keyPrintOf: 'Print the key of {{name}}',
    keyShowOf: 'Show the key file of {{name}} in its folder',
    keysPrintAll: 'Print all…',
    timings: 'How long each part took',
    target: 'Target',
  },
} as const;
