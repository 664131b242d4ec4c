import { RadioGroup } from 'radix-ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildCacheState, CachedBuild } from '../../../src-shared/build-cache';
import type { Settings } from '../../../src-shared/ipc';
import { useFormat } from '../../i18n/format';
import { useActions, useWizard } from '../../store/context';
import { ErrorCallout } from '../ErrorCallout';
import { Waiting } from '../Waiting';

/** Sizes that are offered, in bytes. */
const budgets = [0, 16e9, 32e9, 64e9, 128e9];

/** The builds that are kept for the next stick: what they take, and how much they may. */
export function BuildCacheSettings({ settings }: { settings: Settings }): React.JSX.Element {
  const { t } = useTranslation();
  const cache = useWizard((state) => state.cache);
  const { loadCache } = useActions();
  useEffect(() => {
    void loadCache();
  }, [loadCache, settings.cacheBudgetBytes, settings.workFolder]);
  const known =
    cache.state === 'ready' ? cache.value : cache.state === 'loading' ? cache.last : null;
  return (
    <>
      <h3 id="cache-label">{t('cache.title')}</h3>
      <p className="quiet">{t('cache.text')}</p>
      <Budget settings={settings} />
      {cache.state === 'failed' && (
        <ErrorCallout title={t('cache.failedTitle')} error={cache.error}>
          <button type="button" className="secondary small" onClick={() => void loadCache()}>
            {t('app.retry')}
          </button>
        </ErrorCallout>
      )}
      {cache.state === 'loading' && known === null && <Waiting words={t('cache.loading')} />}
      {known !== null && <Builds cache={known} budgetBytes={settings.cacheBudgetBytes} />}
    </>
  );
}

function Budget({ settings }: { settings: Settings }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { saveSettings } = useActions();
  return (
    <RadioGroup.Root
      className="choices narrow"
      aria-label={t('cache.budget')}
      value={String(settings.cacheBudgetBytes)}
      onValueChange={(value) => {
        void saveSettings({ ...settings, cacheBudgetBytes: Number(value) });
      }}
    >
      {budgets.map((bytes) => (
        <RadioGroup.Item className="choice" key={bytes} value={String(bytes)}>
          {bytes === 0 ? t('cache.keepNone') : format.bytes(bytes)}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

function Builds(props: { cache: BuildCacheState; budgetBytes: number }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { removeBuild } = useActions();
  const { builds, budgetBytes, folder, usedBytes } = props.cache;
  const size = format.bytes(usedBytes);
  return (
    <>
      {budgetBytes < props.budgetBytes && (
        <p className="quiet">{t('cache.lessBudget', { budget: format.bytes(budgetBytes) })}</p>
      )}
      {builds.length === 0 ? (
        <p className="quiet">{t('cache.empty')}</p>
      ) : (
        <ul className="builds" aria-labelledby="cache-label">
          {builds.map((build) => (
            <Build key={build.key} build={build} />
          ))}
        </ul>
      )}
      {builds.length > 0 && (
        <div className="row between">
          <span className="quiet">
            {t('cache.used', { used: size, budget: format.bytes(budgetBytes) })}
          </span>
          <button
            type="button"
            className="secondary small"
            disabled={builds.every(({ inUse }) => inUse)}
            onClick={() => void removeBuild(null)}
          >
            {t('cache.removeAll')}
          </button>
        </div>
      )}
      <p className="path">{folder}</p>
    </>
  );
}

function Build({ build }: { build: CachedBuild }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const { removeBuild } = useActions();
  const facts = [
    format.bytes(build.bytes),
    t('cache.lastUsed', { date: format.date(build.usedAt) }),
  ].join(' · ');
  return (
    <li>
      <div className="build-words">
        <p className="build-name" title={build.edition}>
          {build.edition}
        </p>
        <p className="quiet build-name" title={build.image}>
          {build.image}
        </p>
        <p className="quiet">{facts}</p>
      </div>
      {build.inUse ? (
        <span className="badge">{t('cache.inUse')}</span>
      ) : (
        <button
          type="button"
          className="secondary small"
          aria-label={t('cache.removeOne', { name: build.edition, image: build.image })}
          onClick={() => void removeBuild(build.key)}
        >
          {t('cache.remove')}
        </button>
      )}
    </li>
  );
}
