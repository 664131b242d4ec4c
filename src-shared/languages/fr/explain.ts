import type { explain as english } from '../en/explain';
import type { Worded } from '../worded';

/** Looking up what an error means. */
export const explain: Worded<typeof english> = {
  explain: {
    open: 'Expliquer une erreur…',
    title: 'Expliquer une erreur',
    field: 'Un code ou un message affiché à l’écran',
    hint: 'Par exemple 0xc000000f, ou une phrase entière.',
    empty:
      'Recherchez ce qu’un ordinateur, Windows, Ventoy ou ce programme a affiché : ce que cela signifie pour une clé, pourquoi cela arrive et que faire. Par exemple :',
    examples: 'Exemples',
    found_zero: 'Aucun résultat',
    found_one: '{{count}} explication',
    found_other: '{{count}} explications',
    similar: 'Ce code n’existe pas ; peut-être s’agit-il de celui-ci.',
    nothing: 'Rien n’est connu à ce sujet.',
    nothingCode:
      'Comparez le code avec l’écran, chiffre par chiffre : 0 et O, 8 et B se ressemblent.',
    nothingWords: 'Essayez deux ou trois mots du message.',
    nothingCheck:
      'Vérifiez la clé sur un autre ordinateur avec « sticksmith check » : la commande indique ce qui ne va pas, même sans code.',
    also: 'Appelé aussi {{names}}',
    why: 'Pourquoi, sur une clé portable ; le plus probable d’abord',
    doNow: 'Que faire',
    sources: 'D’où vient cette information',
    source: '{{certainty}} : {{title}}',
    programError:
      'La ligne de commande se termine par {{exit}}. L’état de la clé est indiqué avec l’erreur.',
    places: {
      firmware: 'Le micrologiciel de l’ordinateur (UEFI ou BIOS)',
      'boot-manager': 'Le Gestionnaire de démarrage Windows',
      bitlocker: 'BitLocker, avant le démarrage de Windows',
      'blue-screen': 'L’écran bleu de Windows',
      setup: 'Le premier démarrage de Windows',
      ventoy: 'Ventoy',
      program: 'Ce programme',
    },
    certainties: {
      verified: 'vérifié',
      documented: 'documenté',
      source: 'dans son code source',
      reported: 'signalé',
    },
    link: 'Qu’est-ce que cela signifie ?',
    linkAbout: 'Qu’est-ce que cela signifie ? {{about}}',
  },
};
