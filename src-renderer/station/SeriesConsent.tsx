import { useTranslation } from 'react-i18next';
import type { StationSeries } from '../../src-shared/station';
import { Field } from '../components/Field';
import { Tick } from '../components/Tick';
import { useFormat } from '../i18n/format';
import { useActions, useWizard } from '../store/context';
import { lastKnown } from '../store/loadable';
import { type StationDraft, guardOf } from '../store/station/draft';

/** What the series may do without another question, and the tick, and perhaps the word, that allow it. */
export function SeriesConsent(props: {
  series: StationSeries;
  draft: StationDraft;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { draft } = props;
  const { confirmStation } = useActions();
  const lines = useConsentLines(draft);
  const isErasing = draft.contents === 'any';
  return (
    <section className="panel stack" data-tone={isErasing ? 'danger' : 'plain'}>
      <h2>{t('station.confirm.danger')}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isErasing && (
        <Field
          label={t('station.confirm.typeWord', { word: t('station.confirm.word') })}
          value={draft.typedWord}
          onChange={(typedWord) => {
            confirmStation({ typedWord });
          }}
        />
      )}
      <Tick
        label={t(isErasing ? 'station.confirm.tickAny' : 'station.confirm.tickEmpty')}
        checked={draft.ticked}
        onChange={(ticked) => {
          confirmStation({ ticked });
        }}
      />
    </section>
  );
}

function useConsentLines(draft: StationDraft): string[] {
  const { t } = useTranslation();
  const format = useFormat();
  const drives = useWizard((state) => lastKnown(state.stationDrives));
  const guard = guardOf(draft, drives ?? []);
  const sizes = (): string => {
    if (guard === null) return t('station.confirm.consentSizesMissing');
    if (guard.sizes.kind === 'like-first') return t('station.confirm.consentLike');
    return t('station.confirm.consentBetween', {
      smallest: format.bytes(guard.sizes.smallestBytes),
      largest: format.bytes(guard.sizes.largestBytes),
    });
  };
  const ports =
    draft.ports === null
      ? t('station.confirm.consentAnyPort')
      : t('station.confirm.consentPorts', { ports: format.list(draft.ports) });
  const present = guard?.present.length ?? 0;
  const limit = guard?.limit ?? null;
  const sentence = draft.contents === 'any' ? 'consentAny' : 'consentEmpty';
  return [
    t(`station.confirm.${sentence}`),
    sizes(),
    ports,
    present > 0 && t('station.confirm.consentPresent', { count: present }),
    limit !== null && t('station.confirm.consentLimit', { count: limit }),
    t('station.confirm.consentRights'),
  ].filter((line) => line !== false);
}
