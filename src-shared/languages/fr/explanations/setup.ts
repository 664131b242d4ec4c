import type { StartErrorTexts } from '../../../explain';

/** What is shown between the first start and the first sign-in. */
export const setup = {
  'why-did-my-pc-restart': {
    title: 'Le premier démarrage de Windows recommence sans cesse',
    meaning: [
      'La partie de Windows qui pose les premières questions s’est terminée de façon inattendue et est relancée.',
    ],
    causes: [
      'Des autorisations et des attributs étendus des fichiers de Windows ont été perdus lors de sa décompression. Ce programme les écrit lui-même dans le système de fichiers.',
    ],
    steps: [
      'Appuyez sur le bouton de l’écran et attendez ; la deuxième tentative peut aboutir.',
      'Si la clé a été créée en copiant des fichiers, créez-la avec ce programme à partir de l’image.',
      'Testez le lecteur avec ce programme.',
    ],
  },
  'could-not-configure-hardware': {
    title: 'Windows n’a pas pu être configuré pour cet ordinateur',
    meaning: [
      'À son premier démarrage, Windows n’a pas pu ouvrir ou modifier son magasin BCD (les données de configuration de démarrage). C:\\Windows\\Panther\\setupact.log indique pourquoi.',
    ],
    causes: [
      'Une clé avec un GPT n’avait pas de partition réservée Microsoft. Les clés de ce programme en ont une.',
    ],
    steps: [
      'Vérifiez la clé avec ce programme : « bcd.firmware-manager » concerne ce magasin.',
      'Appuyez sur Maj+F10 et lisez la fin de C:\\Windows\\Panther\\setupact.log.',
      'Recréez la clé.',
    ],
  },
  'restarted-unexpectedly': {
    title: 'La configuration de Windows a été interrompue et ne peut pas continuer',
    meaning: [
      'Le premier démarrage n’est pas allé jusqu’au bout, et Windows refuse de le commencer une deuxième fois.',
    ],
    causes: [
      'L’ordinateur a été éteint, ou la clé débranchée, pendant la configuration de Windows.',
    ],
    steps: [
      'Recréez la clé, et laissez le premier démarrage aller jusqu’au bout avant de la débrancher.',
      'Si cela se produit chaque fois, testez le lecteur et essayez un autre port.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
