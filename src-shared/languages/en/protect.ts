/** The step Protect. */
export const protect = {
  protect: {
    title: 'Protect what is on it?',
    lead: 'Whoever finds an unprotected stick can read every file on it. BitLocker encryption prevents that.',
    listLabel: 'Protection',
    experimental: 'Experimental',
    ways: {
      none: 'Without encryption',
      now: 'Encrypted now',
      'after-writing': 'Encrypted by this Windows',
      'first-start': 'Encrypted at its first start',
    },
    texts: {
      none: 'Fine for a stick that holds nothing which others must not read.',
      now: 'Sticksmith encrypts Windows as it writes it. You choose the password here, and nothing of Windows ever lies on the stick unencrypted.',
      'after-writing':
        'Once a stick is written, the Windows of this computer encrypts it. You choose the password here. Until that is done, the stick can be read.',
      'first-start':
        'Windows asks for a password when it first starts, and encrypts itself. Until then the stick can be read.',
    },
    nowTried:
      'In tests, Microsoft’s boot manager, cryptsetup, dislocker and libbde open such a stick. A running Windows has not been tried yet.',
    afterWritingTried:
      'Done by Windows itself, which reads and writes everything once more: it takes longer. How Sticksmith has it done has not been tried with a real Windows yet.',
    firstStartTried: 'Done by Windows itself, the way Microsoft made it.',
    obstacles: {
      vhdx: 'Not possible here: BitLocker can’t protect a Windows in a virtual disk file. Put it in its partition, on the step Space.',
      home: 'Not possible here: a Home edition can’t encrypt itself.',
      'image-file':
        'Not possible here: Windows encrypts drives, and one of the targets is an image file.',
      'needs-windows':
        'Not possible here: this computer runs no Windows that could do it. Choose another way.',
      'device-encryption':
        'Not possible here: on “Make it yours”, Windows is allowed to encrypt the stick by itself, which would bind it to one computer.',
      'standard-account':
        'Not possible here: the account on “Make it yours” is no administrator, and only one can have Windows encrypt itself.',
    },
    home: 'A Home edition starts from the encrypted stick, but can’t change the password or take the encryption off. For that, plug it into a computer with Windows Pro.',
    sharedTitle: 'The shared partition is not encrypted',
    sharedText:
      'Only Windows’ own partition is. What you put into the shared one can be read by whoever has the stick.',
    passwordTitle: 'Password',
    password: 'Password',
    passwordWhat: 'the password',
    passwordHint:
      'At least {{shortest}} characters. It is asked for each time the stick starts, before Windows.',
    again: 'The same password again',
    againWhat: 'the repeated password',
    againHint: 'It is never stored. After the sticks are made, Sticksmith forgets it.',
    strength: 'Strength of the password: {{strength}}',
    strengths: {
      weak: 'weak. A computer guesses it within hours.',
      fair: 'fair. It holds against somebody who tries for days.',
      good: 'good. Guessing it takes years.',
      strong: 'strong. Nobody guesses it.',
    },
    doubts: {
      'not-ascii':
        'The screen that asks for the password at the start takes every keyboard for a US one: some of these characters can’t be typed there. Use unaccented letters, digits and signs.',
      'other-layout':
        'The screen that asks for the password at the start takes every keyboard for a US one, and shows nothing of what you type. Some of these characters lie elsewhere on other keyboards, such as Y and Z on a German one, A, Q and the digits on a French one, and most signs.',
    },
    doubtsSafe: 'The same on nearly every keyboard: all letters but A, M, Q, W, Y and Z.',
    folder: 'Where the recovery keys go',
    folderText:
      'Each stick gets a recovery key, a file in this folder. It opens the stick when the password is forgotten; without either, what is on it is lost. The folder can’t be on a drive that becomes a stick.',
    folderNone: 'None chosen yet',
    clear: 'Make what was on the drive before unreadable',
    clearText:
      'Old files could otherwise still be found in the space that Windows leaves free. An SSD clears it in seconds; an ordinary stick has to be overwritten there, which can take as long as filling it.',
    whole: 'Encrypt the free space as well',
    wholeText:
      'Old files could otherwise still be found in the space that Windows leaves free. Windows then encrypts every byte of its partition, which takes longer than filling it.',
    whatHappens: 'What will happen',
    firstStartLines: {
      asks: 'When an administrator first signs in, a window asks for a password and saves the recovery key.',
      encrypts: 'Windows then encrypts itself in the background. You can work meanwhile.',
      after:
        'From then on the password is asked for at each start. Until all of it is encrypted, the stick can be read.',
    },
    keyGoes: 'Where the recovery key goes',
    keyPlaces: { ask: 'Windows asks', share: 'A folder on a server' },
    share: 'Folder on a server',
    shareHint: 'Such as \\\\server\\keys. Every stick has to reach it at its first start.',
    shareBad: 'It has to look like \\\\server\\share.',
    more: 'Cipher and company directory',
    cipher: 'Cipher',
    cipherText: 'Both are safe. 128 bits is what Windows uses by itself; some rules ask for 256.',
    ciphers: { 'xts-aes-128': 'XTS-AES 128 bits', 'xts-aes-256': 'XTS-AES 256 bits' },
    escrow: 'Copy of the recovery key in a company directory',
    escrowText: 'Windows puts it there once it has joined the company’s domain.',
    escrows: { none: 'None', 'active-directory': 'Active Directory', 'entra-id': 'Entra ID' },
    tpm: 'What about a TPM?',
    tpmText:
      'It isn’t used. A TPM is a chip that belongs to one computer and would open the stick there only; this stick moves between computers, so it is opened by its password.',
  },
} as const;
