import type { Pass } from './passes';

/**
 * Every setting that we write, below its component, and the passes in which Windows takes it. Sources: Microsoft,
 * Unattended Windows Setup Reference, the page of each setting, “Valid configuration passes”; those of the audit
 * passes, of offlineServicing and of windowsPE are left out, since no stick goes through them.
 */
export const SETTINGS = {
  'Microsoft-Windows-Shell-Setup': {
    ComputerName: ['specialize'],
    ProductKey: ['specialize'],
    TimeZone: ['specialize', 'oobeSystem'],
    'OOBE/HideEULAPage': ['oobeSystem'],
    'OOBE/HideOEMRegistrationScreen': ['oobeSystem'],
    'OOBE/HideOnlineAccountScreens': ['oobeSystem'],
    'OOBE/HideWirelessSetupInOOBE': ['oobeSystem'],
    'OOBE/ProtectYourPC': ['oobeSystem'],
    'UserAccounts/LocalAccounts/LocalAccount/DisplayName': ['oobeSystem'],
    'UserAccounts/LocalAccounts/LocalAccount/Group': ['oobeSystem'],
    'UserAccounts/LocalAccounts/LocalAccount/Name': ['oobeSystem'],
    'UserAccounts/LocalAccounts/LocalAccount/Password/PlainText': ['oobeSystem'],
    'UserAccounts/LocalAccounts/LocalAccount/Password/Value': ['oobeSystem'],
    'FirstLogonCommands/SynchronousCommand/CommandLine': ['oobeSystem'],
    'FirstLogonCommands/SynchronousCommand/Description': ['oobeSystem'],
    'FirstLogonCommands/SynchronousCommand/Order': ['oobeSystem'],
    'FirstLogonCommands/SynchronousCommand/RequiresUserInput': ['oobeSystem'],
  },
  'Microsoft-Windows-International-Core': {
    InputLocale: ['specialize', 'oobeSystem'],
    SystemLocale: ['specialize', 'oobeSystem'],
    UILanguage: ['specialize', 'oobeSystem'],
    UserLocale: ['specialize', 'oobeSystem'],
  },
  'Microsoft-Windows-UnattendedJoin': {
    'Identification/Provisioning/AccountData': ['specialize'],
  },
  'Microsoft-Windows-WinRE-RecoveryAgent': {
    UninstallWindowsRE: ['oobeSystem'],
  },
} as const satisfies Record<string, Record<string, readonly Pass[]>>;

export type ComponentName = keyof typeof SETTINGS;
