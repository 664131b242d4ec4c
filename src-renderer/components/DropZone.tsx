import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../store/context';

/** Where files are dropped, with a button that does the same. */
export function DropZone(props: {
  words: string;
  button: string;
  /** The paths of all files that were dropped at once. */
  onDrop: (paths: string[]) => void;
  onChoose: () => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const api = useApi();
  const [over, setOver] = useState(false);
  return (
    <div
      className="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onDrop([...event.dataTransfer.files].map((file) => api.pathForFile(file)));
      }}
    >
      <FileDown size={24} strokeWidth={1.75} aria-hidden />
      <span>{props.words}</span>
      <span className="quiet">{t('image.or')}</span>
      <button type="button" className="secondary" onClick={props.onChoose}>
        {props.button}
      </button>
    </div>
  );
}
