import type { StartErrorTexts } from '../../../explain';

/** What is shown before an encrypted Windows starts. */
export const bitLocker = {
  'bitlocker-recovery': {
    title: 'BitLocker demande la clé de récupération',
    meaning: [
      'Le lecteur n’a pas été ouvert de la façon habituelle ; BitLocker demande donc la clé de récupération : 48 chiffres.',
    ],
    causes: [
      'La clé USB n’a pas de mot de passe, seulement une clé de récupération. Cet écran apparaît alors à chaque fois.',
      'C’est le Windows de l’ordinateur qui la demande : un démarrage depuis une clé USB, ou un changement de l’ordre des lecteurs, a rendu méfiante sa puce de sécurité.',
      'La clé USB a été chiffrée par un Windows qui utilisait la puce de sécurité d’un ordinateur, et celui-ci en est un autre.',
    ],
    steps: [
      'Comparez le « Recovery key ID » affiché à l’écran avec l’identifiant de votre fichier ou de votre impression de la clé de récupération : il indique de quel lecteur il s’agit.',
      'Saisissez les 48 chiffres.',
      'S’il s’agit du lecteur de l’ordinateur lui-même : sa clé de récupération se trouve peut-être dans le compte Microsoft de son propriétaire ou chez son administrateur. Suspendez-y BitLocker avant de démarrer à nouveau depuis une clé USB.',
    ],
  },
  'bitlocker-wrong-password': {
    title: 'BitLocker n’accepte pas le mot de passe ou la clé de récupération',
    meaning: ['Ce qui a été tapé est bien formé, mais n’ouvre pas ce lecteur.'],
    causes: [
      'L’écran de saisie considère le clavier comme américain, d’après ce qui a été essayé : des lettres telles que Y et Z, et la plupart des signes, se trouvent ailleurs.',
      'La clé de récupération est celle d’une autre clé USB.',
    ],
    steps: [
      'Tapez le mot de passe comme si le clavier était américain. La touche Inser affiche ce qui est tapé.',
      'Appuyez sur Échap et utilisez la clé de récupération, dont les chiffres sont les mêmes partout.',
      'Assurez-vous sur cet ordinateur, avec « sticksmith unlock-test », que le mot de passe et la clé de récupération ouvrent la clé USB.',
    ],
  },
  'bitlocker-too-many-attempts': {
    title: 'Trop de mots de passe incorrects',
    meaning: [
      'Après le quatrième ou le cinquième mot de passe incorrect, l’écran de saisie n’en accepte plus.',
    ],
    causes: [
      'Souvent le clavier : l’écran de saisie le considère comme américain, d’après ce qui a été essayé.',
    ],
    steps: ['Éteignez l’ordinateur et rallumez-le.', 'Ou utilisez la clé de récupération.'],
  },
  'bitlocker-empty-screen': {
    title: 'Un écran bleu vide là où le mot de passe devrait être demandé',
    meaning: [
      'La demande est là, mais ne se voit pas. Taper le mot de passe à l’aveugle puis Entrée fonctionne.',
    ],
    causes: ['Le dossier Fonts manque sur la partition EFI.'],
    steps: [
      'Tapez le mot de passe et appuyez sur Entrée.',
      'Vérifiez la clé USB avec ce programme, et recréez-la à partir d’une image complète.',
    ],
  },
  '0xc0000184': {
    title: 'Le chiffrement du lecteur n’est fait qu’à moitié',
    meaning: [
      'Le périphérique n’est pas dans un état qui permette cette opération.',
      'Le mot de passe était correct, mais le lecteur indique qu’il est en cours de chiffrement ou de déchiffrement.',
    ],
    causes: ['L’état noté dans les données BitLocker n’est pas « chiffré ».'],
    steps: [
      'Branchez la clé USB sur un autre Windows, ouvrez-la avec le mot de passe et laissez le chiffrement se terminer.',
      'Sauvegardez ce qui est important et recréez la clé USB.',
    ],
  },
  '0xc0210000': {
    title: 'Le lecteur est verrouillé par BitLocker',
    meaning: ['Ce volume est verrouillé ; il doit être ouvert avant de pouvoir être utilisé.'],
    causes: [
      'Connu d’une mise à jour d’anciennes versions de Windows 10 avec Hyper-V, qui demandaient ensuite la clé de récupération.',
    ],
    steps: [
      'Appuyez sur Échap pour d’autres options de récupération, et saisissez la clé de récupération.',
      'Assurez-vous avec « sticksmith unlock-test » que le mot de passe et la clé de récupération ouvrent la clé USB.',
    ],
  },
} as const satisfies Partial<StartErrorTexts>;
