import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';

/** A size as drives are sold, with the exact bytes behind it. */
export function Size({ bytes }: { bytes: number }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="size" title={t('drive.exactBytes', { bytes: format.exact(bytes) })}>
      {format.bytes(bytes)}
    </span>
  );
}
