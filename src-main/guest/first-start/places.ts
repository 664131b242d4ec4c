/** Folders and files on the stick, as paths from the volume's root. */

/** Of ours alone. Users may look into it; only administrators and SYSTEM may change it. */
export const FIRST_START_FOLDER = '/ProgramData/Sticksmith';

/** Drivers to install, as .inf files anywhere below it. */
export const FIRST_START_DRIVERS = `${FIRST_START_FOLDER}/Drivers`;

/** Wi-Fi profiles to add, as .xml files; they hold keys and are wiped once they have been added. */
export const FIRST_START_WIFI = `${FIRST_START_FOLDER}/Wi-Fi`;

export const FIRST_START_SCRIPT = `${FIRST_START_FOLDER}/first-start.ps1`;

/** Asks for the password with which Windows encrypts itself. */
export const ENCRYPT_SCRIPT = `${FIRST_START_FOLDER}/encrypt.ps1`;

/** Windows starts it at the end of set-up, before the first sign-in. */
export const SETUP_COMPLETE = '/Windows/Setup/Scripts/SetupComplete.cmd';
