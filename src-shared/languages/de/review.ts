import type { review as english } from '../en/review';
import type { Worded } from '../worded';

/** The step Review. */
export const review: Worded<typeof english> = {
  review: {
    title: 'Ist das so gewünscht?',
    lead: 'Bisher wurde nichts geschrieben. Es beginnt, wenn Sie unten auf die Schaltfläche klicken.',
    erased: 'Was gelöscht wird',
    erasedDrive: 'Alles auf {{name}} ({{size}}, {{path}})',
    erasedContents: 'Darauf ist jetzt: {{what}}.',
    erasedEmpty: 'Darauf sind keine Partitionen.',
    erasedFile: 'Die vorhandene Datei {{path}}',
    erasedNothing: 'Nichts. Eine neue Datei entsteht: {{path}}',
    made: 'Was erstellt wird',
    madeEdition: '{{name}} aus {{image}}',
    madeWindows: 'Eine Partition von {{size}} für Windows',
    madeShared: 'Eine Austauschpartition „{{label}}“ von {{size}}',
    madeSharedUnnamed: 'Eine Austauschpartition von {{size}}',
    madeNotEncrypted: 'Nicht verschlüsselt',
    madeEncryptedNow:
      'Die Partition von Windows wird mit BitLocker ({{cipher}}) verschlüsselt und mit Ihrem Kennwort geöffnet',
    madeEncryptedNowKeys:
      'Die Wiederherstellungsschlüssel, eine Datei je Stick, kommen nach {{folder}}',
    madeAfterWriting:
      'Nach dem Schreiben verschlüsselt das Windows dieses Computers die Partition mit BitLocker ({{cipher}}); geöffnet wird sie mit Ihrem Kennwort',
    madeWholeEncrypted: 'Auch der freie Platz darin wird verschlüsselt',
    madeCleared:
      'Was vorher auf dem Laufwerk war, wird dort unlesbar gemacht, wo Windows Platz lässt',
    madeFirstStart:
      'Noch nicht verschlüsselt: Bei seinem ersten Start fragt Windows nach einem Kennwort und verschlüsselt sich mit BitLocker ({{cipher}})',
    madeFirstStartKeys: 'Windows speichert den Wiederherstellungsschlüssel in {{folder}}',
    madeFirstStartAsks: 'Windows fragt, wohin der Wiederherstellungsschlüssel kommt',
    madeSharedPlain: 'Die Austauschpartition ist nicht verschlüsselt',
    madeDirect: 'Direkt auf das Laufwerk entpackt: langsam und nicht zurückgelesen',
    madeChecked: 'Abbild mit der Prüfsumme des Herausgebers verglichen',
    madeUnchecked: 'Abbild nicht mit der Prüfsumme des Herausgebers verglichen',
    madeUnused: '{{size}} bleiben ungenutzt',
    madeVhdx: 'Windows liegt in einer virtuellen Festplatte von {{size}}',
    madeScheme: 'Startet Computer mit UEFI und ältere mit BIOS',
    yours: 'Wie Windows eingerichtet wird',
    yoursChange: 'Ändern…',
    operations: 'Genaue Arbeitsschritte anzeigen',
    operationsLoading: 'Die Arbeitsschritte werden ermittelt…',
    toolsTitle: 'Auf diesem Computer fehlt etwas, das gebraucht wird',
    toolsText: 'Installieren Sie es, und prüfen Sie dann erneut.',
    toolMissing: '{{name}}, Zweck: {{purpose}}',
    toolsCheck: 'Erneut prüfen',
    toolsFailed: 'Was dieser Computer hat, kann nicht geprüft werden',
    toolsLoading: 'Dieser Computer wird geprüft…',
    roomLoading: 'Der Arbeitsordner wird geprüft…',
    roomFailed: 'So kann der Stick nicht erstellt werden',
    roomHint: 'Im Arbeitsordner fehlt Platz.',
    spaceTitle: 'Im Arbeitsordner fehlen {{missing}}',
    spaceText:
      '{{path}} hat {{free}} frei; während der Stick erstellt wird, werden {{needed}} gebraucht.',
    spaceChange: 'Anderen Ordner auswählen…',
    directTitle: 'Oder ohne ihn, dafür langsam',
    directCost:
      'Windows wird dann in Hunderttausenden kleiner Stücke geschrieben. Auf einem gewöhnlichen Stick dauert das Stunden statt Minuten. Außerdem wird nur der Aufbau des Geschriebenen geprüft, es wird nicht zurückgelesen.',
    directMeasured: 'Nach seinem Test braucht dieses Laufwerk dafür etwa {{duration}}.',
    direct: 'Direkt auf das Laufwerk entpacken',
    directEncrypted:
      'Ein Stick, der sofort verschlüsselt wird, kann nicht direkt auf sein Laufwerk entpackt werden; bei einem, den Windows beim ersten Start verschlüsselt, geht es.',
    directLacks:
      'Direkt auf das Laufwerk zu entpacken würde nicht helfen: Auch das braucht {{needed}} im Arbeitsordner.',
    confirmTitle: 'Bestätigen',
    typeName: 'Geben Sie {{name}} ein, um das Löschen zu bestätigen',
    typeNameLabel: 'Name des Laufwerks: {{name}}',
    tickDrive:
      'Ich habe geprüft, dass dies das richtige Laufwerk ist, und es darf gelöscht werden.',
    tickFile: 'Die vorhandene Datei darf ersetzt werden.',
    tickBoth:
      'Ich habe die oben genannten Laufwerke und Dateien geprüft; sie dürfen gelöscht und ersetzt werden.',
    startDrive: '{{name}} ({{size}}) löschen und Stick erstellen',
    startDrives_one: '{{count}} Laufwerk löschen und Stick erstellen',
    startDrives_other: '{{count}} Laufwerke löschen und Sticks erstellen',
    startReplace: 'Datei ersetzen und Stick erstellen',
    startFile: 'Abbilddatei erstellen',
    starting: 'Wird begonnen…',
    startFailed: 'Die Arbeit hat nicht begonnen',
    saveRecipe: 'Als Rezept speichern…',
    recipeText:
      'Ein Rezept bewahrt diese Antworten ohne das Laufwerk auf, für das nächste Mal oder für Kollegen.',
  },
};
