import type { station as english } from '../en/station';
import type { Worded } from '../worded';

/** Making a series of sticks from one recipe. */
export const station: Worded<typeof english> = {
  station: {
    back: 'Zurück zum Assistenten',

    choose: {
      title: 'Viele gleiche erstellen',
      lead: 'Ein Rezept, eine Bestätigung. Danach wird jedes geeignete Laufwerk, das Sie anschließen, zu einem Stick, mehrere zur gleichen Zeit.',
      kept: 'Ein Rezept, das Sie aufbewahren',
      keptField: 'Rezept',
      keptTake: 'Dieses Rezept nehmen',
      recipe: 'Ein Rezept aus einer Datei',
      recipeText: 'Eines, das im Schritt Übersicht oder von Kollegen gespeichert wurde.',
      recipeOpen: 'Rezept öffnen…',
      answers: 'Was die Antworten des Assistenten jetzt sagen',
      answersText:
        'Windows oder Ventoy, mit allem, was Sie dort gewählt haben. Die Laufwerke werden nicht übernommen.',
      answersNone: 'Dafür hat der Assistent noch zu wenige Antworten.',
      answersTake: 'Diese Antworten nehmen',
      failedTitle: 'Mit diesem Rezept geht keine Serie',
    },

    opening: {
      title: 'Das Rezept wird geprüft',
      lead: 'Sein Abbild wird ganz gelesen und verglichen. Noch wird auf kein Laufwerk geschrieben.',
      progress: 'Fortschritt der Prüfung',
      waiting: 'Das Rezept wird angesehen',
      cancel: 'Abbrechen',
    },

    recipe: {
      title: 'Soll jeder Stick so werden?',
      lead: 'Alle Sticks entstehen nach „{{name}}“. Sie unterscheiden sich im Namen, in ihren Kennungen und in ihren Wiederherstellungsschlüsseln.',
      made: 'Was erstellt wird',
      edition: '{{edition}} aus {{image}}',
      ventoy: 'Ein Ventoy-Stick',
      ventoyImages_one: '{{count}} Abbilddatei',
      ventoyImages_other: '{{count}} Abbilddateien',
      shared: 'Eine gemeinsame Partition „{{label}}“ von {{size}}',
      sharedUnnamed: 'Eine gemeinsame Partition von {{size}}',
      sharedRest: 'Eine gemeinsame Partition aus dem, was Windows übrig lässt',
      vhdx: 'Windows liegt in der Datei einer virtuellen Festplatte',
      needs: 'Jedes Laufwerk braucht mindestens {{size}}',
      matches: 'Das Abbild wurde gelesen und hat den Fingerabdruck, den das Rezept nennt.',
      unknown:
        'Das Abbild wurde gelesen und ist vollständig, aber das Rezept nennt keinen Fingerabdruck zum Vergleichen. Es ist so echt wie die Quelle, aus der Sie es haben.',
      fingerprint: 'Fingerabdruck des Abbilds',
      secrets: 'Was nicht im Rezept stehen kann',
      secretsText:
        'Rezepte enthalten keine Geheimnisse. Was Sie eingeben, wird bis zum Ende der Serie behalten und nirgends gespeichert.',
      passwordText:
        'Alle Sticks der Serie bekommen dasselbe Kennwort. Jeder hat einen eigenen Wiederherstellungsschlüssel.',
      wifiKey: 'Schlüssel des Netzwerks {{ssid}}',
      wifiKeyWhat: 'den Schlüssel von {{ssid}}',
      wifiKeyBad: 'Ein Schlüssel hat 8 bis 63 Zeichen.',
      other: 'Anderes Rezept',
    },

    confirm: {
      title: 'Welche Laufwerke werden Sticks?',
      lead: 'Das beantworten Sie einmal für die ganze Serie. Bevor Sie beginnen, wird nichts geschrieben.',
      failedTitle: 'Die Serie hat nicht begonnen',

      names: 'Wie sie heißen',
      label: 'Name des Sticks',
      labelHint: 'Eine Reihe von # steht für die Nummer, wie in LOANER-##. Leer: nur die Nummer.',
      computerName: 'Name seines Computers',
      computerNameHint: 'Auf dieselbe Weise. Leer: wie im Rezept.',
      firstNumber: 'Erste Nummer',
      preview: '{{names}} …',
      previewNext: '{{before}}, {{name}}',
      previewComputers: 'Ihre Computer: {{names}}',
      previewSame: '{{name}}, alle',

      drives: 'Welche Laufwerke genommen werden',
      contents: 'Was darauf sein darf',
      contentsEmpty: 'Nichts: nur leere Laufwerke',
      contentsEmptyText:
        'Ein Laufwerk, auf dem eine Datei ist oder etwas, das sich nicht lesen lässt, bleibt unberührt.',
      contentsAny: 'Alles: es wird gelöscht',
      contentsAnyText:
        'Was auf einem Laufwerk der richtigen Größe ist, geht ohne weitere Frage verloren.',
      sizes: 'Wie groß sie sein dürfen',
      likeFirst: 'Wie das erste, auf {{percent}} genau',
      likeFirstText:
        'Das erste geeignete Laufwerk entscheidet. Eines von anderer Größe bleibt unberührt.',
      likeFirstNot:
        'Nicht für Laufwerke mit Dateien: Nennen Sie die Größen, damit Sie entscheiden, was gelöscht werden darf.',
      between: 'Zwischen zwei Größen',
      betweenText: 'Größere und kleinere Laufwerke bleiben unberührt.',
      smallest: 'Von',
      largest: 'Bis',
      ports: 'Wo sie angeschlossen sind',
      portsAny: 'Jeder Anschluss dieses Computers',
      portsAnyText:
        'Auch andere Laufwerke, die Sie währenddessen anschließen, werden nur nach Größe und Inhalt beurteilt.',
      portsSome: 'Nur die hier angekreuzten Anschlüsse',
      portsSomeText:
        'Stecken Sie ein Laufwerk in jeden Anschluss, der zählen soll; er erscheint dann hier.',
      portsNone: 'Noch kein Anschluss gesehen. Schließen Sie ein Laufwerk an.',
      portsUnknown: 'Dieser Computer sagt nicht, an welchem Anschluss ein Laufwerk steckt.',
      present: 'Jetzt angeschlossene Laufwerke',
      presentText:
        'Wenn Sie sie nicht ankreuzen, bleiben sie, wie sie sind, solange sie angeschlossen bleiben. Abgezogen und neu angeschlossen zählen sie wie jedes andere Laufwerk.',
      presentNone: 'Keine. So beginnt man am sichersten.',
      presentDrive: '{{name}} ({{size}}, {{path}})',
      limit: 'Aufhören nach so vielen Sticks',
      limitHint: 'Leer: bis Sie die Serie beenden.',
      atOnce: 'Zur gleichen Zeit',
      atOnceHint:
        'Weitere Laufwerke warten, bis sie an der Reihe sind. Jedes macht die anderen etwas langsamer.',

      keys: 'Wohin die Wiederherstellungsschlüssel kommen',
      keysHere: 'Eine Datei je Stick, mit seinem Namen, in {{folder}}',
      keysLater: 'Windows speichert den Schlüssel beim ersten Start des Sticks in {{folder}}',
      keysAsked: 'Windows fragt beim ersten Start des Sticks, wohin der Schlüssel soll',

      danger: 'Was Sie bestätigen',
      consentEmpty:
        'Solange dieses Fenster die Serie zeigt, wird jedes leere Laufwerk, das angeschlossen wird, ohne weitere Frage zu einem Stick.',
      consentAny:
        'Solange dieses Fenster die Serie zeigt, wird jedes Laufwerk, das angeschlossen wird, ohne weitere Frage gelöscht und zu einem Stick. Was darauf ist, geht verloren.',
      consentLike: 'Nur Laufwerke von der Größe des ersten werden genommen.',
      consentBetween: 'Nur Laufwerke von {{smallest}} bis {{largest}} werden genommen.',
      consentSizesMissing: 'Sie müssen noch sagen, wie groß die Laufwerke sind.',
      consentAnyPort: 'Sie werden an jedem Anschluss dieses Computers genommen.',
      consentPorts: 'Sie werden nur an diesen Anschlüssen genommen: {{ports}}',
      consentPresent_one: '{{count}} jetzt angeschlossenes Laufwerk gehört dazu.',
      consentPresent_other: '{{count}} jetzt angeschlossene Laufwerke gehören dazu.',
      consentLimit_one: 'Sie endet nach {{count}} Stick.',
      consentLimit_other: 'Sie endet nach {{count}} Sticks.',
      consentRights:
        'Ihr Computer fragt einmal nach Administratorrechten. Eingebaute Festplatten, die, von der dieser Computer läuft, und die mit dem Abbild werden nie genommen.',
      tickEmpty: 'Jedes leere Laufwerk, das so angeschlossen wird, darf ein Stick werden.',
      tickAny:
        'Jedes Laufwerk, das so angeschlossen wird, darf gelöscht werden, was auch darauf ist.',
      word: 'löschen',
      typeWord:
        'Geben Sie „{{word}}“ ein, um zu bestätigen, dass Laufwerke mit Dateien gelöscht werden',
      beginEmpty: 'Serie beginnen',
      beginAny: 'Beginnen und löschen, was angeschlossen wird',
      beginning: 'Es beginnt…',
    },

    running: {
      title: 'Sticks anschließen',
      lead: 'Jedes Laufwerk beginnt von selbst. Ziehen Sie es ab, wenn seine Zeile es sagt; die anderen laufen weiter.',
      titlePaused: 'Angehalten',
      leadPaused:
        'Kein Laufwerk wird begonnen, bis Sie fortfahren. Was in Arbeit ist, wird fertig.',
      titleStopping: 'Die letzten Sticks werden fertig',
      leadStopping: 'Kein Laufwerk wird mehr begonnen. Lassen Sie die stecken, die in Arbeit sind.',
      titleCancelling: 'Es wird abgebrochen…',
      leadCancelling:
        'Jeder Stick endet nach dem Stück, das gerade geschrieben wird, damit sein Laufwerk in Ordnung bleibt.',
      preparing: 'Zuerst, einmal für alle Sticks',
      preparingProgress: 'Fortschritt dessen, was alle Sticks brauchen',
      none: 'Noch kein Laufwerk',
      noneText: 'Schließen Sie das erste an. Es erscheint nach einigen Sekunden.',
      sizesTaken: 'Jetzt genommen: Laufwerke von {{smallest}} bis {{largest}}',
      counts: 'Zählung',
      made: 'Erstellt',
      working: 'In Arbeit',
      failed: 'Gescheitert',
      left: 'Noch offen',
      sounds: 'Töne',
      pause: 'Anhalten',
      resume: 'Fortfahren',
      stop: 'Serie beenden…',
      sticks: 'Sticks',
      pulled: 'Erledigt',
      refused: 'Nicht angerührt',
      refusedText: 'Diese Laufwerke sind angeschlossen, und nichts darauf wird geändert.',
    },

    stop: {
      title: 'Die Serie beenden?',
      textNone:
        'Kein Stick ist in Arbeit. Laufwerke, die danach angeschlossen werden, bleiben unberührt.',
      text_one: '{{count}} Stick ist in Arbeit.',
      text_other: '{{count}} Sticks sind in Arbeit.',
      cancelText:
        'Abgebrochene Sticks bleiben deutlich unfertig: Man kann sie nicht für brauchbare halten, und sie müssen neu erstellt werden.',
      finish: 'Diese noch fertigstellen',
      end: 'Beenden',
      cancel: 'Abbrechen',
      no: 'Serie fortsetzen',
    },

    row: {
      number: 'Stick {{number}}',
      computer: 'Computer {{name}}',
      port: 'Anschluss {{port}}',
      progress: 'Fortschritt von {{name}}',
      states: {
        looking: 'Wird angesehen',
        waiting: 'Wartet',
        working: 'Beginnt',
        finished: 'Fertig. Jetzt abziehen.',
        pulled: 'Fertig und abgezogen',
        failed: 'Gescheitert',
        cancelled: 'Abgebrochen',
        binned: 'Beiseitegelegt',
      },
      took: 'in {{time}}',
      again: 'Noch einmal',
      againName: '{{name}} noch einmal versuchen',
      makeAgain: 'Trotzdem erstellen',
      makeAgainName: '{{name}} trotzdem erstellen',
      bin: 'Beiseitelegen',
      binName: '{{name}} beiseitelegen',
      cancel: 'Abbrechen',
      cancelName: '{{name}} abbrechen',
      cancelTitle: '{{name}} abbrechen?',
      cancelText:
        'Er hört binnen Sekunden auf und bleibt deutlich unfertig. Die anderen Sticks laufen weiter.',
      cancelNo: 'Weiterlaufen lassen',
      why: 'Warum?',
      whyName: 'Was mit {{name}} geschah und was nun zu tun ist',
      advice: {
        retry: 'Ein neuer Versuch kann helfen.',
        bin: 'Das Laufwerk selbst scheint defekt: besser beiseitelegen.',
      },
      plugIn: 'Schließen Sie es wieder an, um es noch einmal zu versuchen.',
      binnedText: 'Seinen Namen bekommt der nächste Stick.',
    },

    refusals: {
      size: 'Es hat {{size}}; genommen werden {{smallest}} bis {{largest}}.',
      port: 'Es steckt in einem Anschluss, der nicht zählt.',
      'not-empty': 'Es ist nicht leer: {{what}}.',
      'made-already': 'Es ist Nummer {{number}} dieser Serie und fertig.',
      binned: 'Es wurde beiseitegelegt.',
      unreadable: 'Es kann nicht angesehen werden. {{what}}',
    },

    ended: {
      title_one: 'Die Serie ist zu Ende: {{count}} Stick ist erstellt',
      title_other: 'Die Serie ist zu Ende: {{count}} Sticks sind erstellt',
      titleNone: 'Die Serie ist zu Ende: kein Stick wurde erstellt',
      titleError: 'Die Serie musste enden',
      lead: 'Laufwerke, die jetzt angeschlossen werden, bleiben unberührt.',
      failed_one: '{{count}} Laufwerk ist gescheitert. Es steht unten.',
      failed_other: '{{count}} Laufwerke sind gescheitert. Sie stehen unten.',
      listText: 'Die Liste nennt von jedem Stick Name, Laufwerk, Ergebnis und Kennung im Verlauf.',
      saveList: 'Liste speichern…',
      another: 'Weitere Serie erstellen',
    },

    news: {
      finished: '{{name}} ist fertig und kann abgezogen werden.',
      failed: '{{name}} ist gescheitert. {{what}}',
      refused: '{{name}} wird nicht angerührt. {{why}}',
    },

    problems: {
      'network-key': 'Ein Netzwerk braucht noch seinen Schlüssel, von 8 bis 63 Zeichen.',
      label: 'Der Name eines Sticks hat höchstens 11 Zeichen, ohne " * / : < > ? \\ |',
      'computer-name': 'Windows würde den Namen des Computers nicht nehmen.',
      'first-number': 'Die erste Nummer ist eine ganze Zahl bis 999.999.',
      'number-too-long': 'Die Namen haben zu wenig Platz für die Nummern. Ergänzen Sie ein #.',
      'sizes-missing': 'Sagen Sie, von welcher bis zu welcher Größe Laufwerke genommen werden.',
      'sizes-order': 'Die kleinste Größe ist größer als die größte.',
      'sizes-needed': 'Laufwerke dieser Größen sind zu klein für das Rezept.',
      ports: 'Kreuzen Sie mindestens einen Anschluss an.',
      limit: 'Die Zahl der Sticks ist eine ganze von 1 bis 9.999, oder leer.',
      'at-once': 'Zur gleichen Zeit können 1 bis {{most}} Sticks erstellt werden.',
      'not-confirmed': 'Bestätigen Sie, was gelöscht werden darf.',
    },
  },
};
