import type { yours as english } from '../en/yours';
import type { Worded } from '../worded';

/** The step Make it yours. */
export const yours: Worded<typeof english> = {
  yours: {
    title: 'Windows anpassen',
    lead: 'Hier muss nichts geändert werden. Öffnen Sie eine Zeile, um zu sehen, worum es geht.',
    toDefaults: 'Auf Standard zurücksetzen',
    undo: 'Rückgängig',
    wasReset: 'Auf Standard zurückgesetzt.',
    optional: 'Optional',
    choose: 'Auswählen…',
    chooseOther: 'Ändern…',
    remove: 'Entfernen',
    show: 'Anzeigen',
    hide: 'Verbergen',
    showWhat: '{{what}} anzeigen',
    and: ' · ',

    names: {
      portable: 'Verhalten unterwegs',
      answers: 'Konto und erster Start',
      drivers: 'Treiber',
      lean: 'Apps und Features',
      speed: 'Tempo auf einem Stick',
      roaming: 'Netzwerk und Server',
    },
    usual: {
      portable: 'Lässt die Festplatten anderer Computer in Ruhe',
      answers: 'Windows fragt bei seinem ersten Start nach allem',
      drivers: 'Keine hinzugefügt',
      lean: 'Alles, was das Abbild mitbringt',
      speed: 'Schonend für den Stick: schreibt wenig und sofort',
      roaming: 'Keine Netzwerke, keine Domäne',
    },

    portable: {
      hide: 'Eigene Festplatten des Computers verborgen halten',
      hideText:
        'Windows auf dem Stick lässt die Festplatten im Computer in Ruhe, damit dort nichts versehentlich geändert wird. Empfohlen.',
      hibernation: 'Ruhezustand und Schnellstart erlauben',
      hibernationText:
        'Windows speichert dann seine Sitzung auf dem Stick, gebunden an den Computer, an dem er zuletzt benutzt wurde; ein anderer kann sie nicht fortsetzen.',
      recovery: 'Wiederherstellungsumgebung behalten',
      recoveryText:
        'Wenn ein Start misslingt, öffnen sich Reparaturprogramme. Sie wirken auf die Festplatten des Computers, in dem der Stick gerade steckt.',
      encryption: 'Windows den Stick von selbst verschlüsseln lassen',
      encryptionText:
        'Manche Computer verschlüsseln ihre Festplatte ungefragt, mit einem Schlüssel, den nur sie haben. Auf anderen Computern fragt der Stick dann nach seinem Wiederherstellungsschlüssel.',
      compact: 'Dateien von Windows komprimieren',
      compactText:
        'Schafft einige Gigabyte Platz. Der erste Start dauert länger, auf schwachen Prozessoren auch das Öffnen von Programmen.',
      pageFile: 'Auslagerungsdatei',
      pageFileText:
        'Speicher, den sich Windows vom Stick leiht, wenn der eigene Arbeitsspeicher knapp wird.',
      pageFiles: { automatic: 'Windows entscheidet', fixed: 'Feste Größe', none: 'Keine' },
      pageFileSize: 'Größe der Auslagerungsdatei',
      pageFileHint: 'So viel vom Stick wird dafür reserviert.',
      pageFileNone:
        'Ohne sie werden Programme beendet, wenn der Arbeitsspeicher des Computers ausgeht.',
    },

    answers: {
      account: 'Konto anlegen',
      accountText:
        'Ein lokales Konto ist vom ersten Start an da, und Windows fragt nicht nach einem.',
      accountName: 'Name des Kontos',
      accountHint: 'Höchstens 20 Zeichen',
      administrator: 'Zum Administrator machen',
      administratorText:
        'Es darf Programme installieren und Einstellungen ändern. Ohne Administrator kann das niemand.',
      askPassword: 'Bei der zweiten Anmeldung ein Kennwort wählen lassen',
      askPasswordText:
        'Windows meldet das Konto einmal von selbst an, ohne Kennwort. Bei der nächsten Anmeldung muss sein Besitzer eines wählen.',
      accountProblems: {
        empty: 'Geben Sie dem Konto einen Namen.',
        'too-long': 'Höchstens 20 Zeichen.',
        character: 'Ohne " / \\ [ ] : ; | = , + * ? < > @ %',
        edges:
          'Der Name darf nicht mit einem Leerzeichen beginnen und nicht mit einem Leerzeichen oder Punkt enden.',
        reserved: 'Diesen Namen behält Windows für sich.',
      },
      computer: 'Computer benennen',
      computerText:
        'Der Name, unter dem ihn andere in einem Netzwerk sehen. Sonst denkt sich Windows einen aus.',
      pattern: 'Computername',
      patternHint:
        'Höchstens 15 Buchstaben, Ziffern und Bindestriche. ## zählt hoch, eine Nummer für jeden Stick.',
      firstNumber: 'Erste Nummer',
      computerProblems: {
        empty: 'Geben Sie dem Computer einen Namen.',
        'too-long': 'Höchstens 15 Zeichen.',
        character: 'Nur Buchstaben von A bis Z, Ziffern und Bindestriche, und # für eine Nummer.',
        hyphen: 'Der Name darf nicht mit einem Bindestrich beginnen oder enden.',
        'only-digits': 'Der Name darf nicht nur aus Ziffern bestehen.',
        'two-counters': 'Nur eine Folge von # kann hochzählen.',
        reserved: 'Diesen Namen behält Windows für sich.',
      },
      numberBad: 'Eine ganze Zahl, die nicht mehr Ziffern hat, als # da sind.',
      preview: 'Namen: {{names}}',
      previewOne: 'Name: {{names}}',
      previewRange: '{{first}} bis {{last}}',
      place: 'Sprache und Region',
      placeText: 'Was Sie offen lassen, fragt Windows bei seinem ersten Start.',
      language: 'Sprache von Windows',
      region: 'Format für Datum und Zahlen',
      keyboard: 'Tastatur',
      timeZone: 'Zeitzone',
      open: 'Windows fragt',
      thisComputer: 'Zeitzone und Region dieses Computers verwenden',
      thisComputerUnknown: 'Die Zeitzone dieses Computers hat in Windows keinen Namen.',
      first: 'Erster Start',
      skip: 'Seiten zu Lizenz, Datenschutz und anderem überspringen',
      skipText:
        'Sie nehmen die Lizenz für den Benutzer an, und Windows soll so wenig senden, wie es zulässt.',
      online: 'Nicht auf einem Microsoft-Konto bestehen',
      onlineText:
        'Windows verlangt sonst eines und eine Internetverbindung, bevor es sich benutzen lässt.',
      answerFile: 'Eigene Antwortdatei',
      answerFileText:
        'Eine unattend.xml, die Windows bei seinem ersten Start liest. Was darin steht, bleibt, und die Antworten hier kommen hinzu.',
      productKey: 'Product Key',
      productKeyHint:
        'Fünf Gruppen zu fünf Zeichen. Er kommt auf den Stick, aber nie in ein Rezept.',
      productKeyWhat: 'Product Key',
    },

    notes: {
      title: 'Ihre Antwortdatei entscheidet selbst',
      none: 'Nichts in Ihrer Antwortdatei widerspricht den Antworten hier.',
      failedTitle: 'Diese Antwortdatei ist nicht verwendbar',
      fileWins: '{{choice}}: Es gilt, was in der Datei unter {{setting}} steht.',
      passNotRun:
        'Die Einstellungen für {{pass}} bewirken nichts: Diese Konfigurationsphase durchläuft ein Stick nicht.',
      otherArchitecture: 'Alles darin ist für {{names}}, darum übergeht es dieses Windows.',
      choices: {
        account: 'Konto',
        computerName: 'Computername',
        timeZone: 'Zeitzone',
        region: 'Format für Datum und Zahlen',
        keyboard: 'Tastatur',
        language: 'Sprache von Windows',
        skipPages: 'Seiten des ersten Starts',
        onlineAccount: 'Microsoft-Konto',
        recovery: 'Wiederherstellungsumgebung',
        productKey: 'Product Key',
        domainJoin: 'Domäne',
        firstStart: 'Was beim ersten Start geschieht',
      },
    },

    drivers: {
      text: 'Für Computer mit Bauteilen, die dieses Windows nicht kennt: Treiber werden hinzugefügt, und Windows nimmt sie, wenn es auf ein solches Bauteil trifft.',
      folder: 'Ordner mit Treibern',
      folderText:
        'Entpackte Treiber, .inf-Dateien mit dem, was dazugehört, in beliebig vielen Ordnern.',
      reading: 'Die Treiber werden gelesen…',
      failedTitle: 'Dieser Ordner ist nicht verwendbar',
      again: 'Erneut lesen',
      taken_one: '{{count}} Treiber wird hinzugefügt, {{size}}',
      taken_other: '{{count}} Treiber werden hinzugefügt, {{size}}',
      takenNone: 'Kein Treiber in diesem Ordner passt',
      critical_one:
        'Windows braucht {{names}} möglicherweise, um den Stick selbst zu erreichen. Der Treiber wird beim ersten Start installiert und hilft daher erst ab dem zweiten. Ein Computer, der ohne ihn nicht beginnen kann, startet den Stick nicht.',
      critical_other:
        'Windows braucht {{names}} möglicherweise, um den Stick selbst zu erreichen. Die Treiber werden beim ersten Start installiert und helfen daher erst ab dem zweiten. Ein Computer, der ohne sie nicht beginnen kann, startet den Stick nicht.',
      list: 'Treiber, die hinzugefügt werden',
      refused_one: '{{count}} Treiber ist nicht verwendbar',
      refused_other: '{{count}} Treiber sind nicht verwendbar',
      criticalBadge: 'Für den Zugriff auf den Stick',
      files_one: '{{count}} Datei',
      files_other: '{{count}} Dateien',
      unnamed: 'Ohne Namen',
      reasons: {
        'not-a-driver': 'Er installiert kein Gerät und keinen Filter.',
        damaged: 'Er lässt sich nicht als INF-Datei lesen.',
        'wrong-architecture': 'Er ist für eine andere Art von Prozessor als dieses Windows.',
        unsigned: 'Er nennt keinen Katalog, hat also keine Signatur, und Windows lehnt ihn ab.',
        'catalog-missing': 'Sein Katalog, der die Signatur enthält, ist nicht im Ordner.',
        'files-missing': 'Dateien, die er installiert, sind nicht im Ordner.',
        'bad-name': 'Eine Datei davon hat einen Namen, den Windows nicht verwenden kann.',
        duplicate: 'Derselbe Treiber ist zweimal im Ordner.',
        older: 'Im Ordner ist eine neuere Version davon.',
      },
    },

    lean: {
      text: 'Weggelassene Apps werden beim ersten Start entfernt, bevor sich jemand anmeldet. Solche aus dem Store lassen sich später wieder holen.',
      preset: 'Was weggelassen wird',
      presets: {
        none: {
          title: 'Nichts',
          text: 'Windows, wie es ausgeliefert wird.',
        },
        light: {
          title: 'Was auf einem Stick kaum jemand will',
          text: 'Ohne Nachrichten, Spiele, Office-Angebote und Tipps und ohne Vorschläge für mehr davon. Was zur Arbeit gehört, bleibt.',
        },
        minimal: {
          title: 'Alles außer dem Nötigsten',
          text: 'Auch ohne Mail, Kurznotizen, Karten, Smartphone-Link, Widgets und OneDrive. Der Store und einfache Werkzeuge bleiben. Für langsame Sticks.',
        },
      },
      own: 'Einzeln auswählen',
      ownText: 'Was im Abbild ist, wird daraus gelesen.',
      rightsText:
        'Windows liest die Listen selbst und fragt dafür nach Administratorrechten. Es kann einige Minuten dauern.',
      read: 'Listen lesen',
      reading: 'Die Listen des Abbilds werden gelesen…',
      failedTitle: 'Die Listen des Abbilds können nicht gelesen werden',
      apps: 'Apps, die bleiben',
      features: 'Features, die eingeschaltet sind',
      search: 'Apps und Features suchen',
      nothingFound: 'Nichts mit diesem Namen.',
      noApps: 'Diese Edition bringt keine Apps mit.',
      noFeatures: 'Diese Edition hat keine Features zum Umschalten.',
      kept: '{{kept}} von {{total}} bleiben',
      on: '{{on}} von {{total}} sind ein',
      needed: 'Windows braucht es',
      cleanUp: 'Überholte Teile von Windows aufräumen',
      cleanUpText:
        'Schafft nach dem ersten Start Platz; das läuft im Hintergrund und dauert einige Minuten.',
    },

    speed: {
      text: 'Windows ist für Festplatten im Computer gemacht. Diese Einstellungen bestimmen, wie es mit dem Stick umgeht.',
      powerPlan: 'Energiesparplan',
      powerPlanText:
        'Höchstleistung hält den Stick wach und den Computer schnell; ein Akku hält weniger lange.',
      powerPlans: {
        'windows-decides': 'Windows entscheidet',
        balanced: 'Ausbalanciert',
        'high-performance': 'Höchstleistung',
      },
      writeCache: 'Geschriebene Daten eine Weile im Arbeitsspeicher halten',
      writeCacheText:
        'Schneller, vor allem mit vielen kleinen Dateien. Aber Abziehen ohne Herunterfahren kostet Daten.',
      defragmentation: 'Nach Zeitplan defragmentieren',
      defragmentationText:
        'Hält Dateien auf drehenden Festplatten in einem Stück. Auf einem Stick nutzt es nur den Speicher ab.',
      indexing: 'Dateien für die Suche indizieren',
      indexingText:
        'Die Suche findet Wörter in Dateien sofort. Das Anlegen des Index beschäftigt einen langsamen Stick.',
      prefetch: 'Häufig Benutztes vorauslesen',
      prefetchText:
        'Programme öffnen sich vielleicht früher. Windows führt dafür ständig Buch, was langsame Sticks spüren.',
      lastAccess: 'Festhalten, wann eine Datei zuletzt geöffnet wurde',
      lastAccessText:
        'Manche Sicherungsprogramme benutzen das. Jedes Lesen zieht dann ein Schreiben nach sich.',
    },

    roaming: {
      wifi: 'WLAN-Netzwerke',
      wifiText:
        'Windows auf dem Stick kennt sie vom ersten Start an. Die Schlüssel liegen auf dem Stick, wo Administratoren sie lesen können.',
      wifiNone: 'Noch keine',
      network: 'Netzwerk {{number}}',
      networkNamed: 'Netzwerk {{name}}',
      addNetwork: 'Netzwerk hinzufügen',
      addFile: 'Aus exportierter Datei hinzufügen…',
      addFileText: 'Windows exportiert eine mit: netsh wlan export profile key=clear',
      ssid: 'Name des Netzwerks',
      security: 'Sicherheit',
      securities: { open: 'Keine', wpa2: 'WPA2', wpa3: 'WPA3' },
      openText: 'In einem offenen Netzwerk kann jeder in der Nähe mitlesen.',
      key: 'Schlüssel',
      keyHint: '8 bis 63 Zeichen. Wird nie in einem Rezept aufbewahrt.',
      keyBad: '8 bis 63 Buchstaben, Ziffern und Zeichen, ohne Umlaute und Akzente.',
      keyMissing: 'Geben Sie den Schlüssel ein. Rezepte enthalten keine Schlüssel.',
      keyWhat: 'Schlüssel von {{name}}',
      hidden: 'Das Netzwerk zeigt seinen Namen nicht',
      hiddenText:
        'Windows muss dann überall danach rufen, wo es gerade ist, und andere können das mithören.',
      nameBad: 'Geben Sie den Namen genau so an, wie das Netzwerk ihn zeigt, höchstens 32 Zeichen.',
      nameTwice: 'Ein anderes Netzwerk hat diesen Namen.',
      removeNetwork: '{{name}} entfernen',
      profile: 'Servergespeichertes Profil',
      profileText:
        'Ein Ort auf einem Server, von dem die Einstellungen der Benutzer bei der Anmeldung geholt und an dem sie bei der Abmeldung gespeichert werden.',
      profileHint: 'Zum Beispiel \\\\Server\\Profile\\%USERNAME%',
      pathBad: 'Ein Netzwerkpfad sieht so aus: \\\\Server\\Freigabe.',
      redirect: 'Ordner der Benutzer auf einem Server aufbewahren',
      redirectText: 'Was dort gespeichert wird, liegt auf dem Server und nicht auf dem Stick.',
      redirectPath: 'Ort auf dem Server',
      redirectHint: 'Zum Beispiel \\\\Server\\Benutzer\\%USERNAME%',
      redirectFolders: 'Welche Ordner',
      foldersBad: 'Wählen Sie mindestens einen Ordner aus.',
      folders: {
        desktop: 'Desktop',
        documents: 'Dokumente',
        downloads: 'Downloads',
        music: 'Musik',
        pictures: 'Bilder',
        videos: 'Videos',
      },
      join: 'Datei für den Domänenbeitritt',
      joinText:
        'Von einem Administrator mit djoin /provision erstellt. Der Computer gehört vom ersten Start an zur Domäne, mit dem Namen, den die Datei ihm gibt.',
      joinSeveral:
        'Nur für einen Stick: Die Datei steht für einen Computer, und Sie erstellen {{count}}.',
    },

    lines: {
      disksOnline: 'Eigene Festplatten des Computers sind sichtbar',
      disksOffline: 'Eigene Festplatten des Computers bleiben verborgen',
      hibernation: 'Ruhezustand erlaubt',
      recovery: 'Mit Wiederherstellungsumgebung',
      encryption: 'Windows darf von selbst verschlüsseln',
      compact: 'Dateien von Windows komprimiert',
      pageFile: 'Auslagerungsdatei von {{size}}',
      noPageFile: 'Keine Auslagerungsdatei',
      account: 'Konto {{name}}',
      administrator: 'Konto {{name}}, Administrator',
      noPassword: 'Konto ohne Kennwort',
      computer: 'Computer {{names}}',
      language: 'Windows auf {{language}}',
      region: 'Formate: {{region}}',
      keyboard: 'Tastatur: {{keyboard}}',
      timeZone: 'Zeitzone: {{zone}}',
      skip: 'Seiten des ersten Starts übersprungen',
      online: 'Windows darf auf einem Microsoft-Konto bestehen',
      answerFile: 'Antwortdatei {{name}}',
      productKey: 'Mit Product Key',
      drivers: 'Treiber aus {{name}}',
      driversNone: 'Kein Treiber aus {{name}} passt',
      driversCounted_one: '{{count}} Treiber aus {{name}}',
      driversCounted_other: '{{count}} Treiber aus {{name}}',
      light: 'Ohne selten Gewünschtes',
      minimal: 'Nur mit dem Nötigsten',
      removeApps_one: '{{count}} weitere App weggelassen',
      removeApps_other: '{{count}} weitere Apps weggelassen',
      keepApps_one: '{{count}} App behalten',
      keepApps_other: '{{count}} Apps behalten',
      disableFeatures_one: '{{count}} Feature ausgeschaltet',
      disableFeatures_other: '{{count}} Features ausgeschaltet',
      enableFeatures_one: '{{count}} Feature eingeschaltet',
      enableFeatures_other: '{{count}} Features eingeschaltet',
      cleanUp: 'Überholte Teile entfernt',
      powerPlan: 'Energiesparplan: {{plan}}',
      writeCache: 'Schreibcache ein: vor dem Abziehen herunterfahren',
      defragmentation: 'Nach Zeitplan defragmentiert',
      noIndexing: 'Kein Suchindex',
      prefetch: 'Liest voraus',
      lastAccess: 'Hält den letzten Zugriff fest',
      wifi: 'WLAN: {{names}}',
      profile: 'Profile auf {{path}}',
      redirect_one: '{{count}} Ordner auf {{path}}',
      redirect_other: '{{count}} Ordner auf {{path}}',
      join: 'Tritt mit {{name}} einer Domäne bei',
    },
  },
};
