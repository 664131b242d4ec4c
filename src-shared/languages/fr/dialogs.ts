import type { dialogs as english } from '../en/dialogs';
import type { Worded } from '../worded';

/** What the program asks in dialogs of the system. */
export const dialogs: Worded<typeof english> = {
  dialogs: {
    closing: {
      making: {
        message: 'Une clé est en cours de création.',
        detail:
          'Si vous fermez Sticksmith maintenant, la clé reste inachevée et ne démarrera aucun ordinateur.',
        keep: 'Continuer la création',
      },
      series: {
        message: 'Une série de clés est en cours.',
        detail:
          'Si vous fermez Sticksmith maintenant, les clés en cours de création restent inachevées et ne démarreront aucun ordinateur.',
        keep: 'Poursuivre la série',
      },
      repairing: {
        message: 'Une clé est en cours de réparation.',
        detail:
          'Si vous fermez Sticksmith maintenant, ce qui a été réécrit est d’abord annulé. Laissez la clé branchée jusque-là.',
        keep: 'Continuer la réparation',
      },
      restoring: {
        message: 'Un lecteur redevient ordinaire.',
        detail:
          'Si vous fermez Sticksmith maintenant, le lecteur reste sans partition jusqu’à ce que l’opération soit refaite.',
        keep: 'Continuer',
      },
    },
    closeAnyway: 'Fermer quand même',
    cannotStart: 'Sticksmith ne peut pas démarrer ici',
    /** Kinds of files to choose from. */
    files: {
      all: 'Tous les fichiers',
      windowsImages: 'Images de Windows',
      diskImages: 'Images de disque',
      bootImages: 'Images',
      recipes: 'Recettes',
      answers: 'Fichiers de réponses',
      networks: 'Profils réseau',
      ventoyReleases: 'Paquets Ventoy',
      archives: 'Archives',
      page: 'Page à lire et à imprimer',
      data: 'Données pour programmes',
      text: 'Texte',
      tables: 'Tableaux',
      labels: 'Étiquettes',
      lines: 'Lignes JSON',
    },
  },
};
