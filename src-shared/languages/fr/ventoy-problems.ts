import type { VentoyProblemTexts } from '../../ventoy-json/problem-texts';

/** What can be wrong with a ventoy.json, in a sentence without its full stop. */
export const ventoyProblems: VentoyProblemTexts = {
  'unknown-plugin': 'Ventoy ne connaît pas « {name} » ; il connaît {known}',
  'name-case': 'Ventoy ne connaît « {name} » qu’en minuscules',
  'not-list': '« {name} » doit être une liste, entre crochets',
  'not-object': '« {name} » doit être un objet, entre accolades',
  'not-text': '« {name} » doit être un texte, entre guillemets',
  'not-number': '« {name} » doit être un nombre',
  'not-path': '« {name} » doit être un chemin',
  'not-paths': '« {name} » doit être un chemin ou une liste de chemins',
  'item-not-path': 'un chemin est attendu ici',
  missing: '« {name} » manque',
  'too-long': '« {name} » fait au plus {most} octets',
  value: '« {name} » accepte {values}',
  'setting-not-object':
    'un réglage doit être un nom et son texte, entre accolades, comme "VTOY_MENU_TIMEOUT": "10"',
  'setting-empty': 'un objet sans réglage trouble Ventoy',
  'several-settings':
    'Ventoy ne prend que le premier réglage d’un objet ; {others} a besoin du sien',
  'set-again': '{name} est défini à nouveau plus bas, et c’est ce qui compte',
  'unknown-setting': 'Sticksmith ne connaît pas de réglage {name} ; Ventoy peut-être',
  'setting-case': 'Ventoy ne connaît {name} qu’en majuscules',
  'setting-switch': '{name} vaut « {value} », mais accepte "0" ou "1"',
  'setting-choice': '{name} vaut « {value} », mais accepte {choices}',
  'setting-seconds': '{name} vaut « {value} », mais accepte un nombre entier de secondes',
  'setting-folders': '{name} vaut « {value} », mais accepte un nombre entier de dossiers',
  'setting-image':
    '{name} vaut « {value} », mais accepte le chemin d’une image, VTOY_EXIT ou une touche telle que F4>boot_windows',
  'setting-folder':
    '{name} vaut « {value} », mais accepte le chemin d’un dossier, qui commence par /',
  'setting-language': '{name} vaut « {value} », mais accepte une langue telle que de_DE',
  'entry-not-object': 'une entrée de {name} doit être un objet, entre accolades',
  'no-target':
    'une entrée de {name} a besoin de {targets}, sous forme de texte, pour dire ce qu’elle concerne',
  'name-part-empty': 'un texte vide fait partie de tous les noms',
  'name-part-too-long': 'une partie d’un nom fait au plus {most} octets',
  'no-files': '« {name} » n’indique aucun fichier',
  'autosel-range':
    '« autosel » accepte un nombre de 0, aucun d’eux, à {most}, le dernier « {name} »',
  'timeout-range': '« timeout » accepte un nombre de secondes à partir de 0',
  'no-replaced-file': '« org » doit indiquer le fichier dans l’image',
  'too-many-replacements': 'Ventoy remplace au plus {most} fichiers dans une image',
  'boot-file-suffix': 'le nom du fichier doit se terminer par .vcfg',
  'alias-empty': 'un nom du menu ne peut pas être vide',
  'alias-variable': 'Ventoy prend ce qui suit un $ pour une variable',
  'first-counts': 'une autre entrée concerne la même chose, et la première compte',
  'last-counts': 'une autre entrée concerne la même chose, et la dernière compte',
  'both-image-lists':
    'image_list et image_blacklist ne vont pas ensemble : l’un prend la place de l’autre',
  'image-list-empty': 'avec un image_list vide, Ventoy n’affiche aucune image',
  'path-relative': 'un chemin commence par /, à la racine de la partition qui contient les images',
  'path-backslash': 'un chemin a / entre ses parties, pas une barre oblique inverse',
  'path-slashes': 'un chemin n’a pas deux barres obliques de suite',
  'path-parent': 'un chemin ne contient pas ..',
  'path-end': 'un chemin n’a pas de barre oblique à la fin',
  'path-no-file': 'un fichier est attendu ici',
  'path-too-long': 'un chemin fait au plus {most} octets',
  'path-wildcard': 'Ventoy ne connaît pas * comme caractère générique ici',
  'nothing-fits': 'aucun fichier de la clé ne correspond à {path}',
  'missing-file': 'il n’y a pas de fichier {path} sur la clé',
  'missing-folder': 'il n’y a pas de dossier {path} sur la clé',
  'spelt-differently':
    'sur la clé, cela s’appelle {path}, et Ventoy distingue majuscules et minuscules',
  'password-form': 'un mot de passe s’écrit md5#…, md5#salt#… ou txt#…, avec 64 octets au plus',
  'password-clear':
    'quiconque a la clé peut lire ce mot de passe ; choisissez-le à nouveau pour que seul son hachage soit enregistré',
  'theme-size': '« gfxmode » accepte une taille telle que 1024x768, ou max',
  number:
    'Ventoy ne lit que des nombres entiers à partir de 0 et ignore un fichier qui en contient un autre',
  'quotation-mark':
    'Ventoy ne connaît pas les guillemets dans un texte et ignore un fichier qui en contient',
  escape:
    'Ventoy ne connaît pas les séquences d’échappement : une barre oblique inverse ou un caractère de contrôle s’affiche tel quel',
  'text-repeated-name': '« {name} » figure deux fois ; seul le premier compte',
  'text-escape': 'Ventoy ne connaît pas les séquences d’échappement dans {token}',
  'text-number': 'Ventoy ne lit pas le nombre {token}',
  'text-too-large': 'il dépasse 1 MiB',
  'text-utf16': 'il est en UTF-16, et Ventoy accepte UTF-8',
  'text-not-utf8': 'il n’est pas en UTF-8, que Ventoy exige',
};
