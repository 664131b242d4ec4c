/** What to do about a finding. */
export const advice = {
  'next.again': 'Recréez la clé ; si cela échoue encore, utilisez un autre lecteur.',
  'next.again-alone': 'Recréez la clé.',
  'next.repair': 'Réparez la clé ; si cela n’aide pas, recréez-la.',
  'next.slow': 'La clé fonctionne, mais l’écriture peut y être lente. Recréez-la pour y remédier.',

  'next.mbr.active-partition': 'Un BIOS ne saurait pas quoi démarrer. Réparez la clé.',
  'next.mbr.boot-code': 'Un BIOS ne démarrerait rien ; UEFI s’en passe. Réparez la clé.',
  'next.mbr.boot-sector':
    'Un BIOS n’atteindrait pas le gestionnaire de démarrage ; UEFI s’en passe. Réparez la clé.',
  'next.mbr.boot-manager':
    'Un BIOS ne trouverait pas de gestionnaire de démarrage. Réparez la clé.',

  'next.efi.size':
    'Les mises à jour des fichiers de démarrage risquent de ne pas y tenir. Recréez la clé avec une partition système EFI plus grande.',
  'next.efi.fonts':
    'Le gestionnaire de démarrage se lance, mais ne peut pas afficher de texte. Créez la clé à partir d’une autre image.',
  'next.efi.boot-file': 'Le micrologiciel ne trouverait rien à démarrer. Réparez la clé.',
  'next.efi.boot-manager':
    'Le gestionnaire de démarrage n’est pas celui de ce Windows. Réparez la clé.',
  'next.efi.signature':
    'Avec Secure Boot, l’ordinateur refuse cette clé : désactivez Secure Boot, ou recréez la clé à partir d’une image de Microsoft.',
  'next.efi.signer':
    'Avec Secure Boot, un ordinateur ne démarre cette clé que si son propriétaire fait confiance à ce signataire.',
  'next.loader.program':
    'Le gestionnaire de démarrage s’arrêterait avec 0xc000007b. Recréez la clé ; si cela échoue encore, utilisez un autre lecteur.',
  'next.loader.signature':
    'Avec Secure Boot, le gestionnaire de démarrage s’arrête avec 0xc0000428 : désactivez Secure Boot, ou recréez la clé à partir d’une image de Microsoft.',

  'next.bcd.setup':
    'Windows démarre, mais sa configuration initiale peut refuser ce magasin. Réparez la clé.',
  'next.bcd.device':
    'Le magasin BCD désigne des partitions d’un autre lecteur, comme après la copie d’une clé. Réparez la clé.',
  'next.bcd.locale': 'La clé démarre ; le gestionnaire de démarrage s’affiche alors en anglais.',
  'next.bcd.recovery':
    'Après des démarrages échoués, Windows cherche un environnement de récupération, qu’une clé n’a pas : recréez la clé, ou désactivez-le avec reagentc /disable.',

  'next.ntfs.size': 'Le reste de la partition est inutilisable. Recréez la clé.',
  'next.ntfs.start':
    'UEFI démarre Windows malgré tout ; un BIOS a besoin du bon emplacement. Recréez la clé.',
  'next.ntfs.mft-mirror':
    'Démarrez Windows depuis la clé et faites-lui vérifier le lecteur (chkdsk) ; si cela échoue encore, recréez la clé.',
  'next.ntfs.serial': 'C’est ainsi que Windows distingue les volumes. Recréez la clé.',
  'next.ntfs.free-space':
    'Windows démarre, mais risque de manquer de place pour ses mises à jour. Recréez la clé sur un lecteur plus grand, ou supprimez des fichiers.',
  'next.volume-open':
    'Démarrez Windows depuis la clé et arrêtez-le correctement, ou faites vérifier le lecteur par Windows.',
  'next.vhdx.file': 'Windows démarre, mais plus lentement. Recréez la clé pour y remédier.',

  'next.hive.clean':
    'Démarrez Windows depuis la clé et arrêtez-le correctement : il achève la modification à partir de son journal.',
  'next.hive.san-policy':
    'Le Windows de cette clé voit les disques internes d’un ordinateur. C’est peut-être ce que vous avez choisi ; sinon, recréez la clé.',
  'next.hive.portable':
    'Windows peut définir cette valeur à son démarrage. Avec 0, il se considère comme installé sur cet ordinateur.',
  'next.drivers':
    'Windows s’arrêterait avec INACCESSIBLE_BOOT_DEVICE là où ce pilote est nécessaire. Créez la clé à partir d’une image contenant tous les pilotes de Windows.',

  'next.bitlocker.metadata':
    'Le volume s’ouvre tant qu’une copie est intacte, mais recréez bientôt la clé USB.',
  'next.bitlocker.protectors':
    'Une clé USB qui passe d’un ordinateur à l’autre a besoin d’un mot de passe, et d’une clé de récupération en cas d’oubli.',
  'next.bitlocker.recovery-key':
    'Gardez le mot de passe en lieu sûr, et faites créer une nouvelle clé de récupération par Windows.',
  'next.bitlocker.key-file':
    'Le mot de passe ouvre la clé USB. Démarrez-en Windows et enregistrez ce qu’affiche « manage-bde -protectors -get C: » ; ou recréez-la.',

  'next.ventoy.update':
    'Mettez à jour Ventoy sur cette clé : cela réécrit ses propres parties et ne touche pas aux images.',
  'next.ventoy.update-for-bios':
    'Un BIOS ne démarrerait rien. Mettez à jour Ventoy sur cette clé : cela réécrit ses propres parties et ne touche pas aux images.',
  'next.ventoy.update-for-uefi':
    'Les ordinateurs avec UEFI ne démarreraient rien. Mettez à jour Ventoy sur cette clé : cela réécrit ses propres parties et ne touche pas aux images.',
  'next.ventoy.make-again': 'Sauvegardez les images et recréez la clé.',
  'next.ventoy.disk-uuid':
    'C’est ainsi que Ventoy distingue cette clé des autres disques. Sauvegardez les images et recréez la clé.',
  'next.ventoy.reformat':
    'Faites vérifier la partition par le système qui l’a formatée. Si cela n’aide pas, sauvegardez les images et reformatez-la ; Ventoy reste.',
  'next.ventoy.data-label':
    'Donnez son nom à la partition dans un gestionnaire de fichiers, ou sauvegardez les images et recréez la clé.',
  'next.ventoy.table-copy':
    'Faites réécrire la seconde copie par un programme de partitionnement tel que gdisk.',
  'next.ventoy.data-type':
    'Windows risque de ne pas afficher les images. Un programme de partitionnement peut définir le type.',
  'next.ventoy.data-name':
    'Cela n’a pas de conséquence ; les programmes de Ventoy lui auraient donné l’autre nom.',
  'next.ventoy.active':
    'Certains BIOS ne démarrent alors rien. Un programme de partitionnement peut rendre active la partition 1.',
  'next.ventoy.efi-alignment':
    'La clé fonctionne, mais son démarrage est peut-être plus lent que nécessaire.',
  'next.ventoy.efi-type':
    'Un programme de partitionnement peut définir le type ; ou recréez la clé.',
  'next.ventoy.efi-name':
    'Le programme de Ventoy pour Windows ne reconnaîtrait pas la clé. Un programme de partitionnement peut définir le nom.',
  'next.ventoy.efi-attributes':
    'Windows donne alors une lettre de lecteur à la partition 2. Le programme de Ventoy pour Windows le corrige lors d’une mise à jour.',
  'next.ventoy.secure-boot':
    'Mettez à jour Ventoy sur cette clé et choisissez-y si Secure Boot est pris en charge.',
  'next.ventoy.menu':
    'Ventoy démarre sans ces paramètres. Corrigez ventoy/ventoy.json, ou redéfinissez-les.',
  'next.ventoy.menu-files':
    'Ventoy démarre sans ce qui manque. Copiez ces fichiers sur la clé, ou retirez-les de ventoy/ventoy.json.',
  'next.ventoy.images':
    'Copiez à nouveau l’image sur la clé. Si cela échoue encore, le lecteur est peut-être défaillant.',

  'next.boot.uefi-only':
    'Une clé avec un GPT ne démarre que les ordinateurs avec UEFI. Pour ceux à BIOS, créez-la avec un MBR (--scheme mbr).',
  'next.boot.practice-unsigned':
    'Secure Boot doit refuser les programmes de substitution d’un Windows d’exercice : personne ne les a signés. Les programmes de démarrage d’un vrai Windows sont signés par Microsoft.',
  'next.boot.refused':
    'Un ordinateur avec Secure Boot refuserait cette clé. Créez-la à partir d’une image d’origine de Microsoft, ou désactivez Secure Boot dans le micrologiciel de l’ordinateur.',
  'next.boot.closed-virtual-disk':
    'Les programmes de substitution d’un Windows d’exercice démarrent, mais ne peuvent pas lire l’intérieur d’un disque virtuel. Les autres contrôles l’ont suivi comme le ferait Windows.',
  'next.boot.closed-encrypted':
    'Les programmes de substitution d’un Windows d’exercice démarrent, mais ne peuvent pas ouvrir un volume chiffré. Les autres contrôles indiquent ce qui en est connu.',
  'next.boot.untold':
    'Quelque chose a démarré, qui n’affiche rien que ce programme puisse lire. Regardez l’image (--pictures), ou essayez la clé sur un vrai ordinateur.',
  'next.boot.too-slow':
    'Le temps imparti n’a pas suffi à l’essai pour conclure. Essayez la clé sur un vrai ordinateur.',
  'next.boot.enrolment':
    'Sur chaque ordinateur avec Secure Boot, la clé de signature de Ventoy doit être inscrite une fois, au premier démarrage.',
  'next.boot.stopped':
    'Le programme de démarrage s’est arrêté avec l’erreur {code}. Recréez la clé.',
  'next.boot.explained': '{whatHappened} {whatToDo}',
  'next.boot.install': 'Installez-le avec : {command}',
} as const;
