import type { dialogs as english } from '../en/dialogs';
import type { Worded } from '../worded';

/** What the program asks in dialogs of the system. */
export const dialogs: Worded<typeof english> = {
  dialogs: {
    closing: {
      making: {
        message: 'Ein Stick wird hergestellt.',
        detail:
          'Wenn Sie Sticksmith jetzt schließen, bleibt der Stick unfertig und startet keinen Computer.',
        keep: 'Stick weiter herstellen',
      },
      series: {
        message: 'Eine Serie von Sticks läuft.',
        detail:
          'Wenn Sie Sticksmith jetzt schließen, bleiben Sticks, die gerade hergestellt werden, unfertig und starten keinen Computer.',
        keep: 'Serie weiterlaufen lassen',
      },
      repairing: {
        message: 'Ein Stick wird repariert.',
        detail:
          'Wenn Sie Sticksmith jetzt schließen, wird zuerst zurückgenommen, was neu geschrieben wurde. Lassen Sie den Stick so lange angeschlossen.',
        keep: 'Stick weiter reparieren',
      },
      restoring: {
        message: 'Ein Laufwerk wird wieder ein gewöhnliches.',
        detail:
          'Wenn Sie Sticksmith jetzt schließen, bleibt das Laufwerk ohne Partitionen, bis dies wiederholt wird.',
        keep: 'Weitermachen',
      },
    },
    closeAnyway: 'Trotzdem schließen',
    cannotStart: 'Sticksmith kann hier nicht starten',
    /** Kinds of files to choose from. */
    files: {
      all: 'Alle Dateien',
      windowsImages: 'Windows-Abbilder',
      diskImages: 'Laufwerksabbilder',
      bootImages: 'Abbilder',
      recipes: 'Rezepte',
      answers: 'Antwortdateien',
      networks: 'Netzwerkprofile',
      ventoyReleases: 'Ventoy-Pakete',
      archives: 'Archive',
      page: 'Seite zum Lesen und Drucken',
      data: 'Daten für Programme',
      text: 'Text',
      tables: 'Tabellen',
      labels: 'Etiketten',
      lines: 'JSON-Zeilen',
    },
  },
};
