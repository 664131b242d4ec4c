import type { done as english } from '../en/done';
import type { Worded } from '../worded';

/** The step Done. */
export const done: Worded<typeof english> = {
  done: {
    computerName: 'L’ordinateur s’appelle {{name}}.',
    titleOne: 'La clé est prête',
    titleMany_one: '{{count}} clé est prête',
    titleMany_other: '{{count}} clés sont prêtes',
    titleMixed: '{{done}} clés sur {{total}} sont terminées',
    titleFile: 'Le fichier image est prêt',
    titleProblem: 'Écrit, mais un contrôle a échoué',
    leadDrive:
      'Vous pouvez la débrancher. Pour démarrer à partir d’elle, branchez-la sur un ordinateur éteint, allumez-le et ouvrez le menu de démarrage (souvent avec F12, F11 ou Échap).',
    leadMany:
      'Vous pouvez les débrancher. Pour démarrer à partir de l’une d’elles, branchez-la sur un ordinateur éteint, allumez-le et ouvrez le menu de démarrage (souvent avec F12, F11 ou Échap).',
    leadMixed:
      'Les clés terminées peuvent être débranchées et utilisées. Les autres figurent ici et peuvent être réessayées.',
    leadFile:
      'Écrivez-le sur un lecteur avec un programme d’écriture d’images, ou démarrez-le dans une machine virtuelle.',
    leadVhdx:
      'Démarrez-le dans une machine virtuelle. Sous Windows, un double-clic affiche son contenu, comme un lecteur.',
    leadProblem: 'Examinez ci-dessous les contrôles en échec avant de vous y fier.',
    verified: 'Relu et comparé : {{size}}, chaque bloc écrit.',
    notVerified:
      'Non relu, car {{name}} est un fichier et non un lecteur. Une fois ce fichier copié sur une clé, celle-ci devra être vérifiée.',
    notVerifiedDirect:
      'Non relu, car Windows a été décompressé directement sur le lecteur. Sa structure a été vérifiée ; un dommage à l’intérieur d’un fichier ne se verrait pas.',
    resumed: '{{size}} étaient déjà en place et n’ont pas été réécrits.',
    fromCache:
      'Windows avait été décompressé pour une clé précédente et gardé, il n’a donc pas fallu le décompresser à nouveau.',
    failed: 'Pas terminée',
    tryFailed_one: 'Réessayer la clé en échec',
    tryFailed_other: 'Réessayer les {{count}} clés en échec',
    checksPassed_one: '{{count}} contrôle, aucun échec',
    checksPassed_other: '{{count}} contrôles, aucun échec',
    took: 'Durée : {{time}}',
    checks: 'Contrôles',
    compatibility: {
      title: 'Quels ordinateurs elle devrait démarrer',
      summary: 'Devrait démarrer {{good}} types d’ordinateurs sur {{total}}',
      computer: 'Ordinateur',
      starts: 'Démarre',
      why: 'Pourquoi, et que faire',
      nothing: 'Rien ne s’y oppose.',
      source: 'Source : {{name}} ({{certainty}})',
      noted: 'Noté : {{words}}',
      limits:
        'Déduit de ce qui se trouve sur la clé. Le micrologiciel diffère d’un ordinateur à l’autre : essayez-la sur le vôtre.',
      computers: {
        uefi: 'PC avec UEFI, Secure Boot désactivé',
        'secure-2011': 'PC avec Secure Boot, certificats de 2011 seulement',
        'secure-2023': 'PC avec Secure Boot, certificats de 2023',
        bios: 'PC plus ancien avec BIOS',
        'uefi-ia32': 'Tablette ou petit PC avec UEFI 32 bits',
        arm64: 'PC à processeur ARM',
        'mac-intel': 'Mac à processeur Intel',
        'mac-apple': 'Mac à processeur Apple',
      },
      rules: {
        'check-failed': {
          why: 'Un contrôle de la clé a échoué.',
          change: 'Regardez ce qui a échoué, puis réparez la clé ou recréez-la.',
        },
        'no-x64-program': {
          why: 'La clé n’a pas de programme de démarrage pour les PC 64 bits (EFI\\Boot\\bootx64.efi).',
          change: 'Créez-la à partir d’une image de Windows pour x64.',
        },
        'no-ia32-program': {
          why: 'Un UEFI 32 bits ne démarre que des programmes 32 bits, et la clé n’en a pas (EFI\\Boot\\bootia32.efi).',
          change:
            'Rien à faire pour Windows 11, qui n’existe pas en 32 bits. Une clé Ventoy démarre un tel PC.',
        },
        'no-arm64-program': {
          why: 'La clé n’a pas de programme de démarrage pour ARM (EFI\\Boot\\bootaa64.efi).',
          change: 'Créez une autre clé à partir d’une image de Windows pour ARM64.',
        },
        'no-bios-start': {
          why: 'La clé ne contient rien qu’un BIOS puisse démarrer.',
          change: 'Créez-la avec un MBR, qui démarre avec BIOS et avec UEFI.',
        },
        unsigned: {
          why: 'Le programme de démarrage n’a pas de signature, et Secure Boot ne démarre que les programmes signés.',
          change:
            'Désactivez Secure Boot dans la configuration de l’ordinateur, ou créez la clé à partir d’une image d’origine.',
        },
        'signature-broken': {
          why: 'Le programme de démarrage n’est pas celui qui a été signé : il a été modifié ou endommagé.',
          change: 'Réparez la clé. Si cela n’aide pas, créez-la à partir d’une autre image.',
        },
        'signer-unknown': {
          why: 'Le programme de démarrage est signé par un tiers dont le certificat n’est pas fourni avec les ordinateurs.',
          change:
            'Ajoutez ce certificat dans la configuration de l’ordinateur, ou désactivez-y Secure Boot.',
        },
        'needs-2023': {
          why: 'Le programme de démarrage est signé avec un certificat de 2023 que l’ordinateur ne connaît pas.',
          change:
            'Mettez à jour le micrologiciel de l’ordinateur ou son Windows, qui apportent ce certificat.',
        },
        'revoked-2011': {
          why: 'Le gestionnaire de démarrage est signé avec le certificat de 2011. Un ordinateur qui l’a révoqué refuse la clé.',
          change: 'Créez la clé à partir d’une image contenant des fichiers de démarrage de 2023.',
        },
        'third-party': {
          why: 'Le programme de démarrage est signé pour d’autres éditeurs que Microsoft. Certains ordinateurs ne leur font confiance que si on les y autorise.',
          change:
            'Autorisez le certificat Microsoft pour les tiers (third-party) dans la configuration de l’ordinateur.',
        },
        'ventoy-enrolment': {
          why: 'Au premier démarrage avec Secure Boot, l’ordinateur demande d’inscrire la clé de signature de Ventoy.',
          change: 'Choisissez-y « Enroll key from disk », une fois sur chaque ordinateur.',
        },
        'windows-11-bios': {
          why: 'Microsoft ne fait Windows 11 que pour UEFI.',
          change: 'Il peut démarrer malgré tout. Windows 10 est prévu pour ces ordinateurs.',
        },
        'windows-11-processor': {
          why: 'À partir de 24H2, Windows 11 ne démarre pas sur les processeurs sans POPCNT ni SSE 4.2, ceux d’avant 2009 environ.',
          change: 'Utilisez Windows 10 ou Windows 11 23H2 pour ces ordinateurs.',
        },
        'mac-unsupported': {
          why: 'Microsoft ne prend pas en charge un Windows portable sur les Mac, et leurs pilotes manquent à Windows.',
          change:
            'Maintenez la touche Option enfoncée pendant le démarrage du Mac, et ayez à portée de main les pilotes Boot Camp d’Apple.',
        },
        'mac-security-chip': {
          why: 'Les Mac de 2018 à 2020 avec puce T2 ne démarrent depuis une clé que si on les y autorise.',
          change:
            'Dans la récupération de macOS, ouvrez Utilitaire de sécurité au démarrage et autorisez le démarrage depuis un support externe.',
        },
        'mac-apple-silicon': {
          why: 'Les Mac à processeur Apple ne démarrent ni Windows ni Ventoy.',
          change: 'Utilisez-y l’image dans une machine virtuelle.',
        },
      },
      verdicts: {
        yes: 'Oui',
        'after-steps': 'Après une manipulation',
        perhaps: 'Peut-être',
        no: 'Non',
      },
      certainty: {
        documented: 'documenté',
        reported: 'signalé',
        specified: 'spécifié',
      },
    },
    checkColumn: 'Contrôle',
    resultColumn: 'Résultat',
    foundColumn: 'Constaté',
    status: { pass: 'Réussi', warn: 'À examiner', fail: 'Échec' },
    hashExpected: 'L’image est identique à celle qu’indique son éditeur.',
    hashNotExpected: 'L’image n’a pas été comparée avec l’empreinte de son éditeur.',
    notKnown:
      'Sticksmith a vérifié la structure de la clé. Seul un démarrage montre si un ordinateur donné l’accepte.',
    saveReport: 'Enregistrer le rapport…',
    show: 'Afficher dans le dossier',
    another: 'En créer une autre',
    keysTitle_one: 'Clé de récupération',
    keysTitle_other: 'Clés de récupération',
    keysText_one:
      'Elle ouvre la clé USB si le mot de passe est oublié. Quiconque la détient peut tout lire : conservez-la en lieu sûr, à part de la clé USB.',
    keysText_other:
      'Chacune ouvre sa clé USB si le mot de passe est oublié. Quiconque en détient une peut tout y lire : conservez-les en lieu sûr, à part des clés USB.',
    keyId: 'ID de clé',
    keyFile: 'Enregistrée dans',
    keyCopy: 'Copier la clé',
    keyPrint: 'Imprimer…',
    keyShow: 'Afficher dans le dossier',
    keyCopyOf: 'Copier la clé de récupération de {{name}}',
    keyPrintOf: 'Imprimer la clé de récupération de {{name}}',
    keyShowOf: 'Afficher le fichier de clé de {{name}} dans son dossier',
    keysPrintAll: 'Tout imprimer…',
    timings: 'Durée de chaque étape',
    target: 'Cible',
  },
};
