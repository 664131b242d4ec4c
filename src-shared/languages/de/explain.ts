import type { explain as english } from '../en/explain';
import type { Worded } from '../worded';

/** Looking up what an error means. */
export const explain: Worded<typeof english> = {
  explain: {
    open: 'Fehler erklären…',
    title: 'Fehler erklären',
    field: 'Ein Code oder eine Meldung vom Bildschirm',
    hint: 'Zum Beispiel 0xc000000f oder ein ganzer Satz.',
    empty:
      'Schlagen Sie nach, was ein Computer, Windows, Ventoy oder dieses Programm gezeigt hat: was es für einen Stick bedeutet, woher es kommt und was zu tun ist. Zum Beispiel:',
    examples: 'Beispiele',
    found_zero: 'Nichts gefunden',
    found_one: '{{count}} Erklärung',
    found_other: '{{count}} Erklärungen',
    similar: 'Diesen Code gibt es nicht; vielleicht ist dieser gemeint.',
    nothing: 'Dazu ist nichts bekannt.',
    nothingCode:
      'Vergleichen Sie den Code Ziffer für Ziffer mit dem Bildschirm: 0 und O, 8 und B sehen sich ähnlich.',
    nothingWords: 'Versuchen Sie es mit zwei oder drei Wörtern der Meldung.',
    nothingCheck:
      'Prüfen Sie den Stick auf einem anderen Computer mit „sticksmith check“: Das sagt auch ohne Code, was nicht stimmt.',
    also: 'Auch bekannt als {{names}}',
    why: 'Warum das bei einem Stick vorkommt; das Wahrscheinlichste zuerst',
    doNow: 'Was zu tun ist',
    sources: 'Woher man das weiß',
    source: '{{certainty}}: {{title}}',
    programError:
      'Die Befehlszeile endet mit {{exit}}. In welchem Zustand der Stick ist, steht beim Fehler.',
    places: {
      firmware: 'Die Firmware des Computers (UEFI oder BIOS)',
      'boot-manager': 'Windows-Start-Manager',
      bitlocker: 'BitLocker, bevor Windows startet',
      'blue-screen': 'Bluescreen von Windows',
      setup: 'Der erste Start von Windows',
      ventoy: 'Ventoy',
      program: 'Dieses Programm',
    },
    certainties: {
      verified: 'nachgeprüft',
      documented: 'dokumentiert',
      source: 'im Quelltext',
      reported: 'berichtet',
    },
    link: 'Was bedeutet das?',
    linkAbout: 'Was bedeutet das? {{about}}',
  },
};
