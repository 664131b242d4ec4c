import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { aliasOf } from '../../../src-shared/ventoy-json';
import { Field } from '../../components/Field';
import { Fold } from '../../components/Fold';
import { fileName } from '../../components/file-name';
import { useMenuConfig } from '../../components/ventoy/use-menu-config';
import { useActions, useWizard } from '../../store/context';
import { type StickImage, stickImages } from '../../store/ventoy/images';
import { SHOWN_MODE } from '../../store/ventoy/menu';

/** What each image is called in the menu, and what comes with it when it starts. */
export function MenuImages(): React.JSX.Element | null {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const { shown } = useMenuConfig();
  const images = stickImages(ventoy);
  if (images.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{t('ventoy.menu.images')}</h2>
      {images.map((image) => (
        <MenuImage
          key={image.id}
          image={image}
          alias={aliasOf(shown, { image: `/${image.name}` }, SHOWN_MODE) ?? ''}
        />
      ))}
    </section>
  );
}

function MenuImage(props: { image: StickImage; alias: string }): React.JSX.Element {
  const { t } = useTranslation();
  const { image, alias } = props;
  const { id, name } = image;
  const { setAlias } = useActions();
  return (
    <div className="menu-image">
      <Field
        label={name}
        value={alias}
        hint={t('ventoy.menu.aliasHint')}
        onChange={(typed) => {
          setAlias(id, typed);
        }}
      />
      <Fold label={t('ventoy.menu.more', { name })}>
        <Templates image={image} />
        <Injection image={image} />
        <Replacements image={image} />
      </Fold>
    </div>
  );
}

function Templates({ image }: { image: StickImage }): React.JSX.Element {
  const { t } = useTranslation();
  const { id } = image;
  const templates = useWizard((state) => state.answers.ventoy.menu.templates[id]) ?? [];
  const { addTemplate, removeTemplate } = useActions();
  return (
    <FileList
      title={t('ventoy.menu.templates')}
      text={t('ventoy.menu.templatesText')}
      files={templates}
      add={t('ventoy.menu.addTemplate')}
      onAdd={() => void addTemplate(id)}
      onRemove={(source) => {
        removeTemplate(id, source);
      }}
    />
  );
}

function Injection({ image }: { image: StickImage }): React.JSX.Element {
  const { t } = useTranslation();
  const { id } = image;
  const archive = useWizard((state) => state.answers.ventoy.menu.injections[id]);
  const { chooseInjection, removeInjection } = useActions();
  return (
    <FileList
      title={t('ventoy.menu.injection')}
      text={t('ventoy.menu.injectionText')}
      files={archive === undefined ? [] : [archive]}
      add={t(archive === undefined ? 'yours.choose' : 'yours.chooseOther')}
      onAdd={() => void chooseInjection(id)}
      onRemove={() => {
        removeInjection(id);
      }}
    />
  );
}

function FileList(props: {
  title: string;
  text: string;
  files: readonly string[];
  add: string;
  onAdd: () => void;
  onRemove: (source: string) => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="file-choice">
      <h3 id={id}>{props.title}</h3>
      <p className="quiet">{props.text}</p>
      {props.files.map((source) => (
        <p className="row between" key={source}>
          <span className="path">{source}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={t('ventoy.images.remove', { name: fileName(source) })}
            onClick={() => {
              props.onRemove(source);
            }}
          >
            <X size={16} aria-hidden />
          </button>
        </p>
      ))}
      <div className="row">
        <button
          type="button"
          className="secondary small"
          aria-describedby={id}
          onClick={props.onAdd}
        >
          <Plus size={16} aria-hidden />
          {props.add}
        </button>
      </div>
    </div>
  );
}

function Replacements({ image }: { image: StickImage }): React.JSX.Element {
  const { t } = useTranslation();
  const { id } = image;
  const titleId = useId();
  const list = useWizard((state) => state.answers.ventoy.menu.replacements[id]) ?? [];
  const { addReplacement, changeReplacement, removeReplacement } = useActions();
  return (
    <div className="file-choice">
      <h3 id={titleId}>{t('ventoy.menu.replacements')}</h3>
      <p className="quiet">{t('ventoy.menu.replacementsText')}</p>
      {list.map(({ inImage, source }, index) => (
        <Field
          key={index}
          label={t('ventoy.menu.replacedBy', { name: fileName(source) })}
          value={inImage}
          mono
          hint={t('ventoy.menu.replacedHint')}
          error={/^\/./.test(inImage) ? undefined : t('problems.replacement-path')}
          onChange={(typed) => {
            changeReplacement(id, index, typed);
          }}
        >
          <button
            type="button"
            className="icon-button"
            aria-label={t('ventoy.images.remove', { name: fileName(source) })}
            onClick={() => {
              removeReplacement(id, index);
            }}
          >
            <X size={16} aria-hidden />
          </button>
        </Field>
      ))}
      <div className="row">
        <button
          type="button"
          className="secondary small"
          aria-describedby={titleId}
          onClick={() => void addReplacement(id)}
        >
          <Plus size={16} aria-hidden />
          {t('ventoy.menu.addReplacement')}
        </button>
      </div>
    </div>
  );
}
