import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useWizard } from '../../store/context';
import { smallestTargetBytes } from '../../store/space';
import { type VentoyRoom, ventoyRoom } from '../../store/ventoy/room';

const parts = ['kept', 'images', 'persistence', 'windows'] as const;

function bytesOf(part: (typeof parts)[number], room: VentoyRoom): number {
  const bytes = {
    kept: room.keptBytes,
    images: room.imageBytes,
    persistence: room.persistenceBytes,
    windows: room.windowsBytes,
  };
  return bytes[part];
}

/** How full the partition with the images gets, and by how much something is too large. */
export function RoomBar(): React.JSX.Element | null {
  const { t } = useTranslation();
  const format = useFormat();
  const answers = useWizard((state) => state.answers);
  const room = ventoyRoom(answers.ventoy, smallestTargetBytes(answers));
  if (room === null) return null;
  const isTooFull = room.freeBytes < 0;
  const size = format.bytes(Math.abs(room.freeBytes));
  const scale = Math.max(room.totalBytes, room.totalBytes - room.freeBytes);
  const shown = parts.filter((part) => bytesOf(part, room) > 0);
  return (
    <section className="room" aria-label={t('ventoy.room.label')} data-full={isTooFull}>
      <div className="room-bar" aria-hidden>
        {shown.map((part) => (
          <span
            key={part}
            data-part={part}
            style={{ width: `${String((bytesOf(part, room) / scale) * 100)}%` }}
          />
        ))}
      </div>
      <p className="row between numbers">
        <span className="room-parts">
          {shown.map((part) => (
            <span className="room-part" key={part}>
              <span className="swatch" data-part={part} aria-hidden />
              {t(`ventoy.room.${part}`, { size: format.bytes(bytesOf(part, room)) })}
            </span>
          ))}
        </span>
        <strong role="status">
          {t(isTooFull ? 'ventoy.room.tooLarge' : 'ventoy.room.free', {
            size,
            total: format.bytes(room.totalBytes),
          })}
        </strong>
      </p>
    </section>
  );
}
