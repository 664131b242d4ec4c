import type { ErrorTexts } from '../texts';

/** What every error says. */
export const errors: ErrorTexts = {
  internal: {
    what: 'Sticksmith a commis une erreur inattendue : {message}.',
    next: 'Enregistrez le journal et signalez-le ; c’est un défaut du programme, pas de votre matériel.',
  },
  cancelled: {
    what: 'Le travail a été annulé.',
    next: 'Recommencez quand vous le souhaitez.',
  },
  usage: {
    what: 'La commande ne peut pas être exécutée ainsi : {message}.',
    next: 'Exécutez « sticksmith --help » pour voir les commandes et leurs options.',
  },
  'explain/unknown': {
    what: 'Rien n’est connu à propos de « {text} ».',
    next: 'Écrivez le code tel qu’il figure à l’écran, par exemple 0xc0000225, ou quelques mots du message. « sticksmith explain --list » affiche tout ce qui est connu.',
  },
  'plan/invalid': {
    what: 'Le plan n’est pas valide : {message}.',
    next: 'Corrigez le champ indiqué et réessayez.',
  },
  'plan/version': {
    what: 'Le plan est de version {found} ; ce programme comprend la version {known}.',
    next: 'Refaites la recette avec cette version du programme, ou utilisez la version qui l’a écrite.',
  },
  'plan/unreadable': {
    what: 'La recette {path} ne peut pas être lue : {message}.',
    next: 'Vérifiez que le fichier existe et contient une recette enregistrée par Sticksmith.',
  },
  'recipe/not-found': {
    what: 'Il n’y a pas de recette {name} dans {folder}.',
    next: 'Consultez la liste des recettes et prenez-y un nom.',
  },
  'recipe/folder': {
    what: 'Le dossier des recettes, {folder}, n’est pas utilisable : {message}.',
    next: 'Vérifiez que vous avez le droit d’y écrire, ou choisissez un autre dossier.',
  },
  'ventoy/not-found': {
    what: 'Il n’y a pas de Ventoy sur {target}.',
    next: 'Choisissez le lecteur qui le contient, ou créez une nouvelle clé Ventoy.',
  },
  'ventoy/already-there': {
    what: 'Ventoy se trouve déjà sur {target}.',
    next: 'Mettez-le à jour, ce qui conserve tout, ou recréez-le.',
  },
  'ventoy/beside-impossible': {
    what: 'Ventoy ne peut pas être placé à côté du contenu de {target} : {message}.',
    next: 'Sauvegardez ce qui est important et laissez tout le lecteur à Ventoy, ou faites-lui d’abord de la place avec un programme de partitionnement.',
  },
  'ventoy/damaged': {
    what: 'Le Ventoy de {target} est endommagé : {message}.',
    next: 'Mettez-le à jour, ce qui le réécrit et conserve vos fichiers ; si cela est refusé, recréez-le.',
  },
  'ventoy/install-failed': {
    what: 'Les programmes de Ventoy n’ont pas réussi sur {target} : {message}.',
    next: 'Consultez les détails, puis réessayez, sur un autre port USB ou avec un autre lecteur si cela se reproduit.',
  },
  'ventoy/update-changed-files': {
    what: 'Pendant la mise à jour de Ventoy sur {target}, ses fichiers ont changé : {message}.',
    next: 'Sauvegardez le contenu de la clé et comparez-le avec vos originaux avant de la réutiliser. Signalez-le, avec la version de Ventoy.',
  },
  'ventoy/other-layout': {
    what: 'Les programmes de Ventoy ont créé d’autres partitions que prévu : {message}.',
    next: 'Utilisez une version de Ventoy que ce programme connaît, ou placez Windows dans un disque virtuel sur une clé sans Ventoy.',
  },
  'ventoy/vhd-boot': {
    what: 'Le fichier {path} ne peut pas être celui qui démarre les disques virtuels : {message}.',
    next: 'Téléchargez ventoy_vhdboot.img depuis la page du projet Ventoy sur le démarrage de fichiers VHD, et choisissez-le à nouveau.',
  },
  'ventoy/file-unreadable': {
    what: 'Le fichier {path} ne peut pas être lu : {message}.',
    next: 'Vérifiez qu’il est présent, que vous avez le droit de le lire et que son disque est en bon état.',
  },
  'ventoy/file-mismatch': {
    what: 'Le fichier destiné à {name} n’est pas celui qui était attendu. Son SHA-256 est {actual}, {expected} était attendu.',
    next: 'Téléchargez-le à nouveau chez son éditeur et comparez encore une fois.',
  },
  'ventoy/source-changed': {
    what: 'Le fichier {path} a changé pendant son utilisation.',
    next: 'Assurez-vous qu’aucun téléchargement ni aucune copie n’est en cours, puis recommencez.',
  },
  'ventoy/file-exists': {
    what: 'Il y a déjà un autre {name} sur {target}.',
    next: 'Supprimez-le ou renommez-le d’abord, ou donnez un autre nom au nouveau.',
  },
  'ventoy/file-missing': {
    what: 'Il n’y a pas de fichier {name} sur {target}.',
    next: 'Regardez le contenu de la clé et corrigez le nom.',
  },
  'ventoy/file-name': {
    what: 'Le nom {name} n’est pas possible sur cette clé : {message}.',
    next: 'Donnez un autre nom au fichier.',
  },
  'ventoy/file-too-large': {
    what: 'Le fichier {name} est trop volumineux pour {target} : son FAT32 ne peut contenir aucun fichier de 4 Gio ou plus.',
    next: 'Créez la clé avec exFAT ou NTFS.',
  },
  'ventoy/no-room': {
    what: 'Il n’y a pas assez de place sur {target} : il faut {needed:bytes}, et {free:bytes} sont libres.',
    next: 'Supprimez les fichiers dont vous n’avez pas besoin, ou choisissez moins d’images.',
  },
  'ventoy/copy-mismatch': {
    what: 'Le fichier {name} sur {target} n’est pas ce qui y a été écrit.',
    next: 'Le lecteur est peut-être usé, ou moins grand qu’il ne le prétend : testez-le, et utilisez-en un autre.',
  },
  'ventoy/copy-unreadable': {
    what: 'Le fichier {name} sur {target} ne peut pas être lu : {message}.',
    next: 'Rebranchez le lecteur, si possible sur un autre port, et recommencez. Si cela échoue aussi, le lecteur est défaillant.',
  },
  'ventoy/config-unreadable': {
    what: 'Les paramètres ventoy/ventoy.json sur {target} ne peuvent pas être lus : {message}.',
    next: 'Corrigez le fichier ou renommez-le, puis réessayez.',
  },
  'ventoy/persistence-unsupported': {
    what: 'Les modifications de {name} ne peuvent pas être conservées : {message}.',
    next: 'Continuez sans, ou choisissez un autre système live.',
  },
  'ventoy/persistence-shrinks': {
    what: 'Le fichier {name} sur {target} fait déjà {bytes:bytes} et ne peut que grandir.',
    next: 'Demandez davantage, ou supprimez d’abord le fichier ; ce qu’il conserve est alors perdu.',
  },
  'image/not-found': {
    what: 'Le fichier {path} n’existe pas.',
    next: 'Vérifiez le nom, ou choisissez à nouveau l’image.',
  },
  'image/unreadable': {
    what: 'L’image {path} ne peut pas être lue : {message}.',
    next: 'Vérifiez que vous avez le droit de la lire et que son disque est en bon état, ou copiez-la d’abord ailleurs.',
  },
  'image/truncated': {
    what: 'L’image {path} est tronquée : elle devrait faire au moins {expected:bytes}, mais fait {actual:bytes}.',
    next: 'Le téléchargement a probablement été interrompu. Téléchargez à nouveau l’image et comparez sa somme de contrôle.',
  },
  'image/not-recognised': {
    what: '{path} n’est pas une image connue de ce programme : {message}.',
    next: 'Choisissez un fichier ISO contenant Windows, ou un fichier WIM, ESD ou SWM.',
  },
  'image/not-windows': {
    what: 'L’image de disque optique {path} ne contient ni sources/install.wim, ni install.esd, ni install.swm.',
    next: 'Choisissez une image d’installation de Windows 10 ou 11 ; un disque de réparation ou de pilotes ne peut pas devenir un Windows portable.',
  },
  'image/damaged': {
    what: 'Le système de fichiers à l’intérieur de {path} est endommagé : {message}.',
    next: 'Téléchargez à nouveau l’image et comparez sa somme de contrôle avec celle de l’éditeur.',
  },
  'image/changed': {
    what: 'L’image {path} a changé pendant son utilisation.',
    next: 'Assurez-vous qu’aucun téléchargement ni aucune copie n’est en cours, puis recommencez.',
  },
  'image/hash-mismatch': {
    what: 'L’image n’est pas celle qui était attendue. Son SHA-256 est {actual}, {expected} était attendu.',
    next: 'N’utilisez pas cette image. Téléchargez-la à nouveau chez son éditeur et comparez encore une fois.',
  },
  'image/checksum-file': {
    what: 'Le fichier de sommes de contrôle {path} n’indique pas de SHA-256 pour cette image.',
    next: 'Choisissez le fichier de sommes de contrôle qui va avec l’image, ou collez la valeur.',
  },
  'boot-image/not-recognised': {
    what: 'Ventoy ne peut pas démarrer {path} : {message}.',
    next: 'Choisissez un fichier qui soit réellement, d’après son contenu et son nom, de type .iso, .img, .wim, .vhd, .vhdx, .efi ou .vtoy.',
  },
  'boot-image/damaged': {
    what: 'L’image {path} est endommagée : {message}.',
    next: 'Téléchargez-la à nouveau et comparez sa somme de contrôle avec celle de l’éditeur.',
  },
  'wim/header': {
    what: 'L’image Windows {path} a un en-tête endommagé : {message}.',
    next: 'Téléchargez à nouveau l’image et comparez sa somme de contrôle avec celle de l’éditeur.',
  },
  'wim/hash-table': {
    what: 'La table des matières de l’image Windows {path} est endommagée : {message}.',
    next: 'Téléchargez à nouveau l’image et comparez sa somme de contrôle avec celle de l’éditeur.',
  },
  'wim/xml': {
    what: 'La description des éditions dans {path} est endommagée : {message}.',
    next: 'Téléchargez à nouveau l’image et comparez sa somme de contrôle avec celle de l’éditeur.',
  },
  'wim/part-missing': {
    what: 'L’image Windows est divisée en {total} parties ; la partie {part} ({path}) manque.',
    next: 'Placez toutes les parties dans un même dossier et réessayez.',
  },
  'wim/part-foreign': {
    what: '{path} n’appartient pas à la même image divisée que les autres parties.',
    next: 'Placez les parties d’une seule et même image dans un dossier et réessayez.',
  },
  'wim/edition-missing': {
    what: 'L’image n’a pas d’édition numéro {index} ; elle contient {available}.',
    next: 'Choisissez l’une des éditions que liste « sticksmith inspect ».',
  },
  'wim/unsupported': {
    what: 'L’image Windows {path} est d’un type inutilisable : {message}.',
    next: 'Utilisez un install.wim ou install.esd tel que l’éditeur le fournit.',
  },
  'wim/too-large': {
    what: 'Windows ne tient pas dans une partition de {size:bytes} : il prend plus de place que son image ne l’indique.',
    next: 'Utilisez un lecteur plus grand, ou choisissez une édition plus petite ou moins d’espace partagé.',
  },
  'wim/apply': {
    what: 'Windows n’a pas pu être décompressé : {message}.',
    next: 'L’image est probablement endommagée : comparez sa somme de contrôle avec celle de l’éditeur. Si elles sont identiques, signalez-le avec le journal.',
  },
  'files/unreadable': {
    what: 'Le fichier {path} ne peut pas être lu : {message}.',
    next: 'Vérifiez le nom et que vous avez le droit de le lire, ou n’utilisez pas ce fichier.',
  },
  'files/changed': {
    what: 'Le fichier {path} a changé pendant la création de la clé.',
    next: 'Recommencez quand plus rien ne le modifie.',
  },
  'answers/invalid': {
    what: 'Le fichier de réponses {path} n’est pas utilisable : {message}.',
    next: 'Corrigez le fichier, ou continuez sans lui.',
  },
  'wifi/invalid': {
    what: 'Le réseau « {name} » n’est pas utilisable : {message}.',
    next: 'Exportez à nouveau le profil avec « netsh wlan export profile key=clear », ou saisissez son nom et sa clé de sécurité.',
  },
  'bitlocker/password': {
    what: 'Le mot de passe pour BitLocker n’est pas utilisable : {message}.',
    next: 'Choisissez un mot de passe de 8 à 256 caractères, de préférence avec seulement des lettres du clavier anglais et des chiffres.',
  },
  'bitlocker/recovery-folder': {
    what: 'La clé de récupération ne peut pas être enregistrée dans {path} : {message}.',
    next: 'Choisissez un autre dossier, où vous avez le droit d’écrire et qui n’est pas sur la clé USB.',
  },
  'bitlocker/key-file': {
    what: 'La clé de récupération ne peut pas être lue dans {path} : {message}.',
    next: 'Cherchez où le fichier a été déplacé. S’il est perdu, le mot de passe ouvre toujours la clé USB, et Windows affiche la clé de récupération avec « manage-bde -protectors -get C: ».',
  },
  'print/failed': {
    what: 'Le système n’a pas pu imprimer : {message}.',
    next: 'Vérifiez que cet ordinateur dispose d’une imprimante, ou ouvrez le fichier et imprimez-le avec un autre programme.',
  },
  'domain/invalid': {
    what: 'La jonction de domaine dans {path} n’est pas utilisable : {message}.',
    next: 'Refaites le fichier avec « djoin /provision … /savefile », un par clé.',
  },
  'bitlocker/needs-windows': {
    what: 'Seul un ordinateur Windows peut faire chiffrer une clé par Windows après l’avoir écrite.',
    next: 'Faites-la chiffrer dès l’écriture, ou à son premier démarrage ; ou créez-la sur un ordinateur Windows.',
  },
  'bitlocker/windows-refused': {
    what: 'Ce Windows n’a pas chiffré la clé {target} : {message}.',
    next: 'La clé démarre, mais elle n’est pas chiffrée, et aucune clé de récupération n’a été conservée. Recréez-la en la chiffrant dès l’écriture, ou changez ce qui empêche ce Windows de le faire.',
  },
  'bitlocker/windows-stopped': {
    what: 'Windows a commencé à chiffrer la clé {target} et n’a pas terminé : {message}.',
    next: 'Conservez la clé de récupération : elle et le mot de passe ouvrent la clé USB. Branchez celle-ci sur un ordinateur avec Windows Professionnel, déverrouillez-la et exécutez « manage-bde -resume » avec sa lettre ; ou recréez-la.',
  },
  'bitlocker/not-encrypted': {
    what: 'Ce volume n’est pas chiffré avec BitLocker : {message}.',
    next: 'Choisissez la clé et la partition qui le sont.',
  },
  'bitlocker/damaged': {
    what: 'Les données BitLocker de ce volume sont endommagées : {message}.',
    next: 'Recréez la clé USB. Pour en sauver d’abord des fichiers, utilisez le programme repair-bde de Windows avec la clé de récupération.',
  },
  'bitlocker/unsupported': {
    what: 'Ce volume BitLocker ne peut pas être ouvert ici : {message}.',
    next: 'Ouvrez-le sous Windows.',
  },
  'bitlocker/wrong-password': {
    what: 'Le mot de passe n’ouvre pas ce volume BitLocker.',
    next: 'Saisissez-le à nouveau, en faisant attention à la disposition du clavier et aux majuscules ; ou utilisez la clé de récupération.',
  },
  'bitlocker/wrong-recovery-password': {
    what: 'La clé de récupération est bien formée, mais n’est pas celle de ce volume BitLocker.',
    next: 'Cherchez la clé dont l’écran de récupération affiche l’identifiant.',
  },
  'bitlocker/recovery-password': {
    what: 'La clé de récupération ne peut pas être correcte : {message}.',
    next: 'Comparez-la avec l’impression ou le fichier : huit groupes de six chiffres.',
  },
  'drivers/unusable': {
    what: 'Le dossier de pilotes {path} n’est pas utilisable : {message}.',
    next: 'Choisissez un dossier contenant des pilotes décompressés : des fichiers .inf avec leurs fichiers .sys et .cat à côté.',
  },
  'windows/unusable-text': {
    what: 'Le programme {tool} de Windows ne peut pas recevoir {text} : {message}.',
    next: 'Utilisez un nom ou un dossier sans de tels caractères.',
  },
  'vhdx/unsupported': {
    what: '{path} est un disque virtuel inutilisable : {message}.',
    next: 'Utilisez-en un de taille fixe, tel que ce programme le crée.',
  },
  'ventoy/package-not-found': {
    what: 'Le fichier {path} n’existe pas.',
    next: 'Vérifiez le nom, ou choisissez à nouveau l’archive de Ventoy.',
  },
  'ventoy/package-unreadable': {
    what: 'L’archive de Ventoy {path} ne peut pas être lue : {message}.',
    next: 'Vérifiez que vous avez le droit de la lire et que son disque est en bon état, ou copiez-la d’abord ailleurs.',
  },
  'ventoy/package-not-recognised': {
    what: '{path} n’est pas une archive de version de Ventoy : {message}.',
    next: 'Téléchargez ventoy-x.y.z-linux.tar.gz depuis la page des versions de Ventoy et choisissez ce fichier tel quel.',
  },
  'ventoy/package-source': {
    what: '{path} contient le code source de Ventoy. Il y manque les programmes qui créent une clé.',
    next: 'Utilisez une archive complète : ventoy-x.y.z-linux.tar.gz depuis la page des versions de Ventoy.',
  },
  'ventoy/package-platform': {
    what: '{path} est Ventoy {version} pour {platform}. Il y manque les programmes que cet ordinateur peut exécuter.',
    next: 'Téléchargez {wanted} depuis la page des versions de Ventoy et choisissez ce fichier.',
  },
  'ventoy/package-incomplete': {
    what: 'L’archive de Ventoy {path} n’est pas complète : {message}.',
    next: 'Utilisez une archive complète, telle qu’elle vient de la page des versions de Ventoy.',
  },
  'ventoy/package-contradiction': {
    what: 'L’archive de Ventoy {path} se contredit : {message}.',
    next: 'Téléchargez à nouveau l’archive depuis la page des versions de Ventoy, et gardez son nom.',
  },
  'ventoy/package-damaged': {
    what: 'L’archive de Ventoy {path} est endommagée : {message}.',
    next: 'Téléchargez-la à nouveau et comparez son SHA-256 avec celui de l’éditeur.',
  },
  'ventoy/package-unsafe': {
    what: 'L’archive {path} n’a pas été décompressée, car elle pourrait être nuisible : {message}.',
    next: 'Ne l’utilisez pas. Téléchargez l’archive depuis la page des versions de Ventoy et comparez son SHA-256.',
  },
  'ventoy/package-hash-mismatch': {
    what: 'L’archive de Ventoy {path} n’est pas celle qui était attendue. Son SHA-256 est {actual}, {expected} était attendu.',
    next: 'Ne l’utilisez pas. Téléchargez-la à nouveau chez son éditeur et comparez encore une fois.',
  },
  'ventoy/package-hashes-differ': {
    what: 'Deux valeurs SHA-256 ont été trouvées pour l’archive de Ventoy {path} : {given} a été indiquée, {beside} figure dans le sha256.txt à côté d’elle.',
    next: 'Déterminez laquelle indique l’éditeur. Corrigez la valeur, ou supprimez le sha256.txt.',
  },
  'ventoy/package-changed': {
    what: 'L’archive de Ventoy {path} n’est plus le fichier qui a été vérifié.',
    next: 'Assurez-vous qu’aucun téléchargement ni aucune copie n’est en cours, puis choisissez à nouveau l’archive.',
  },
  'ventoy/package-unpack': {
    what: 'L’archive de Ventoy n’a pas pu être décompressée dans {path} : {message}.',
    next: 'Libérez de la place ou choisissez un autre dossier de travail, puis réessayez.',
  },
  'ventoy/package-not-kept': {
    what: 'Aucune archive de Ventoy {version} n’est gardée sur cet ordinateur.',
    next: 'Choisissez une archive de version, ou laissez le programme en télécharger une.',
  },
  'ventoy/package-store': {
    what: 'Les archives de Ventoy ne peuvent pas être gardées dans {path} : {message}.',
    next: 'Choisissez un dossier qui n’appartient qu’à vous et où il y a de la place, ou indiquez chaque fois le fichier de l’archive.',
  },
  'ventoy/download-address': {
    what: 'Rien n’est téléchargé depuis {url} : {message}.',
    next: 'Utilisez l’adresse https d’une archive de version de Ventoy.',
  },
  'ventoy/download-failed': {
    what: 'Le téléchargement depuis {url} a échoué : {message}.',
    next: 'Vérifiez la connexion et réessayez, ou téléchargez l’archive par un autre moyen et choisissez son fichier.',
  },
  'ventoy/download-status': {
    what: 'Le serveur a répondu à la demande de {url} par l’état {status}.',
    next: 'Vérifiez l’adresse, ou téléchargez l’archive par un autre moyen et choisissez son fichier.',
  },
  'ventoy/download-too-large': {
    what: 'Ce que fournit {url} est plus volumineux qu’une archive de Ventoy : plus de {limit:bytes}.',
    next: 'Utilisez l’adresse d’une archive de version de Ventoy, et non d’un autre fichier.',
  },
  'persistence/no-room': {
    what: 'Il n’y a pas de place pour {path} : il faut {needed:bytes}, et {free:bytes} sont libres.',
    next: 'Choisissez une taille plus petite, ou supprimez d’abord quelque chose de la clé.',
  },
  'persistence/exists': {
    what: 'Il y a déjà un fichier {path}.',
    next: 'Agrandissez-le plutôt, ou choisissez un autre nom.',
  },
  'persistence/size': {
    what: '{path} ne peut pas faire {size:bytes} : {message}.',
    next: 'Choisissez une autre taille.',
  },
  'persistence/unusable': {
    what: '{path} ne contient pas de système de fichiers ext4 qui puisse être agrandi : {message}.',
    next: 'Sauvegardez ce dont vous avez besoin, supprimez-le et créez-en un nouveau.',
  },
  'target/too-small': {
    what: '{target} est trop petit : il faut {needed:bytes}, il fait {actual:bytes}.',
    next: 'Utilisez un lecteur plus grand, ou choisissez une édition plus petite ou moins d’espace partagé.',
  },
  'target/not-found': {
    what: 'Le lecteur {target} n’existe pas.',
    next: 'Branchez le lecteur et consultez « sticksmith drives ».',
  },
  'target/not-a-drive': {
    what: '{target} n’est pas un lecteur : {message}.',
    next: 'Indiquez un lecteur entier tel que le liste « sticksmith drives », ou un fichier image qui se termine par .img ou .vhdx.',
  },
  'target/changed': {
    what: '{target} n’est plus le lecteur qui a été confirmé : {message}.',
    next: 'Consultez à nouveau la liste des lecteurs et confirmez le bon.',
  },
  'target/refused': {
    what: '{target} n’est pas utilisable comme cible : {reasons}.',
    next: 'Choisissez un autre lecteur.',
  },
  'target/mounted': {
    what: '{target} est en cours d’utilisation : {mounts} est monté.',
    next: 'Fermez les fichiers et les fenêtres qui affichent ce lecteur, ou autorisez le programme à le démonter.',
  },
  'target/not-empty': {
    what: '{target} n’est pas vide : {what} s’y trouve.',
    next: 'Sauvegardez ce qui est important et videz le lecteur, ou commencez une série qui efface aussi les lecteurs contenant des fichiers.',
  },
  'target/busy': {
    what: '{target} est retenu par un autre programme.',
    next: 'Fermez les programmes qui utilisent le lecteur, ou débranchez-le et rebranchez-le.',
  },
  'target/held': {
    what: '{target} est utilisé par {programs}.',
    next: 'Fermez {programs} et recommencez ; si cela n’aide pas, débranchez le lecteur et rebranchez-le.',
  },
  'target/controlled-folder-access': {
    what: 'Le dispositif d’accès contrôlé aux dossiers de Windows empêche ce programme d’écrire sur {target}.',
    next: 'Ouvrez Sécurité Windows, « Protection contre les virus et menaces », « Gérer la protection contre les ransomware », « Autoriser une application via un dispositif d’accès contrôlé aux dossiers », et ajoutez ce programme. Puis recommencez.',
  },
  'target/guarded': {
    what: 'Quelque chose sur cet ordinateur empêche ce programme d’écrire sur {target}.',
    next: 'Un antivirus ou un programme qui surveille les lecteurs peut en être la cause : autorisez-y ce programme, et recommencez.',
  },
  'target/policy': {
    what: 'Une stratégie de cet ordinateur interdit d’écrire sur {target} : {policy}.',
    next: 'Demandez à la personne qui administre cet ordinateur de l’autoriser, ou utilisez un autre ordinateur.',
  },
  'target/loop-not-allowed': {
    what: '{target} est un fichier qui se fait passer pour un lecteur, où seuls des tests peuvent écrire.',
    next: 'Définissez STICKSMITH_ALLOW_LOOP=1 si vous êtes sûr, ou choisissez un vrai lecteur.',
  },
  'target/not-confirmed': {
    what: 'Tout le contenu de {target} serait effacé, et cela n’a pas été confirmé.',
    next: 'Vérifiez encore une fois la cible et répétez la commande avec --yes.',
  },
  'target/change-not-confirmed': {
    what: '{target} serait modifié, et cela n’a pas été confirmé.',
    next: 'Vérifiez encore une fois la cible et répétez la commande avec --yes.',
  },
  'target/vanished': {
    what: '{target} a disparu pendant son utilisation.',
    next: 'Rebranchez-le, de préférence directement sur l’ordinateur et non sur un concentrateur, puis recommencez.',
  },
  'target/exists': {
    what: 'Le fichier {target} existe et serait remplacé.',
    next: 'Choisissez un autre nom, ou confirmez avec --yes qu’il peut être remplacé.',
  },
  'target/unusable-path': {
    what: 'Le fichier image {target} ne peut pas être créé : {message}.',
    next: 'Choisissez un autre nom ou un autre dossier, où vous avez le droit d’écrire et où il y a de la place.',
  },
  'io/read': {
    what: 'La lecture de {path} a échoué à l’octet {offset} : {message}.',
    next: 'Le support est peut-être défaillant. Essayez un autre port ou un autre câble, puis un autre lecteur.',
  },
  'io/write': {
    what: 'L’écriture sur {path} a échoué à l’octet {offset} : {message}.',
    next: 'Le lecteur est peut-être défaillant ou protégé en écriture. Essayez un autre port ou un autre câble, puis un autre lecteur.',
  },
  'verify/mismatch': {
    what: '{target} a rendu d’autres données que celles qui ont été écrites, pour la première fois à l’octet {offset} : {cause}.',
    next: 'Essayez un autre port ou un autre câble. Si cela se reproduit, n’utilisez pas ce lecteur.',
  },
  'work/full': {
    what: 'Il manque {missing:bytes} dans le dossier de travail {path} : il faut {needed:bytes}.',
    next: 'Libérez de la place, choisissez un dossier de travail sur un autre disque (--work-dir, ou Paramètres), ou décompressez directement sur le lecteur (--direct), ce qui est lent.',
  },
  'work/unusable': {
    what: 'Le dossier de travail {path} n’est pas utilisable : {message}.',
    next: 'Choisissez un dossier de travail où vous avez le droit d’écrire, sur un système de fichiers acceptant les fichiers à trous (pas FAT).',
  },
  'work/damaged': {
    what: 'Le fichier {path} du dossier de travail a changé après sa création, pour la première fois à l’octet {offset}.',
    next: 'Recommencez : Windows est décompressé à nouveau. Si cela se produit deux fois, le disque du dossier de travail est défaillant.',
  },
  'cache/not-found': {
    what: 'Le Windows gardé {key} n’existe pas.',
    next: 'Consultez « sticksmith cache » pour voir ceux qui existent.',
  },
  'cache/in-use': {
    what: 'Un travail utilise en ce moment le Windows gardé {key}.',
    next: 'Attendez la fin du travail, ou annulez-le.',
  },
  'diary/unusable': {
    what: 'Le carnet dans {path} n’est pas utilisable : {message}.',
    next: 'Assurez-vous d’avoir le droit d’écrire dans ce dossier et qu’il y a de la place sur son disque. Le contenu du carnet n’a pas été modifié.',
  },
  'diary/newer': {
    what: 'Le carnet {path} a été écrit par une version plus récente de ce programme.',
    next: 'Utilisez cette version. Rien n’a été modifié dans le carnet.',
  },
  'diary/busy': {
    what: 'Un autre programme écrit depuis trop longtemps dans le carnet, d’après le contenu de {path}.',
    next: 'Fermez les autres fenêtres et commandes de Sticksmith et réessayez. S’il n’y en a pas, supprimez ce dossier.',
  },
  'diary/full': {
    what: 'Le carnet contient {limit} notes au plus.',
    next: 'Exportez-le et supprimez d’abord d’anciennes notes.',
  },
  'diary/not-found': {
    what: 'Il n’y a pas de note {id} dans le carnet.',
    next: 'Consultez « sticksmith diary list » pour voir celles qui existent.',
  },
  'diary/unreadable': {
    what: '{path} ne contient pas de carnet lisible : {message}.',
    next: 'Indiquez un fichier .json exporté depuis un carnet. Rien n’a été ajouté.',
  },
  'diary/no-identity': {
    what: '{target} ne peut pas être distinguée d’autres clés : {message}.',
    next: 'Indiquez de quelle clé il s’agit avec --stick, par son ID dans le carnet ou dans le rapport de sa création.',
  },
  'records/unusable': {
    what: 'Les fiches dans {path} ne sont pas utilisables : {message}.',
    next: 'Assurez-vous d’avoir le droit d’écrire dans ce dossier et qu’il y a de la place sur son disque. Les fiches déjà enregistrées n’ont pas été modifiées.',
  },
  'records/busy': {
    what: 'Un autre programme écrit des fiches depuis trop longtemps, d’après le contenu de {path}.',
    next: 'Fermez les autres fenêtres et commandes de Sticksmith et réessayez. S’il n’y en a pas, supprimez ce dossier.',
  },
  'records/not-found': {
    what: 'La fiche {id} n’existe pas.',
    next: 'Consultez « sticksmith records list » pour voir celles qui existent.',
  },
  'records/unreadable': {
    what: 'La fiche {path} est endommagée ou provient d’une version plus récente de ce programme.',
    next: 'Utilisez la version la plus récente, ou examinez vous-même le fichier. Il n’a pas été modifié.',
  },
  'records/no-label': {
    what: 'La fiche {id} concerne un lecteur redevenu ordinaire, pour lequel il n’y a pas d’étiquette.',
    next: 'Imprimez l’étiquette d’une clé qui a été créée ; « sticksmith records list » les montre.',
  },
  'records/line-file': {
    what: 'Des fiches n’ont pas pu être ajoutées à {path} : {message}.',
    next: 'Assurez-vous que le fichier est accessible et inscriptible. Les lignes attendent ici, et un nouvel essai aura lieu avec la prochaine fiche.',
  },
  'host/cannot': {
    what: 'Un ordinateur sous {platform} ne peut pas encore faire ceci : {what}.',
    next: 'Passez-vous-en, ou créez la clé sur un ordinateur sous Linux.',
  },
  'tool/missing': {
    what: 'Il manque {tool} sur cet ordinateur, nécessaire pour ceci : {purpose}.',
    next: 'Installez-le avec : {install}',
  },
  'tool/failed': {
    what: 'Le programme {tool} a échoué : {message}.',
    next: 'Consultez le journal pour voir ce qu’il a indiqué.',
  },
  'file/unwritable': {
    what: 'Le fichier {path} ne peut pas être écrit : {message}.',
    next: 'Choisissez un dossier où vous avez le droit d’écrire et où il y a de la place.',
  },
  'data/unwritable': {
    what: 'Impossible d’écrire dans le dossier {path}, où Sticksmith garde ses paramètres et ses journaux : {message}.',
    next: 'S’il se trouve sur un support protégé en écriture, retirez la protection, ou copiez tout le dossier du programme sur un support inscriptible. Sinon, assurez-vous d’avoir le droit d’y écrire et qu’il y a de la place.',
  },
  'permission/denied': {
    what: 'L’accès à {path} a été refusé.',
    next: 'Choisissez un emplacement que vous avez le droit d’utiliser, ou recommencez avec les droits nécessaires.',
  },
  'ventoy/run-failed': {
    what: 'Le programme de Ventoy n’a pas pu faire son travail : {message}.',
    next: 'Consultez ce qu’il a affiché dans le journal, puis recommencez.',
  },
  'ventoy/run-silent': {
    what: 'Le programme de Ventoy a été interrompu : {message}.',
    next: 'Le lecteur est peut-être défaillant. Essayez un autre port, puis un autre lecteur.',
  },
  'mount/unsupported': {
    what: 'La partition de {target} n’est pas utilisable : {message}.',
    next: 'La première partition de Ventoy doit être en exFAT, NTFS ou FAT32 pour que ce programme puisse la modifier ; réinstallez Ventoy, ou modifiez-la sur un ordinateur qui connaît ce système de fichiers.',
  },
  'mount/unclean': {
    what: 'Le système de fichiers de {target} ne peut pas être modifié : {message}.',
    next: 'Branchez le lecteur sur un ordinateur Windows, faites-le vérifier (chkdsk /f) et arrêtez complètement Windows, sans veille ni démarrage rapide. Puis recommencez.',
  },
  'mount/failed': {
    what: 'Le système de fichiers de {target} ne peut pas être ouvert : {message}.',
    next: 'Faites vérifier la partition sur le dernier ordinateur utilisé. Si elle est endommagée, réinstallez Ventoy.',
  },
  'mount/busy': {
    what: '{target} est prêt, sauf son système de fichiers en {path}, encore utilisé par un autre programme.',
    next: 'Fermez les programmes qui affichent des fichiers du lecteur. Ne le débranchez pas avant.',
  },
  'elevation/denied': {
    what: 'Écrire sur un lecteur nécessite des droits d’administrateur, qui n’ont pas été accordés.',
    next: 'Recommencez et saisissez le mot de passe quand il est demandé, ou exécutez la commande avec sudo.',
  },
  'elevation/unavailable': {
    what: 'Cet ordinateur n’a aucun moyen de demander des droits d’administrateur : {message}.',
    next: 'Exécutez la ligne de commande avec sudo, ou installez un agent polkit pour votre bureau.',
  },
  'helper/lost': {
    what: 'Le programme qui écrit sur le lecteur s’est arrêté de façon inattendue : {message}.',
    next: 'Recommencez. Si cela se produit deux fois, signalez-le avec le journal.',
  },
  'helper/protocol': {
    what: 'Un message entre les parties du programme n’a pas été compris : {message}.',
    next: 'Redémarrez le programme. Si cela se reproduit, signalez-le avec le journal.',
  },
  'ventoy/config-json': {
    what: 'ventoy.json ne peut pas être lu : ligne {line}, colonne {column} : {message}.',
    next: 'Corrigez le fichier à cet endroit. Rien n’y a été modifié.',
  },
  'ventoy/config-invalid': {
    what: 'ventoy.json n’est pas utilisable : {message}.',
    next: 'Corrigez le fichier, ou retirez-en ce qui est incorrect. Rien n’y a été modifié.',
  },
  'repair/not-understood': {
    what: '{target} ne peut pas être réparée : {message}.',
    next: 'Rien n’a été modifié. Sauvegardez ce qui est important sur un autre ordinateur, puis recréez la clé.',
  },
  'repair/encrypted': {
    what: 'Ce qui démarre {target} doit être pris dans son Windows, qui est chiffré.',
    next: 'Recommencez avec le mot de passe ou la clé de récupération de la clé USB (--password-stdin).',
  },
  'repair/no-boot-files': {
    what: 'Il manque au Windows de {target} les fichiers à partir desquels un ordinateur démarre : {message}.',
    next: 'Sauvegardez ce qui est important, puis recréez la clé.',
  },
  'repair/ventoy': {
    what: '{target} est une clé Ventoy, que répare le programme de Ventoy.',
    next: 'Recommencez avec une archive de version de Ventoy (--ventoy-package FICHIER) ; les fichiers de la clé restent.',
  },
  'repair/not-undone': {
    what: 'La réparation de {target} a échoué, et l’état antérieur n’a pas pu être rétabli : {message}.',
    next: 'Relancez la réparation. L’état antérieur est conservé dans {saved} jusqu’à ce que vous le supprimiez.',
  },
  'restore/too-small': {
    what: '{target} est trop petit pour des fichiers : il fait {actual:bytes}, et il faut {needed:bytes}.',
    next: 'Utilisez un lecteur plus grand.',
  },
  'restore/mbr-too-small': {
    what: 'La table de partition demandée, un MBR, ne peut pas couvrir tout {target}, qui fait {actual:bytes}.',
    next: 'Prenez GPT, ou laissez le choix à Sticksmith.',
  },
  'restore/not-ordinary': {
    what: '{target} a été écrit, et ce qui peut en être lu est autre chose : {message}.',
    next: 'Recommencez, sur un autre port USB ; si cela échoue encore, le lecteur est usé ou moins grand qu’il ne le prétend : testez-le.',
  },
  'check/failed': {
    what: '{target} ne démarrerait aucun ordinateur : {failed}.',
    next: 'Recréez la clé ; si cela échoue encore, utilisez un autre lecteur.',
  },
};
