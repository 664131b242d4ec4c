import type { StartErrorTexts } from '../../../explain';

/** What is shown before an encrypted Windows starts. */
export const bitLockerErrors = {
  'bitlocker-recovery': {
    title: 'BitLocker fragt nach dem Wiederherstellungsschlüssel',
    meaning: [
      'Das Laufwerk wurde nicht auf die übliche Weise geöffnet, darum fragt BitLocker nach dem Wiederherstellungsschlüssel: 48 Ziffern.',
    ],
    causes: [
      'Der Stick hat kein Kennwort, nur einen Wiederherstellungsschlüssel. Dann erscheint dieser Bildschirm jedes Mal.',
      'Es fragt das eigene Windows des Computers: Das Starten von einem Stick oder eine geänderte Reihenfolge der Laufwerke hat seinen Sicherheitschip misstrauisch gemacht.',
      'Der Stick wurde von einem Windows verschlüsselt, das den Sicherheitschip eines bestimmten Computers verwendet hat, und dies ist ein anderer.',
    ],
    steps: [
      'Vergleichen Sie die Schlüssel-ID („Recovery key ID“) auf dem Bildschirm mit der Kennung in Ihrer Schlüsseldatei oder auf dem Ausdruck: Daran sehen Sie, welches Laufwerk gemeint ist.',
      'Geben Sie die 48 Ziffern ein.',
      'Wenn es das eigene Laufwerk des Computers ist: Sein Schlüssel liegt vielleicht im Microsoft-Konto des Besitzers oder beim Administrator. Halten Sie BitLocker dort an, bevor Sie wieder von einem Stick starten.',
    ],
  },
  'bitlocker-wrong-password': {
    title: 'BitLocker nimmt das Kennwort oder den Schlüssel nicht an',
    meaning: ['Was eingegeben wurde, hat die richtige Form, öffnet aber dieses Laufwerk nicht.'],
    causes: [
      'Die Eingabe hält die Tastatur für eine US-amerikanische, soweit es ausprobiert wurde: Buchstaben wie Y und Z und die meisten Zeichen liegen woanders.',
      'Der Wiederherstellungsschlüssel gehört zu einem anderen Stick.',
    ],
    steps: [
      'Geben Sie das Kennwort ein, als wäre die Tastatur eine US-amerikanische. Die Taste Einfg zeigt, was eingegeben wird.',
      'Drücken Sie Esc, und verwenden Sie den Wiederherstellungsschlüssel, dessen Ziffern überall gleich liegen.',
      'Weisen Sie auf diesem Computer mit „sticksmith unlock-test“ nach, dass Kennwort und Schlüssel den Stick öffnen.',
    ],
  },
  'bitlocker-too-many-attempts': {
    title: 'Zu viele falsche Kennwörter',
    meaning: ['Nach dem vierten oder fünften falschen Kennwort nimmt die Eingabe keines mehr an.'],
    causes: [
      'Oft ist es die Tastatur: Die Eingabe hält sie für eine US-amerikanische, soweit es ausprobiert wurde.',
    ],
    steps: [
      'Schalten Sie den Computer aus und wieder ein.',
      'Oder verwenden Sie den Wiederherstellungsschlüssel.',
    ],
  },
  'bitlocker-empty-screen': {
    title: 'Ein leerer blauer Bildschirm, wo nach dem Kennwort gefragt werden sollte',
    meaning: [
      'Die Eingabe ist da, aber nicht zu sehen. Das Kennwort blind einzugeben und die Eingabetaste zu drücken, funktioniert.',
    ],
    causes: ['Auf der EFI-Partition fehlt der Ordner Fonts.'],
    steps: [
      'Geben Sie das Kennwort ein, und drücken Sie die Eingabetaste.',
      'Prüfen Sie den Stick mit diesem Programm, und erstellen Sie ihn aus einem vollständigen Abbild neu.',
    ],
  },
  '0xc0000184': {
    title: 'Das Laufwerk ist nur halb verschlüsselt',
    meaning: [
      'Das Gerät ist nicht in einem Zustand, in dem das möglich ist.',
      'Das Kennwort war richtig, aber das Laufwerk gibt an, gerade verschlüsselt oder entschlüsselt zu werden.',
    ],
    causes: ['Der Zustand in den BitLocker-Daten ist nicht „verschlüsselt“.'],
    steps: [
      'Schließen Sie den Stick an ein anderes Windows an, öffnen Sie ihn mit dem Kennwort, und lassen Sie die Verschlüsselung zu Ende laufen.',
      'Sichern Sie, was wichtig ist, und erstellen Sie den Stick neu.',
    ],
  },
  '0xc0210000': {
    title: 'Das Laufwerk ist durch BitLocker gesperrt',
    meaning: ['Dieses Volume ist gesperrt; es muss geöffnet werden, bevor es benutzt werden kann.'],
    causes: [
      'Bekannt von einem Update für alte Versionen von Windows 10 mit Hyper-V, die danach nach dem Wiederherstellungsschlüssel fragten.',
    ],
    steps: [
      'Drücken Sie Esc für weitere Wiederherstellungsoptionen, und geben Sie den Wiederherstellungsschlüssel ein.',
      'Weisen Sie mit „sticksmith unlock-test“ nach, dass das Kennwort und der Schlüssel den Stick öffnen.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
