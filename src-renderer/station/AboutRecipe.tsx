import { useTranslation } from 'react-i18next';
import type { StationSeries } from '../../src-shared/station';
import { Callout } from '../components/Callout';
import { Fold } from '../components/Fold';
import { PasswordFields } from '../components/PasswordFields';
import { SecretField } from '../components/SecretField';
import { StepFrame } from '../components/StepFrame';
import { WifiKeySchema } from '../../src-shared/wifi-key';
import { useActions } from '../store/context';
import type { StationDraft } from '../store/station/draft';
import { useRecipeLines } from './use-recipe-lines';

/** What every stick of the series will be, whether its image is the right one, and the secrets that no recipe holds. */
export function AboutRecipe(props: {
  series: StationSeries;
  draft: StationDraft;
}): React.JSX.Element {
  const { t } = useTranslation();
  const { series } = props;
  const lines = useRecipeLines()(series);
  return (
    <StepFrame
      title={t('station.recipe.title')}
      lead={t('station.recipe.lead', { name: series.name })}
    >
      <section className="panel">
        <h2>{t('station.recipe.made')}</h2>
        <ul className="facts">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <ImageCheck series={series} />
      <Secrets {...props} />
    </StepFrame>
  );
}

function ImageCheck({ series }: { series: StationSeries }): React.JSX.Element | null {
  const { t } = useTranslation();
  const { image } = series;
  if (image === null) return null;
  return (
    <Callout tone={image.hashExpected ? 'success' : 'caution'}>
      <p>{t(image.hashExpected ? 'station.recipe.matches' : 'station.recipe.unknown')}</p>
      <Fold label={t('station.recipe.fingerprint')}>
        <p className="path">{image.path}</p>
        <p className="path">{image.sha256}</p>
      </Fold>
    </Callout>
  );
}

function Secrets(props: { series: StationSeries; draft: StationDraft }): React.JSX.Element | null {
  const { t } = useTranslation();
  const { typeStationPassword, typeStationWifiKey } = useActions();
  const { draft } = props;
  const { bitLockerPassword, wifiKeys } = props.series.needs;
  if (!bitLockerPassword && wifiKeys.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="station-secrets">
      <h2 id="station-secrets">{t('station.recipe.secrets')}</h2>
      <p className="quiet">{t('station.recipe.secretsText')}</p>
      {bitLockerPassword && (
        <>
          <p>{t('station.recipe.passwordText')}</p>
          <PasswordFields typed={draft.password} onType={typeStationPassword} />
        </>
      )}
      {wifiKeys.map((ssid) => {
        const key = draft.wifiKeys[ssid] ?? '';
        const isBad = key !== '' && !WifiKeySchema.safeParse(key).success;
        return (
          <SecretField
            key={ssid}
            label={t('station.recipe.wifiKey', { ssid })}
            what={t('station.recipe.wifiKeyWhat', { ssid })}
            value={key}
            error={isBad ? t('station.recipe.wifiKeyBad') : undefined}
            onChange={(changed) => {
              typeStationWifiKey(ssid, changed);
            }}
          />
        );
      })}
    </section>
  );
}
