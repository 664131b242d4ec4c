import type { ventoy as english } from '../en/ventoy';
import type { Worded } from '../worded';

/** What is asked for a Ventoy stick. */
export const ventoy: Worded<typeof english> = {
  ventoy: {
    images: {
      lead: 'Jede Datei wird ein Eintrag im Bootmenü: ISO-, WIM-, IMG-, VHD-, VHDX- und EFI-Dateien in beliebiger Zahl. Abbilder lassen sich auch später hinzufügen.',
      drop: 'Abbilder hier ablegen',
      choose: 'Dateien auswählen…',
      path: 'Pfad eines Abbilds',
      add: 'Hinzufügen',
      reading: '{{name}} wird untersucht…',
      empty: 'Noch keine Abbilder. Der Stick kann auch ohne erstellt und später gefüllt werden.',
      added: 'Abbilder, die kopiert werden',
      present: 'Jetzt auf dem Stick',
      unusable: '{{name}} ist nicht verwendbar',
      leaveOut: 'Weglassen',
      remove: '{{name}} entfernen',
      removeFromStick: '{{name}} vom Stick entfernen',
      willBeRemoved: 'Wird entfernt',
      keep: 'Behalten',
      keepNamed: '{{name}} behalten',
      rename: '{{name}} umbenennen',
      renamed: 'Fertig',
      renamedFrom: 'Heißt jetzt {{name}}',
      nameOnStick: 'Name auf dem Stick',
      nameProblems: {
        empty: 'Geben Sie einen Namen an.',
        dots: 'So kann ein Ordner nicht heißen.',
        character: 'Ohne " * : < > ? \\ | und Steuerzeichen.',
        unpaired: 'Darin ist ein halbes Zeichen.',
        end: 'Ohne Leerzeichen oder Punkt am Ende.',
        device: 'Diesen Namen hat Windows für ein Gerät reserviert.',
        'too-long': 'Höchstens 255 Zeichen.',
        'ventoy-own': 'So heißen Ventoys eigene Einstellungen.',
        'ventoy-skips': 'An solchen Orten listet Ventoy keine Dateien auf.',
        'path-too-long': 'Zu tief in Ordnern: Ein ganzer Pfad hat weniger als 400 Byte.',
        kind: 'Die Endung sagt, was es ist, und muss bleiben.',
        taken: 'Ein anderes Abbild hat diesen Namen.',
        reserved: 'Der Ordner „ventoy“ ist für Ventoys eigene Dateien.',
      },
    },
    kinds: {
      iso: 'Disc-Abbild',
      wim: 'Windows-Abbild',
      img: 'Laufwerksabbild',
      vhd: 'Virtuelle Festplatte',
      vhdx: 'Virtuelle Festplatte',
      efi: 'UEFI-Programm',
      vtoy: 'Ventoy-Abbild',
    },
    starts: 'startet mit {{firmware}}',
    factsJoined: '{{what}}, {{starts}}',
    firmware: {
      bios: 'BIOS',
      x64: 'UEFI',
      ia32: '32-Bit-UEFI',
      aa64: 'UEFI auf ARM',
    },
    notes: {
      'below-32-kib': 'Es ist kleiner als 32 KiB, und solche Dateien listet Ventoy nicht auf.',
      'iso-named-img':
        'Es ist ein Disc-Abbild. Mit der Endung .iso im Namen startet Ventoy es als solches.',
      'no-boot-program': 'Darin wurde nichts gefunden, was ein Computer starten könnte.',
      'no-partition-table':
        'Es hat keine Partitionstabelle und ist daher vielleicht kein Abbild eines Laufwerks.',
      'windows-not-read':
        'Es sieht nach einer Windows-Disc aus, aber die Editionen darin sind nicht lesbar.',
      'differencing-disk':
        'Es enthält nur die Änderungen zu einer anderen virtuellen Festplatte und startet nicht allein.',
    },
    room: {
      label: 'Platz auf dem Stick',
      kept: '{{size}} bleiben',
      images: '{{size}} Abbilder',
      persistence: '{{size}} für Live-Systeme',
      windows: '{{size}} Windows',
      free: '{{size}} von {{total}} frei',
      tooLarge: '{{size}} zu groß',
    },
    stick: {
      look: 'Nachsehen, was darauf ist…',
      unmountAndLook: 'Aushängen und nachsehen…',
      looking: '{{name}} wird untersucht…',
      failed: '{{name}} kann nicht untersucht werden',
      seems: '{{name}} ist anscheinend ein Ventoy-Stick',
      seemsText:
        'Er lässt sich erneuern oder ändern, und seine Abbilder können bleiben. Zum Nachsehen fragt Sticksmith nach Administratorrechten. Dabei wird nichts geändert.',
      keep: 'Soll der Inhalt des Laufwerks bleiben?',
      keepText:
        'Wenn {{name}} ein Ventoy-Stick ist oder neben seinen Dateien Platz lässt, muss es nicht gelöscht werden. Zum Nachsehen fragt Sticksmith nach Administratorrechten. Dabei wird nichts geändert.',
      found: 'Ventoy {{version}} ist auf {{name}}',
      foundKept: 'Die Abbilder und das Bootmenü darauf bleiben. Was Sie hier wählen, kommt hinzu.',
      foundErased: 'Sie haben gewählt, neu zu beginnen: Alles darauf wird gelöscht.',
      damaged: 'Das Ventoy auf {{name}} ist beschädigt',
      damagedRepairs: 'Eine Aktualisierung behebt das und behält die Abbilder.',
      damagedErase:
        'Es kann nur neu erstellt werden, und dabei wird alles gelöscht. Sichern Sie zuerst, was wichtig ist.',
      other: 'Auf {{name}} ist kein Ventoy. Das Laufwerk wird gelöscht.',
      notBeside: 'Ventoy kann nicht neben den vorhandenen Inhalt gesetzt werden: {{reason}}.',
      notBesideDetail:
        'Ventoy kann nicht neben den vorhandenen Inhalt gesetzt werden: {{reason}} ({{detail}}).',
      otherBeside:
        'Auf {{name}} ist noch kein Ventoy. Das Laufwerk wird gelöscht, es sei denn, Sie setzen Ventoy neben den vorhandenen Inhalt.',
      otherKept:
        'Auf {{name}} ist noch kein Ventoy. Es wird neben den vorhandenen Inhalt gesetzt, der bleibt.',
      refusals: {
        'no-table': 'Das Laufwerk hat keine Partitionstabelle',
        'table-damaged': 'Die Partitionstabelle ist beschädigt',
        'table-unusual':
          'Die Partitionstabelle hat eine ungewöhnliche Form, die Ventoy beschädigen würde',
        'table-full': 'In der Partitionstabelle ist kein Eintrag frei',
        'no-first-partition': 'Der erste Eintrag der Partitionstabelle ist frei',
        'first-partition-place': 'Die erste Partition beginnt nicht bei 1 MiB',
        'partition-before': 'Eine andere Partition liegt vor der, die in der Tabelle die erste ist',
        'file-system':
          'Die erste Partition hat ein Dateisystem, das Ventoy oder dieses Programm nicht verwenden kann',
        'file-system-damaged': 'Das Dateisystem der ersten Partition ist beschädigt',
        'no-room':
          'Hinter der ersten Partition fehlt der Platz von 32 MiB, und nur NTFS und ext2 bis ext4 lassen sich verkleinern',
        'too-full': 'Die erste Partition ist zu voll, um sie um 32 MiB zu verkleinern',
        unclean: 'Das Dateisystem der ersten Partition wurde nicht ordnungsgemäß geschlossen',
        'not-opened': 'Das Dateisystem der ersten Partition kann hier nicht geöffnet werden',
      },
      unknownVersion: 'unbekannter Version',
    },
    way: {
      label: 'Was mit dem Inhalt des Laufwerks geschieht',
      update: {
        title: 'Ventoy aktualisieren und alles behalten',
        text: 'Ventoy selbst wird erneuert. Alle Dateien auf dem Stick bleiben.',
      },
      none: {
        title: 'Nur Dateien ändern',
        text: 'Ventoy bleibt, wie es ist. Abbilder und Bootmenü ändern sich.',
      },
      erase: {
        title: 'Neu beginnen',
        text: 'Löscht alles auf dem Laufwerk.',
      },
      partition: '{{fileSystem}}, {{size}}',
      beside: {
        title: 'Ventoy neben den vorhandenen Inhalt setzen',
        room: 'Alle Dateien bleiben. Abbilder kommen auf die erste Partition ({{partition}}); Ventoy bekommt 32 MiB dahinter. Falls das Laufwerk ein eigenes System startet, tut es das danach nicht mehr. Halten Sie eine Kopie von allem Wichtigen bereit.',
        shrinks:
          'Alle Dateien bleiben. Abbilder kommen auf die erste Partition ({{partition}}), die 32 MiB an Ventoy abgibt. Falls das Laufwerk ein eigenes System startet, tut es das danach nicht mehr. Halten Sie eine Kopie von allem Wichtigen bereit.',
      },
    },
    package: {
      title: 'Welches Ventoy?',
      lead: 'Ventoy ist freie Software anderer und liegt Sticksmith nicht bei. Gebraucht wird ein Archiv einer veröffentlichten Version; es wird vor der Verwendung geprüft.',
      reading: 'Das Archiv wird geprüft…',
      failedTitle: 'Dieses Archiv ist nicht verwendbar',
      version: 'Ventoy {{version}}',
      hash: {
        given: 'Es hat die Prüfsumme (SHA-256), die Sie angegeben haben.',
        beside: 'Es hat die Prüfsumme (SHA-256), die in der Liste daneben steht.',
        none: 'Seine Prüfsumme (SHA-256) wurde mit nichts verglichen: Daneben liegt keine Liste. Vergleichen Sie sie mit der auf der Versionsseite von Ventoy.',
      },
      sha256: 'SHA-256',
      older: 'Der Stick hat {{present}}, das ist neuer als {{version}}.',
      kept: 'Früher verwendet',
      keptFailed: 'Die früher verwendeten Versionen können nicht aufgelistet werden',
      keptSince: 'aufbewahrt seit {{date}}, {{size}}',
      chosen: 'Gewählt',
      use: 'Verwenden',
      useVersion: 'Ventoy {{version}} verwenden',
      forget: 'Entfernen',
      forgetVersion: 'Ventoy {{version}} entfernen',
      path: 'Archiv der Version',
      pathHint: 'Es heißt so wie ventoy-1.1.17-linux.tar.gz',
      expected: 'Erwarteter SHA-256 (optional)',
      expectedHint:
        'Wie auf der Versionsseite genannt. Ohne Angabe gilt eine sha256.txt neben dem Archiv.',
      download: 'Herunterladen',
      downloadText:
        'Sticksmith stellt von sich aus keine Verbindungen her. Kopieren Sie die Adresse des Archivs für Linux von der Versionsseite von Ventoy; von dort wird es geholt.',
      releases: 'Versionen von Ventoy',
      url: 'Adresse des Archivs',
      urlHint: 'Beginnt mit https:// und endet auf -linux.tar.gz',
      startDownload: 'Herunterladen',
      downloading: 'Fortschritt des Downloads',
      downloadFailed: 'Der Download ist fehlgeschlagen',
      cancelDownload: 'Download abbrechen',
      advanced: 'Erweitert',
    },
    secureBoot: {
      label: 'Computer mit Sicherem Start (Secure Boot) starten',
      text: 'Beim ersten Start auf einem solchen Computer muss einmal ein Schlüssel bestätigt werden. Die Schritte werden am Ende gezeigt.',
    },
    scheme: {
      label: 'Partitionstabelle',
      mbr: 'MBR',
      gpt: 'GPT',
      text: {
        mbr: 'Startet alte Computer mit BIOS und neue mit UEFI. Richtig für fast alle.',
        gpt: 'Für Laufwerke mit mehr als 2 TB. Einige alte BIOS-Computer starten nicht davon.',
      },
    },
    fileSystems: {
      exfat: 'exFAT',
      ntfs: 'NTFS',
      fat32: 'FAT32',
      ext: 'ext4',
      xfs: 'XFS',
      btrfs: 'Btrfs',
      udf: 'UDF',
      unknown: 'unbekanntes Dateisystem',
    },
    fileSystem: {
      label: 'Dateisystem für die Abbilder',
      exfat: 'exFAT',
      ntfs: 'NTFS',
      text: {
        exfat: 'Jeder Computer kann es lesen und schreiben.',
        ntfs: 'Nötig für Windows in einer virtuellen Festplatte. Macs können es lesen, aber nicht schreiben.',
      },
    },
    space: {
      title: 'Wie wird der Platz genutzt?',
      lead: 'Hier kann alles so bleiben. Was frei bleibt, lässt sich jederzeit mit Abbildern füllen.',
      partition: 'Partition für die Abbilder',
      reserve: 'Am Ende reserviert',
      reserveHint: 'Bleibt ohne Partition, zur eigenen Verwendung. 0 für nichts',
      checksums: 'Neben jedem Abbild eine Prüfsummendatei ablegen',
      checksumsText: 'Eine kleine .sha256-Datei, mit der sich eine Kopie später prüfen lässt.',
    },
    persistence: {
      title: 'Live-Systeme Änderungen speichern lassen',
      text: 'Ein Live-Linux vergisst beim Herunterfahren alles, wenn es keine Datei hat, in der es etwas speichern kann.',
      none: 'Keines der Abbilder ist ein Live-Linux, von dem bekannt ist, dass es Änderungen speichert.',
      notes: {
        'ubuntu-24-04-sometimes-fails':
          'Ab 24.04 findet es mit Ventoy 1.1.17 und älter seine Datei nicht immer. Starten Sie es dann noch einmal, oder verwenden Sie ein neueres Ventoy.',
        'antix-not-tried':
          'Zweifelhaft: Ventoy weist antiX an, alles zu speichern, aber kein Bericht sagt, dass es das tut oder nach welchem Namen es sucht.',
        'arch-broken-in-1-1-07':
          'Mit Ventoy 1.1.07 funktioniert es nicht; verwenden Sie ein neueres.',
        'fedora-conflicting-reports':
          'Zweifelhaft: Ventoy hat Code dafür, aber sein Autor nannte es 2021 nicht unterstützt, und Fedora 40 und 41 starteten Berichten zufolge nicht damit. SELinux ist dabei ausgeschaltet.',
        'manjaro-unsupported':
          'Das Live-System von Manjaro kann nichts speichern, sagt der Autor von Ventoy.',
        'opensuse-no-way-known': 'Für openSUSE ist kein Weg bekannt, auf dem Ventoy das könnte.',
        'tails-keeps-its-own': 'Tails speichert auf eigene Weise, und nur auf einem eigenen Stick.',
        'installer-keeps-nothing':
          'Dieses Abbild installiert ein System; es hat nichts zu speichern.',
        'windows-keeps-nothing': 'Windows-Discs speichern nichts. Ein portables Windows tut es.',
        'memtest-keeps-nothing': 'Ein Test des Arbeitsspeichers speichert nichts.',
        'not-an-iso': 'Ventoy übergibt eine solche Datei nur Live-Systemen in ISO-Dateien.',
        'nothing-known': 'Ob dieses Abbild etwas speichern kann, ist nicht bekannt.',
      },
      size: 'Für {{name}}',
      sizeHint: 'So viel vom Stick wird dafür reserviert.',
    },
    windows: {
      label: 'Ein Windows in einer virtuellen Festplatte hinzufügen',
      text: 'Ein Windows, das vom Stick läuft und als eine .vhdx-Datei bei den Abbildern liegt.',
      image: 'Windows-Abbild',
      imageHint: 'Eine ISO-, WIM-, ESD- oder SWM-Datei',
      edition: 'Edition',
      editionOpen: 'Auswählen…',
      vhdBoot: 'ventoy_vhdboot.img',
      vhdBootText:
        'Damit startet Ventoy virtuelle Festplatten. Die Datei enthält Startdateien von Microsoft und kommt vom Ventoy-Projekt, getrennt von seinen Versionen.',
      vhdBootLink: 'Woher sie kommt',
      name: 'Name der Datei',
      size: 'Größe der virtuellen Festplatte',
      sizes: { rest: 'Alles, was übrig ist', own: 'Eine eigene Größe' },
      ownSize: 'Größe',
      minimum: 'Diese Edition braucht mindestens {{size}}',
      limitsTitle: 'Was das mit sich bringt',
      limits: {
        bitlocker: 'BitLocker kann es nicht schützen.',
        hibernation: 'Es kann nicht in den Ruhezustand gehen und hat keinen Schnellstart.',
        ntfs: 'Die Partition für die Abbilder wird NTFS.',
        size: 'Die Datei belegt von Anfang an ihre ganze Größe.',
        uefi64: 'Es startet mit BIOS und mit 64-Bit-UEFI.',
      },
    },
    menu: {
      title: 'Wie sieht das Bootmenü aus?',
      lead: 'Hier muss nichts geändert werden.',
      start: 'Wenn der Stick startet',
      defaultImage: 'Markiertes Abbild',
      firstImage: 'Das erste',
      timeout: 'Von selbst starten nach',
      seconds: 'Sekunden',
      timeoutHint: 'Leer: Das Menü wartet, bis jemand auswählt.',
      mode: 'Abbilder werden gezeigt',
      list: 'In einer Liste',
      folders: 'In ihren Ordnern',
      images: 'Abbilder',
      aliasHint: 'Name im Menü; leer für den Namen der Datei',
      more: 'Vorlagen und Dateien für {{name}}',
      templates: 'Antworten für das Installationsprogramm',
      templatesText:
        'Dateien, die Fragen des Installationsprogramms beantworten: unattend.xml, preseed, kickstart oder autoinstall. Bei mehreren fragt das Menü, welche gilt.',
      addTemplate: 'Vorlage hinzufügen…',
      injection: 'Dateien, die im System erscheinen',
      injectionText: 'Ein Archiv (.7z, .zip, .tar.gz), das in das gestartete System entpackt wird.',
      replacements: 'Ersetzte Dateien',
      replacementsText:
        'Während das Abbild startet, tritt eine andere Datei an die Stelle einer Datei darin.',
      addReplacement: 'Ersatz hinzufügen…',
      replacedBy: 'Pfad im Abbild, an dessen Stelle {{name}} tritt',
      replacedHint: 'Zum Beispiel /boot/grub/grub.cfg',
      password: 'Kennwort',
      passwordText:
        'Wird abgefragt, bevor das Menü erscheint. Es hält Neugierige fern: Die Dateien auf dem Stick sind nicht verschlüsselt.',
      passwordField: 'Kennwort des Menüs',
      passwordWhat: 'Kennwort des Menüs',
      passwordHint:
        'Bis zu 64 Buchstaben, Ziffern und Zeichen einer englischen Tastatur. Wird nirgends so aufbewahrt, wie Sie es eingeben.',
      passwordBad: 'Nur Buchstaben, Ziffern und Zeichen einer englischen Tastatur.',
      setPassword: 'Kennwort festlegen',
      passwordSet: 'Ein Kennwort ist festgelegt.',
      otherPassword: 'Zurücknehmen',
      parts: {
        windows: 'Windows',
        linux: 'Linux',
      },
      variants: {
        title: 'Das Menü hängt davon ab, wie ein Computer startet',
        line: 'Mit {{mode}} gilt „{{key}}“ in ventoy.json anstelle von „{{plugin}}“.',
        text: 'Hier sehen Sie, was mit 64-Bit-UEFI gilt. Was Sie ändern, ändert sich für alle Computer.',
        modes: {
          legacy: 'BIOS',
          uefi: '64-Bit-UEFI',
          ia32: '32-Bit-UEFI',
          aa64: 'dem UEFI von ARM-Computern',
          mips: 'dem UEFI von MIPS-Computern',
        },
      },
      switches: {
        VTOY_WIN11_BYPASS_CHECK: {
          label: 'Anforderungen von Windows 11 übergehen',
          text: 'Sein Setup prüft TPM, Secure Boot, Arbeitsspeicher und Prozessor nicht. Microsoft unterstützt solche Computer nicht.',
        },
        VTOY_WIN11_BYPASS_NRO: {
          label: 'Windows 11 ohne Netzwerk einrichten lassen',
          text: 'Und damit auch mit einem lokalen Konto.',
        },
        VTOY_WINDOWS_CD_PROMPT: {
          label: 'Vor dem Windows-Setup eine Taste abwarten',
          text: 'Behält die Aufforderung bei, zum Starten von CD oder DVD eine Taste zu drücken.',
        },
        VTOY_SECONDARY_BOOT_MENU: {
          label: 'Fragen, wie ein Abbild gestartet werden soll',
          text: 'Ein zweites Menü nach der Wahl eines Abbilds: normaler Modus oder andere, für Abbilder, die so nicht starten.',
        },
        VTOY_LINUX_REMOUNT: {
          label: 'Ein gestartetes Linux den Stick benutzen lassen',
          text: 'Die Partition mit den Abbildern lässt sich dann öffnen. Funktioniert mit wenigen Distributionen.',
        },
        VTOY_VHD_NO_WARNING: {
          label: 'Keine Warnung vor dem Start einer virtuellen Festplatte',
          text: 'Auf einem anderen Dateisystem als NTFS warnt Ventoy sonst und wartet auf eine Taste.',
        },
      },
    },
    preview: {
      label: 'Vorschau des Bootmenüs',
      title: 'Vorschau',
      screen: 'Bootmenü',
      modes: { uefi: 'Mit UEFI', bios: 'Mit BIOS' },
      empty: 'Noch keine Abbilder',
      problem: 'ventoy.json, {{place}}: {{problem}}.',
      problemAt: 'ventoy.json, Zeile {{line}}, Spalte {{column}}: {{problem}}.',
      asks: {
        persistence: 'fragt, ob Änderungen gespeichert werden',
        template: 'fragt nach einer Vorlage',
        password: 'fragt nach einem Kennwort',
      },
      timeout: 'Die markierte Zeile startet in {{seconds}} s',
      locked: 'Vor dem Menü wird nach einem Kennwort gefragt.',
      hidden: {
        'dot-underscore': '{{name}} wird nicht aufgelistet: Der Name beginnt mit ._',
        'ignored-folder':
          '{{name}} wird nicht aufgelistet: Der Ordner sagt, dass Ventoy ihn übergehen soll.',
        'image-blacklist': '{{name}} wird nicht aufgelistet: ventoy.json schließt es aus.',
        'image-list': '{{name}} wird nicht aufgelistet: ventoy.json nennt nur andere.',
        'needs-vhdboot':
          '{{name}} wird nicht aufgelistet: Virtuelle Festplatten brauchen /ventoy/ventoy_vhdboot.img auf dem Stick.',
        'needs-wimboot':
          '{{name}} wird nicht aufgelistet: WIM-Dateien brauchen /ventoy/ventoy_wimboot.img auf dem Stick.',
        'outside-search-root':
          '{{name}} wird nicht aufgelistet: Es liegt außerhalb des Ordners, der durchsucht wird.',
        'too-deep': '{{name}} wird nicht aufgelistet: Es liegt zu tief in Ordnern.',
        'too-small': '{{name}} wird nicht aufgelistet: Es hat weniger als 32 KiB.',
        trash: '{{name}} wird nicht aufgelistet: Es liegt im Papierkorb.',
        'type-hidden': '{{name}} wird nicht aufgelistet: Dateien dieses Typs sind ausgeblendet.',
        'uefi-only': '{{name}} wird nicht aufgelistet: Es ist nur für UEFI.',
      },
    },
    review: {
      changed: 'Was geändert wird',
      changedDrive: '{{name}} ({{size}}, {{path}})',
      changedText: 'Nichts wird gelöscht, außer was unten genannt ist.',
      besideText:
        'Alle Dateien bleiben. Die Partition von Ventoy wird die zweite; andere behalten ihren Ort und bekommen die nächste Nummer. Halten Sie eine Kopie von allem Wichtigen bereit.',
      tick: 'Ich habe geprüft, dass dies das richtige Laufwerk ist, und es darf geändert werden.',
      startChange: '{{name}} ändern',
      way: {
        erase: 'Ein Stick mit Ventoy {{version}}',
        beside: 'Ventoy {{version}} wird neben den vorhandenen Inhalt gesetzt',
        update: 'Ventoy {{present}} wird auf {{version}} aktualisiert',
        none: 'Ventoy {{present}} bleibt, wie es ist',
      },
      partition: 'Eine Partition „{{label}}“ für die Abbilder: {{fileSystem}}, {{scheme}}',
      reserve: '{{size}} am Ende bleiben ohne Partition',
      secureBoot: 'Startet Computer mit Secure Boot, sobald ein Schlüssel bestätigt ist',
      noSecureBoot: 'Ohne Unterstützung für Secure Boot',
      images_one: '{{count}} Abbild mit {{size}} wird kopiert und verglichen: {{names}}',
      images_other: '{{count}} Abbilder mit {{size}} werden kopiert und verglichen: {{names}}',
      removed: 'Vom Stick entfernt: {{name}}',
      renamed: '{{from}} wird in {{to}} umbenannt',
      persistence: '{{name}} speichert Änderungen, bis zu {{size}}',
      windows: '{{edition}} in der virtuellen Festplatte {{name}} mit {{size}}',
      windowsRest: '{{edition}} in der virtuellen Festplatte {{name}} auf allem übrigen Platz',
      menu: 'Das Bootmenü wird eingerichtet, wie Sie es gewählt haben',
      checksums: 'Eine Prüfsummendatei neben jedem Abbild',
    },
    needs: {
      title: 'Was es zum Starten braucht',
      about: '{{names}}: {{what}}',
      starts: 'Welches Abbild womit startet',
      startsUnknown: 'das Abbild verrät es nicht',
      'secure-boot-enrolment':
        'Auf jedem Computer mit Secure Boot muss der Schlüssel von Ventoy einmal registriert werden, beim ersten Start.',
      'secure-boot-off':
        'Computer, auf denen Secure Boot eingeschaltet ist, werden diesen Stick nicht starten.',
      'gpt-some-bioses':
        'Einige alte BIOS starten nichts mit GPT. Wählen Sie für solche Computer MBR.',
      'file-system-unreadable':
        'Ventoy kann das Dateisystem der Partition nicht lesen und wird keine Abbilder finden.',
      'fat32-limit': 'Es hat 4 GiB oder mehr, und das fasst FAT32 nicht.',
      'too-small': 'Dateien unter 32 KiB listet Ventoy nicht auf.',
      'starts-nowhere': 'Darin wurde nichts gefunden, was ein Computer starten könnte.',
      'bios-only': 'Startet nur mit BIOS, nicht mit UEFI.',
      'uefi-only': 'Startet nur mit UEFI, nicht mit BIOS.',
      'uefi-32-bit-only': 'Startet nur mit dem 32-Bit-UEFI einiger weniger Tablets.',
      'arm-only': 'Startet nur auf Computern mit ARM-Prozessor.',
      'wimboot-missing':
        'WIM-Dateien werden nur aufgelistet, wenn /ventoy/ventoy_wimboot.img auf dem Stick ist. Sie kommt aus den Veröffentlichungen von ventoy/wimiso.',
      'vhdboot-missing':
        'Virtuelle Festplatten werden nur aufgelistet, wenn /ventoy/ventoy_vhdboot.img auf dem Stick ist. Sie kommt aus den Veröffentlichungen von ventoy/vhdiso.',
      'vhd-wants-ntfs': 'Windows startet nur auf NTFS zuverlässig von einer virtuellen Festplatte.',
      'vhd-firmware': 'Eine virtuelle Festplatte mit Windows startet mit BIOS oder 64-Bit-UEFI.',
      'vhd-grows': 'Wächst mit der Benutzung: Beim Start muss Platz für die volle Größe sein.',
      'vtoy-prepared':
        'Das Linux darin startet nur, wenn es vorher mit vtoyboot von Ventoy vorbereitet wurde.',
      'persistence-doubtful':
        'Speichert seine Änderungen möglicherweise nicht: Die Berichte widersprechen sich.',
      'persistence-unsupported': 'Kann mit Ventoy keine Änderungen speichern.',
    },
    enrolment: {
      show: 'Die Schritte, Bildschirm für Bildschirm',
      lead: 'Einmal auf jedem Computer mit Sicherem Start (Secure Boot). Pfeiltasten bewegen die Auswahl, die Eingabetaste bestätigt sie:',
      screens: {
        violation: {
          seen: 'Ein blauer Bildschirm mit einem Kasten: „ERROR“, „Verification failed: (0x1A) Security Violation“. Das gehört so.',
          action: 'Drücken Sie auf „OK“ die Eingabetaste.',
        },
        management: {
          seen: '„Shim UEFI key management“, „Press any key to perform MOK management“, mit Sekunden, die von 10 an rückwärts zählen.',
          action:
            'Drücken Sie eine Taste, bevor sie abgelaufen sind. Sonst starten Sie den Computer neu und beginnen von vorn.',
        },
        menu: {
          seen: 'Eine Liste mit der Überschrift „Perform MOK management“.',
          action: 'Wählen Sie „Enroll key from disk“.',
        },
        disk: {
          seen: 'Eine Liste mit der Überschrift „Select Key“ und den Namen von Datenträgern.',
          action: 'Wählen Sie „VTOYEFI“.',
        },
        key: {
          seen: 'Die Dateien auf VTOYEFI.',
          action: 'Wählen Sie „ENROLL_THIS_KEY_IN_MOKMANAGER.cer“.',
        },
        enrol: {
          seen: 'Eine Liste mit der Überschrift „Enroll MOK“: „View key 0“ und „Continue“.',
          action: 'Wählen Sie „Continue“.',
        },
        sure: { seen: '„Enroll the key(s)?“', action: 'Wählen Sie „Yes“.' },
        reboot: {
          seen: 'Wieder die Liste „Perform MOK management“, jetzt mit „Reboot“.',
          action: 'Wählen Sie „Reboot“. Von nun an startet dieser Computer den Stick.',
        },
      },
      hangs:
        'Wenn nach „Enroll key from disk“ nichts mehr geschieht, wie auf manchen Computern, schalten Sie Secure Boot in den Einstellungen des Computers aus, solange Sie den Stick benutzen.',
    },
    done: {
      firstStart: 'Erster Start mit Secure Boot',
      version: 'Ventoy {{version}}, {{scheme}}, Abbilder auf {{fileSystem}}',
      files_one: '{{count}} Datei wurde kopiert, zurückgelesen und verglichen: {{size}}.',
      files_other: '{{count}} Dateien wurden kopiert, zurückgelesen und verglichen: {{size}}.',
      fileList_one: '{{count}} Datei und ihre Prüfsumme',
      fileList_other: '{{count}} Dateien und ihre Prüfsummen',
      hashExpected: 'Wie erwartet',
      persistence: '{{name}} speichert Änderungen, bis zu {{size}}',
      persistenceGrown: '{{name}} speichert Änderungen, jetzt bis zu {{size}}',
      windows: 'Windows liegt in {{path}}, {{size}}',
      removed: 'Entfernt: {{name}}',
      renamed: '{{from}} heißt jetzt {{to}}',
    },
  },
};
