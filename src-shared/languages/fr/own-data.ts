import type { ownData as english } from '../en/own-data';
import type { Worded } from '../worded';

/** What is in the settings beside those themselves: folders, trusted hashes, logs, and what support needs. */
export const ownData: Worded<typeof english> = {
  settingsTabs: {
    label: 'Parties des paramètres',
    general: 'Général',
    storage: 'Stockage',
    trusted: 'Images approuvées',
    support: 'Aide et journaux',
  },

  settingsGeneral: {
    sounds: 'Sons',
    soundsText:
      'Le poste de création signale par un son qu’une clé est prête ou a échoué. Il l’affiche aussi.',
    reset: 'Tout rétablir',
    resetText:
      'Langue, apparence, sons, dossier de travail et quantité gardée. Les images approuvées restent.',
    wasReset: 'Tout est comme au début.',
  },

  recipeFolder: {
    title: 'Recettes',
    text: 'Les recettes que vous enregistrez ou importez sont conservées ici. Un dossier sur un partage est le même pour tous.',
  },

  dataFolder: {
    title: 'Paramètres et journaux',
    text: 'Les paramètres, les journaux et le carnet de cet utilisateur sont conservés ici.',
    portable: 'Sticksmith est portable ici : tout ce qui lui appartient se trouve à côté de lui.',
    open: 'Afficher les journaux',
  },

  trusted: {
    text: 'Les images ayant ces valeurs SHA-256 passent l’étape « L’image est-elle authentique ? » sans autre comparaison.',
    loading: 'Recherche des images approuvées…',
    failedTitle: 'Impossible de lister les images approuvées',
    empty: 'Aucune image n’est encore approuvée.',
    since: 'depuis le {{date}}',
    remove: 'Supprimer',
    removeOne: 'Supprimer {{name}}',
    removed: '{{name}} n’est plus approuvée.',
    undo: 'Annuler',
    addTitle: 'En ajouter une à la main',
    name: 'Son nom',
    nameHint: 'Par exemple le nom du fichier',
    hash: 'SHA-256',
    hashBad: 'Un SHA-256 se compose de 64 caractères, de 0 à 9 et de a à f.',
    add: 'Approuver',
  },

  support: {
    text: 'En cas de problème, ces informations aident d’autres personnes à en trouver la cause. Elles ne contiennent ni mot de passe ni clé. Rien n’est envoyé : lisez-les, puis copiez-les ou enregistrez-les.',
    gather: 'Rassembler les informations',
    gathering: 'Rassemblement…',
    failedTitle: 'Impossible de rassembler les informations',
    preview: 'Informations pour l’assistance',
    copy: 'Copier les informations pour l’assistance',
    save: 'Enregistrer dans un fichier…',
  },
};
