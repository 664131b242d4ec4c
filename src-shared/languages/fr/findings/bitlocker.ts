/** What is found of an encrypted volume and its keys. */
export const bitLocker = {
  'bitlocker.metadata.good': 'Les trois copies des métadonnées sont intactes et identiques',
  'bitlocker.metadata.some': 'Métadonnées : {copies}',
  'bitlocker.metadata.closed': 'Le volume est chiffré et ne peut pas être ouvert : {problem}',
  'bitlocker.copy.good': 'copie {number} en bon état',
  'bitlocker.copy.different': 'copie {number} différente de la première',
  'bitlocker.copy.damaged': 'copie {number} endommagée',
  'bitlocker.copy.unreadable': 'copie {number} illisible',
  'bitlocker.state.encrypted': 'Le volume est chiffré, et doit le rester',
  'bitlocker.state.unfinished':
    'Le chiffrement ou le déchiffrement du volume a commencé et n’est pas terminé',
  'bitlocker.size.other-method':
    'Le volume est chiffré avec une autre méthode de chiffrement que XTS-AES',
  'bitlocker.size.right': 'Le volume chiffré occupe toute sa partition de {bytes} octets',
  'bitlocker.size.wrong': 'Le volume chiffré fait {volume} octets, sa partition {partition}',
  'bitlocker.protectors.clear-key':
    'La clé de chiffrement se trouve en clair à côté des données : rien n’est protégé',
  'bitlocker.protectors.no-password': 'Aucun mot de passe n’ouvre le volume',
  'bitlocker.protectors.right': 'Un mot de passe l’ouvre, ainsi que la clé de récupération {key}',
  'bitlocker.protectors.no-recovery-key':
    'Seul un mot de passe l’ouvre ; il n’y a pas de clé de récupération',

  'bitlocker.password.opens': 'Le mot de passe ouvre le volume',
  'bitlocker.recovery-key.none': 'Le volume n’a pas de clé de récupération',
  'bitlocker.recovery-key.refused': 'La clé de récupération du volume ne l’ouvre pas',
  'bitlocker.recovery-key.opens': 'La clé de récupération {key} l’ouvre aussi',
  'bitlocker.recovery-key.other': 'La clé de récupération est celle d’un autre volume',
  'bitlocker.key-file.right': 'Le fichier de la clé de récupération contient la bonne',
  'bitlocker.key-file.wrong':
    'Le fichier de la clé de récupération, {path}, n’est pas tel qu’il a été enregistré : {problem}',
  'bitlocker.key-file.no-key': 'il ne contient pas de clé',
  'bitlocker.key-file.other-key': 'il contient une autre clé',
} as const;
