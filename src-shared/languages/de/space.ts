import type { space as english } from '../en/space';
import type { Worded } from '../worded';

/** The step Space. */
export const space: Worded<typeof english> = {
  space: {
    title: 'Wie wird der Platz aufgeteilt?',
    lead: 'Windows kann den ganzen Stick benutzen. Oder Sie behalten einen Teil als Partition, die jeder andere Computer lesen und beschreiben kann, um Dateien mitzunehmen.',
    shared: 'Austauschpartition',
    sharedSize: 'Größe',
    sharedHint: '0 für keine',
    sharedRest: 'Alles, was Windows übrig lässt',
    sharedRestText: 'Windows hat eine eigene Größe, daher kann alles Übrige zum Austausch dienen.',
    unit: 'GB',
    label: 'Name der Partition',
    labelHint: 'Von anderen Computern angezeigt, bis zu 11 Zeichen',
    windowsGets: 'Windows bekommt {{size}}',
    sumUnpacked: 'Windows, entpackt',
    sumAdded: 'Treiber',
    sumPageFile: 'Auslagerungsdatei',
    sumHeadroom: 'Platz für Updates, Programme und Dateien',
    sumComfortable: 'Bequem',
    sumGets: 'Windows bekommt',
    sumLabel: 'Was Windows braucht und bekommt',
    minimum: 'Es braucht mindestens {{size}}.',
    belowComfortable:
      'Windows passt, aber für Updates und Programme kann der Platz knapp werden. Es braucht mindestens {{minimum}}.',
    tooLittleTitle: 'Zu wenig für Windows',
    tooLittle: 'Windows braucht hier mindestens {{minimum}}.',
    noRoom:
      'Das kleinste Ziel ist gerade groß genug für Windows; für eine Austauschpartition ist kein Platz.',
    several:
      'Sie erstellen mehrere Sticks: Die Aufteilung wird für den kleinsten berechnet, {{size}}. Auf größeren bekommt Windows den Rest.',
    severalFixed:
      'Sie erstellen mehrere Sticks: Die Aufteilung wird für den kleinsten berechnet, {{size}}.',
    more: 'Wie der Stick startet und wo Windows liegt',
    scheme: 'Welche Computer davon starten',
    schemes: {
      gpt: {
        title: 'Computer mit UEFI',
        text: 'Fast jeder Computer seit 2012. Funktioniert mit Secure Boot.',
      },
      mbr: {
        title: 'Auch ältere Computer mit BIOS',
        text: 'Startet alte und neue Computer. Windows 11 selbst kann sehr alte Prozessoren ablehnen, und vom Stick wird nichts jenseits von 2 TB benutzt.',
      },
    },
    container: 'Wo Windows liegt',
    containers: {
      none: {
        title: 'In seiner Partition',
        text: 'Direkt auf dem Stick. Schnell, und kann später verschlüsselt werden.',
      },
      vhdx: {
        title: 'In einer virtuellen Festplatte (VHDX)',
        text: 'Eine große Datei enthält Windows und lässt sich als Ganzes kopieren.',
      },
    },
    vhdxTitle: 'Was das mit sich bringt',
    vhdx: {
      'no-bitlocker':
        'BitLocker kann weder die Datei schützen noch die Partition, in der sie liegt.',
      'no-hibernation': 'Windows kann nicht in den Ruhezustand gehen und hat keinen Schnellstart.',
      'ntfs-only': 'Die Partition um die Datei bleibt NTFS.',
      'no-nesting': 'Der Stick selbst kann keine .vhdx-Datei sein.',
      'no-direct-way': 'Windows kann nicht direkt auf das Laufwerk entpackt werden.',
      'space-is-taken': 'Die Datei belegt von Anfang an ihre ganze Größe.',
    },
    own: 'Wie viel Windows bekommt',
    ownAll: 'Alles, was übrig ist',
    ownSize: 'Eine eigene Größe',
    ownField: 'Größe von Windows',
    ownHint: 'Zwischen {{minimum}} und {{maximum}}',
  },
};
