import { useTranslation } from 'react-i18next';
import type { StationDrive } from '../../src-shared/station';
import { useFormat } from '../i18n/format';

/** What tells a drive from others, in one line: what finds it in a hub comes first. `isNamed`: its name stands above. */
export function DriveFacts(props: { drive: StationDrive; isNamed?: boolean }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, identity, port } = props.drive;
  const facts = [
    port !== null && t('station.row.port', { port }),
    identity.path,
    props.isNamed !== true && name !== identity.path && name,
    format.bytes(identity.sizeBytes),
  ].filter((fact) => typeof fact === 'string');
  const words = facts.join(' · ');
  return (
    <p className="drive-facts" title={words}>
      {words}
    </p>
  );
}
