import type { restore as english } from '../en/restore';
import type { Worded } from '../worded';

/** Making an ordinary drive of a stick again. */
export const restore: Worded<typeof english> = {
  restore: {
    title: 'Quelle clé redevient un lecteur ordinaire ?',
    lead: 'Elle reçoit une seule partition exFAT vide, que lisent les ordinateurs, les téléviseurs et les appareils photo. Tout son contenu est perdu.',
    listLabel: 'Lecteurs pouvant être effacés',
    emptyTitle: 'Aucun lecteur pouvant être effacé n’est branché',
    emptyText: 'Branchez la clé. Elle apparaîtra ici d’elle-même.',
    go: 'Continuer',
    askTitle: 'Refaire de {{name}} un lecteur ordinaire ?',
    askLead: 'Cela prend quelques secondes.',
    lost: 'Ce qui sera perdu',
    notSecure:
      'C’est rapide, mais ce n’est pas un effacement sécurisé : des programmes spécialisés peuvent encore retrouver une partie des anciens fichiers. Utilisez un programme prévu à cet effet avant de donner le lecteur.',
    label: 'Nom du lecteur',
    labelHint: '11 caractères au plus ; peut rester vide',
    labelProblems: {
      'too-long': '11 caractères au plus',
      characters: 'exFAT n’autorise pas l’un de ces caractères',
    },
    scheme: 'Table de partition',
    schemes: {
      auto: 'Celle que lisent la plupart des appareils (MBR ; GPT au-delà de 2 Tio)',
      gpt: 'GPT',
    },
    start: 'Effacer {{name}}',
    anotherDrive: 'Un autre lecteur',
    running: '{{name}} redevient un lecteur ordinaire',
    runningLead: 'Son contenu est perdu dès le premier instant. Laissez le lecteur branché.',
    opening:
      'Ouverture du lecteur. Votre ordinateur peut vous demander des droits d’administrateur.',
    progress: 'Progression',
    doneTitle: '{{name}} est de nouveau un lecteur ordinaire',
    doneLead: 'exFAT, {{free}} libres. Ce qui a été écrit a été relu et comparé.',
    factName: 'Nom',
    factFree: 'Libre pour des fichiers',
    factTable: 'Table de partition',
    noName: 'aucun',
    plugAgain: 'S’il n’apparaît pas parmi vos lecteurs, débranchez-le et rebranchez-le.',
    cancelledTitle: 'Arrêté avant la fin',
    cancelledLead: {
      untouched: 'Rien n’a été modifié sur {{name}}.',
      changed:
        'Le contenu de {{name}} est perdu, et il n’y a plus de partition. Refaites-en un lecteur ordinaire pour l’utiliser.',
    },
    failedTitle: '{{name}} n’a pas pu redevenir un lecteur ordinaire',
    back: 'Retour à l’assistant',
  },
};
