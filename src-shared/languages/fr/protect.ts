import type { protect as english } from '../en/protect';
import type { Worded } from '../worded';

/** The step Protect. */
export const protect: Worded<typeof english> = {
  protect: {
    title: 'Protéger le contenu ?',
    lead: 'Quiconque trouve une clé USB non protégée peut lire tous ses fichiers. Le chiffrement BitLocker l’empêche.',
    listLabel: 'Protection',
    experimental: 'Expérimental',
    ways: {
      none: 'Sans chiffrement',
      now: 'Chiffrée dès l’écriture',
      'after-writing': 'Chiffrée par ce Windows',
      'first-start': 'Chiffrée à son premier démarrage',
    },
    texts: {
      none: 'Convient à une clé qui ne contient rien de confidentiel.',
      now: 'Sticksmith chiffre Windows en l’écrivant. Vous choisissez le mot de passe ici, et rien de Windows ne se trouve jamais non chiffré sur la clé USB.',
      'after-writing':
        'Une fois la clé écrite, le Windows de cet ordinateur la chiffre. Vous choisissez le mot de passe ici. Jusque-là, la clé peut être lue.',
      'first-start':
        'Windows demande un mot de passe à son premier démarrage, puis se chiffre. Jusque-là, la clé peut être lue.',
    },
    nowTried:
      'Lors de tests, le gestionnaire de démarrage de Microsoft, cryptsetup, dislocker et libbde ont ouvert une telle clé. Elle n’a pas encore été essayée avec un Windows en fonctionnement.',
    afterWritingTried:
      'Effectué par Windows lui-même, qui relit et réécrit tout : c’est plus long. La façon dont Sticksmith le lui fait faire n’a pas encore été essayée avec un vrai Windows.',
    firstStartTried: 'Effectué par Windows lui-même, comme Microsoft l’a prévu.',
    obstacles: {
      vhdx: 'Pas possible ici : BitLocker ne peut pas protéger un Windows placé dans un fichier de disque virtuel. Placez-le dans sa partition, à l’étape Espace.',
      home: 'Pas possible ici : une édition Famille ne peut pas se chiffrer elle-même.',
      'image-file':
        'Pas possible ici : Windows chiffre des lecteurs, et l’une des cibles est un fichier image.',
      'needs-windows':
        'Pas possible ici : cet ordinateur n’exécute pas de Windows qui pourrait le faire. Choisissez une autre méthode.',
      'device-encryption':
        'Pas possible ici : à l’étape Personnalisation, Windows est autorisé à chiffrer la clé de lui-même, ce qui la lierait à un seul ordinateur.',
      'standard-account':
        'Pas possible ici : le compte de l’étape Personnalisation n’est pas administrateur, et seul un administrateur peut faire en sorte que Windows se chiffre.',
    },
    home: 'Une édition Famille démarre depuis la clé USB chiffrée, mais ne peut ni changer le mot de passe ni retirer le chiffrement. Pour cela, branchez-la sur un ordinateur avec Windows Professionnel.',
    sharedTitle: 'La partition partagée n’est pas chiffrée',
    sharedText:
      'Seule la partition de Windows l’est. Ce que vous placez dans la partition partagée peut être lu par quiconque détient la clé USB.',
    passwordTitle: 'Mot de passe',
    password: 'Mot de passe',
    passwordWhat: 'le mot de passe',
    passwordHint:
      'Au moins {{shortest}} caractères. Il est demandé à chaque démarrage de la clé, avant Windows.',
    again: 'Le même mot de passe encore une fois',
    againWhat: 'le mot de passe répété',
    againHint: 'Il n’est jamais enregistré. Une fois les clés créées, Sticksmith l’oublie.',
    strength: 'Robustesse du mot de passe : {{strength}}',
    strengths: {
      weak: 'faible. Un ordinateur le devine en quelques heures.',
      fair: 'moyenne. Il résiste à quelqu’un qui essaie pendant des jours.',
      good: 'bonne. Le deviner prend des années.',
      strong: 'élevée. Personne ne le devine.',
    },
    doubts: {
      'not-ascii':
        'L’écran qui demande le mot de passe au démarrage considère tout clavier comme américain : certains de ces caractères ne peuvent pas y être tapés. Utilisez des lettres sans accent, des chiffres et des signes.',
      'other-layout':
        'L’écran qui demande le mot de passe au démarrage considère tout clavier comme américain et n’affiche rien de ce que vous tapez. Certains de ces caractères se trouvent ailleurs sur d’autres claviers, comme A, Q et les chiffres sur un clavier français, Y et Z sur un clavier allemand, ainsi que la plupart des signes.',
    },
    doubtsSafe:
      'Identiques sur presque tous les claviers : toutes les lettres sauf A, M, Q, W, Y et Z.',
    folder: 'Où placer les clés de récupération',
    folderText:
      'Chaque clé USB reçoit une clé de récupération, un fichier dans ce dossier. Elle ouvre la clé USB si le mot de passe est oublié ; sans l’un ni l’autre, le contenu est perdu. Le dossier ne peut pas se trouver sur un lecteur qui devient une clé USB.',
    folderNone: 'Aucun dossier choisi',
    clear: 'Rendre illisible l’ancien contenu du lecteur',
    clearText:
      'Sinon, d’anciens fichiers pourraient encore être retrouvés dans l’espace que Windows laisse libre. Un SSD l’efface en quelques secondes ; une clé ordinaire doit y être réécrite, ce qui peut durer aussi longtemps que de la remplir.',
    whole: 'Chiffrer aussi l’espace libre',
    wholeText:
      'Sinon, d’anciens fichiers pourraient encore être retrouvés dans l’espace que Windows laisse libre. Windows chiffre alors chaque octet de sa partition, ce qui dure plus longtemps que de la remplir.',
    whatHappens: 'Ce qui va se passer',
    firstStartLines: {
      asks: 'Lorsqu’un administrateur se connecte pour la première fois, une fenêtre demande un mot de passe et enregistre la clé de récupération.',
      encrypts:
        'Windows se chiffre ensuite en arrière-plan. Vous pouvez travailler pendant ce temps.',
      after:
        'Ensuite, le mot de passe est demandé à chaque démarrage. Tant que tout n’est pas chiffré, la clé USB peut être lue.',
    },
    keyGoes: 'Où placer la clé de récupération',
    keyPlaces: { ask: 'Windows demande', share: 'Un dossier sur un serveur' },
    share: 'Dossier sur un serveur',
    shareHint:
      'Par exemple \\\\serveur\\cles. Chaque clé USB doit pouvoir l’atteindre à son premier démarrage.',
    shareBad: 'Il doit avoir la forme \\\\serveur\\partage.',
    more: 'Méthode de chiffrement et annuaire d’entreprise',
    cipher: 'Méthode de chiffrement',
    cipherText:
      'Les deux sont sûres. 128 bits est ce que Windows utilise de lui-même ; certaines règles exigent 256.',
    ciphers: { 'xts-aes-128': 'XTS-AES 128 bits', 'xts-aes-256': 'XTS-AES 256 bits' },
    escrow: 'Copie de la clé de récupération dans un annuaire d’entreprise',
    escrowText: 'Windows l’y dépose une fois qu’il a joint le domaine de l’entreprise.',
    escrows: { none: 'Aucune', 'active-directory': 'Active Directory', 'entra-id': 'Entra ID' },
    tpm: 'Et le module TPM ?',
    tpmText:
      'Il n’est pas utilisé. Un TPM est une puce qui appartient à un seul ordinateur et n’ouvrirait la clé USB que là ; cette clé passe d’un ordinateur à l’autre, elle s’ouvre donc avec son mot de passe.',
  },
};
