import { Disc3, FileWarning, HardDrive, Pencil, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../../components/DropZone';
import { ErrorCallout } from '../../components/ErrorCallout';
import { Field } from '../../components/Field';
import { Size } from '../../components/Size';
import { Waiting } from '../../components/Waiting';
import { fileName } from '../../components/file-name';
import { useImageFacts } from '../../components/ventoy/use-image-facts';
import { RoomBar } from '../../components/ventoy/RoomBar';
import { StickOnDrive } from '../../components/ventoy/StickOnDrive';
import { useActions, useWizard } from '../../store/context';
import type { FileToAdd } from '../../store/ventoy/actions';
import type { AddedImage } from '../../store/ventoy/answers';
import {
  type PresentImage,
  nameProblems,
  presentId,
  presentImages,
} from '../../store/ventoy/images';

/** The images on a Ventoy stick: those that are there, those that come, and what can’t. */
export function ImagesOfStick(): React.JSX.Element {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const files = useWizard((state) => state.filesToAdd);
  const present = presentImages(ventoy);
  const isEmpty = ventoy.images.length + files.length + present.length === 0;
  const reading = files.find(({ error }) => error === null);
  return (
    <>
      <p className="lead">{t('ventoy.images.lead')}</p>
      <StickOnDrive />
      {reading !== undefined && (
        <Waiting words={t('ventoy.images.reading', { name: fileName(reading.path) })} />
      )}
      {files.map((file) => (
        <UnusableFile key={file.path} file={file} />
      ))}
      {ventoy.images.length > 0 && (
        <section className="stack">
          <h2>{t('ventoy.images.added')}</h2>
          <ul className="images" aria-label={t('ventoy.images.added')}>
            {ventoy.images.map((image) => (
              <Added key={image.id} image={image} />
            ))}
          </ul>
        </section>
      )}
      {present.length > 0 && (
        <section className="stack">
          <h2>{t('ventoy.images.present')}</h2>
          <ul className="images" aria-label={t('ventoy.images.present')}>
            {present.map((image) => (
              <Present key={image.path} image={image} />
            ))}
          </ul>
        </section>
      )}
      <RoomBar />
      {/* Always in this place, so that what is being typed stays when an image that was read meanwhile is listed. */}
      <AddImages isEmpty={isEmpty} />
    </>
  );
}

function AddImages({ isEmpty }: { isEmpty: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const { addImages, chooseImages } = useActions();
  return (
    <>
      <DropZone
        words={t('ventoy.images.drop')}
        button={t('ventoy.images.choose')}
        onDrop={(paths) => void addImages(paths)}
        onChoose={() => void chooseImages()}
      />
      <TypedPath />
      {isEmpty && <p className="quiet">{t('ventoy.images.empty')}</p>}
    </>
  );
}

function TypedPath(): React.JSX.Element {
  const { t } = useTranslation();
  const [path, setPath] = useState('');
  const { addImages } = useActions();
  const add = (): void => {
    if (path.trim() === '') return;
    void addImages([path.trim()]);
    setPath('');
  };
  return (
    <Field label={t('ventoy.images.path')} value={path} onChange={setPath} onEnter={add}>
      <button type="button" className="secondary" disabled={path.trim() === ''} onClick={add}>
        {t('ventoy.images.add')}
      </button>
    </Field>
  );
}

function UnusableFile({ file }: { file: FileToAdd }): React.JSX.Element | null {
  const { t } = useTranslation();
  const { dismissFile } = useActions();
  if (file.error === null) return null;
  const name = fileName(file.path);
  return (
    <ErrorCallout title={t('ventoy.images.unusable', { name })} error={file.error}>
      <button
        type="button"
        className="secondary small"
        onClick={() => {
          dismissFile(file.path);
        }}
      >
        {t('ventoy.images.leaveOut')}
      </button>
    </ErrorCallout>
  );
}

function Added({ image }: { image: AddedImage }): React.JSX.Element {
  const { t } = useTranslation();
  const { facts, notes } = useImageFacts()(image.info);
  const { removeImage, renameImage } = useActions();
  return (
    <li className="image-row">
      <Disc3 className="card-icon" size={24} strokeWidth={1.75} aria-hidden />
      <div className="image-words">
        <Name
          id={image.id}
          name={image.name}
          onRename={(name) => {
            renameImage(image.id, name);
          }}
        />
        <p className="card-text">{facts}</p>
        {notes.map((note) => (
          <p className="image-note" key={note}>
            <FileWarning size={16} aria-hidden />
            {note}
          </p>
        ))}
      </div>
      <Size bytes={image.info.sizeBytes} />
      <button
        type="button"
        className="icon-button"
        aria-label={t('ventoy.images.remove', { name: image.name })}
        onClick={() => {
          removeImage(image.id);
        }}
      >
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}

function Present({ image }: { image: PresentImage }): React.JSX.Element {
  const { t } = useTranslation();
  const { removePresent, renamePresent } = useActions();
  const { path, name, removed } = image;
  return (
    <li className="image-row" data-removed={removed}>
      <HardDrive className="card-icon" size={24} strokeWidth={1.75} aria-hidden />
      <div className="image-words">
        {removed ? (
          <>
            <p className="image-name">{path}</p>
            <p className="card-text">{t('ventoy.images.willBeRemoved')}</p>
          </>
        ) : (
          <>
            <Name
              id={presentId(path)}
              name={name}
              onRename={(typed) => {
                renamePresent(path, typed);
              }}
            />
            {name !== path && (
              <p className="card-text">{t('ventoy.images.renamedFrom', { name: path })}</p>
            )}
          </>
        )}
      </div>
      <Size bytes={image.sizeBytes} />
      <button
        type="button"
        className="quiet-button"
        aria-label={t(removed ? 'ventoy.images.keepNamed' : 'ventoy.images.removeFromStick', {
          name: path,
        })}
        onClick={() => {
          removePresent(path, !removed);
        }}
      >
        {t(removed ? 'ventoy.images.keep' : 'yours.remove')}
      </button>
    </li>
  );
}

/** A name on the stick, which becomes a field when it is to be changed or does not do. */
function Name(props: {
  id: string;
  name: string;
  onRename: (name: string) => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const problem = useWizard((state) => nameProblems(state.answers.ventoy).get(props.id));
  const [isOpen, setOpen] = useState(false);
  if (isOpen || problem !== undefined) {
    return (
      <Field
        label={t('ventoy.images.nameOnStick')}
        value={props.name}
        onChange={(name) => {
          setOpen(true);
          props.onRename(name);
        }}
        onEnter={() => {
          setOpen(false);
        }}
        error={problem === undefined ? undefined : t(`ventoy.images.nameProblems.${problem}`)}
      >
        <button
          type="button"
          className="secondary"
          disabled={problem !== undefined}
          onClick={() => {
            setOpen(false);
          }}
        >
          {t('ventoy.images.renamed')}
        </button>
      </Field>
    );
  }
  return (
    <p className="image-name">
      <span>{props.name}</span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('ventoy.images.rename', { name: props.name })}
        onClick={() => {
          setOpen(true);
        }}
      >
        <Pencil size={16} aria-hidden />
      </button>
    </p>
  );
}
