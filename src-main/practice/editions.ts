/** Version that the practice editions name: 10.0.22631.2861. */
export const BUILD = 22631;
export const SERVICE_BUILD = 2861;
export const DISPLAY_VERSION = '23H2';

export interface PracticeEdition {
  name: string;
  description: string;
  editionId: string;
  /** Part of the payload that this edition has on top of the common files. */
  extraShare: number;
}

export const practiceEditions: readonly PracticeEdition[] = [
  {
    name: 'Practice Windows 11 Home',
    description: 'Practice stand-in, not Windows: the smallest edition',
    editionId: 'Core',
    extraShare: 0,
  },
  {
    name: 'Practice Windows 11 Pro',
    description: 'Practice stand-in, not Windows: the edition of middle size',
    editionId: 'Professional',
    extraShare: 0.15,
  },
  {
    name: 'Practice Windows 11 Education',
    description: 'Practice stand-in, not Windows: the largest edition',
    editionId: 'Education',
    extraShare: 0.3,
  },
];

/** The description of an edition as Windows images have it, as `path=value` for wimlib. */
export function imageProperties(edition: PracticeEdition): string[] {
  return [
    `DISPLAYNAME=${edition.name}`,
    `DISPLAYDESCRIPTION=${edition.description}`,
    `FLAGS=${edition.editionId}`,
    'WINDOWS/ARCH=9',
    'WINDOWS/PRODUCTNAME=Practice stand-in, not Windows',
    `WINDOWS/EDITIONID=${edition.editionId}`,
    'WINDOWS/INSTALLATIONTYPE=Client',
    'WINDOWS/PRODUCTTYPE=WinNT',
    'WINDOWS/PRODUCTSUITE=Terminal Server',
    'WINDOWS/LANGUAGES/LANGUAGE=en-US',
    'WINDOWS/LANGUAGES/DEFAULT=en-US',
    'WINDOWS/VERSION/MAJOR=10',
    'WINDOWS/VERSION/MINOR=0',
    `WINDOWS/VERSION/BUILD=${String(BUILD)}`,
    `WINDOWS/VERSION/SPBUILD=${String(SERVICE_BUILD)}`,
    'WINDOWS/VERSION/SPLEVEL=0',
    'WINDOWS/SYSTEMROOT=WINDOWS',
  ];
}
