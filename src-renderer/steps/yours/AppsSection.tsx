import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProtectedApp } from '../../../src-shared/lean-presets';
import { LeanPresetSchema } from '../../../src-shared/windows-choices';
import type { WindowsContents } from '../../../src-shared/windows-contents';
import { ErrorCallout } from '../../components/ErrorCallout';
import { Field } from '../../components/Field';
import { RadioCards } from '../../components/RadioCards';
import { Tick } from '../../components/Tick';
import { Waiting } from '../../components/Waiting';
import { useFormat } from '../../i18n/format';
import { useActions, useWizard } from '../../store/context';
import {
  appStays,
  contentsKey,
  featureOn,
  isFound,
  presetRules,
  withApp,
  withFeature,
} from '../../store/lean';

export function AppsSection(): React.JSX.Element {
  const { t } = useTranslation();
  const lean = useWizard((state) => state.answers.windows.lean);
  const { changeWindows } = useActions();
  return (
    <>
      <p className="quiet">{t('yours.lean.text')}</p>
      <section className="stack-tight">
        <h3>{t('yours.lean.preset')}</h3>
        <RadioCards
          label={t('yours.lean.preset')}
          value={lean.preset}
          options={LeanPresetSchema.options.map((preset) => ({
            value: preset,
            title: t(`yours.lean.presets.${preset}.title`),
            text: t(`yours.lean.presets.${preset}.text`),
          }))}
          onChange={(preset) => {
            changeWindows('lean', { preset });
          }}
        />
      </section>
      <Tick
        label={t('yours.lean.cleanUp')}
        text={t('yours.lean.cleanUpText')}
        checked={lean.cleanUp}
        onChange={(cleanUp) => {
          changeWindows('lean', { cleanUp });
        }}
      />
      <OneByOne />
    </>
  );
}

/** The image's own lists, read when this part is opened; on Windows, which asks for rights, when the person wants them. */
function OneByOne(): React.JSX.Element {
  const { t } = useTranslation();
  const edition = useWizard((state) => state.answers.edition);
  const path = useWizard((state) => state.answers.image?.path);
  const asksForRights = useWizard((state) => state.info?.platform === 'win32');
  const key = path === undefined || edition === null ? null : contentsKey(path, edition);
  const isKnown = useWizard(
    ({ contents }) => contents.key === key && contents.contents.state === 'ready',
  );
  const [wantedKey, setWantedKey] = useState<string | null>(null);
  const isAsked = !asksForRights || isKnown || (key !== null && key === wantedKey);
  return (
    <section className="stack">
      <div>
        <h3>{t('yours.lean.own')}</h3>
        <p className="quiet">{t('yours.lean.ownText')}</p>
      </div>
      {isAsked ? (
        <ImageLists key={key} />
      ) : (
        <div>
          <p className="quiet">{t('yours.lean.rightsText')}</p>
          <button type="button" className="secondary small" onClick={() => setWantedKey(key)}>
            {t('yours.lean.read')}
          </button>
        </div>
      )}
    </section>
  );
}

function ImageLists(): React.JSX.Element {
  const { t } = useTranslation();
  const { contents } = useWizard((state) => state.contents);
  const edition = useWizard((state) => state.answers.edition);
  const path = useWizard((state) => state.answers.image?.path);
  const { loadContents, leaveContents } = useActions();
  useEffect(() => {
    void loadContents();
    return leaveContents;
  }, [loadContents, leaveContents, edition, path]);
  return (
    <>
      {contents.state === 'loading' && <Waiting words={t('yours.lean.reading')} />}
      {contents.state === 'failed' && (
        <ErrorCallout title={t('yours.lean.failedTitle')} error={contents.error}>
          <button type="button" className="secondary small" onClick={() => void loadContents()}>
            {t('app.retry')}
          </button>
        </ErrorCallout>
      )}
      {contents.state === 'ready' && <Lists contents={contents.value} />}
    </>
  );
}

function Lists({ contents }: { contents: WindowsContents }): React.JSX.Element {
  const { t } = useTranslation();
  const format = useFormat();
  const lean = useWizard((state) => state.answers.windows.lean);
  const { changeWindows } = useActions();
  const [search, setSearch] = useState('');
  const rules = presetRules(lean.preset);
  const { apps, features } = contents;
  const kept = apps.filter(({ name }) => appStays(lean, name, rules)).length;
  const on = features.filter((feature) => featureOn(lean, feature, rules)).length;
  return (
    <>
      <Field label={t('yours.lean.search')} value={search} onChange={setSearch} />
      <TickList
        title={t('yours.lean.apps')}
        count={t('yours.lean.kept', {
          kept: format.exact(kept),
          total: format.exact(apps.length),
        })}
        empty={t(apps.length === 0 ? 'yours.lean.noApps' : 'yours.lean.nothingFound')}
        items={apps.filter((app) => isFound(app, search))}
        isTicked={({ name }) => appStays(lean, name, rules)}
        isFixed={({ name }) => isProtectedApp(name)}
        onTick={({ name }, stays) => {
          changeWindows('lean', withApp(lean, name, stays, rules));
        }}
      />
      <TickList
        title={t('yours.lean.features')}
        count={t('yours.lean.on', {
          on: format.exact(on),
          total: format.exact(features.length),
        })}
        empty={t(features.length === 0 ? 'yours.lean.noFeatures' : 'yours.lean.nothingFound')}
        items={features.filter((feature) => isFound(feature, search))}
        isTicked={(feature) => featureOn(lean, feature, rules)}
        onTick={(feature, ticked) => {
          changeWindows('lean', withFeature(lean, feature, ticked, rules));
        }}
      />
    </>
  );
}

function TickList<T extends { name: string; displayName: string | null }>(props: {
  title: string;
  count: string;
  /** Said when there is nothing to tick. */
  empty: string;
  items: readonly T[];
  isTicked: (item: T) => boolean;
  /** Whether Windows can’t do without it. */
  isFixed?: (item: T) => boolean;
  onTick: (item: T, ticked: boolean) => void;
}): React.JSX.Element {
  const { t } = useTranslation();
  const id = useId();
  const { isFixed = () => false } = props;
  const textOf = (item: T): { text?: string } => {
    const facts = [
      ...(item.displayName === null || item.displayName === item.name ? [] : [item.name]),
      ...(isFixed(item) ? [t('yours.lean.needed')] : []),
    ];
    return facts.length === 0 ? {} : { text: facts.join(t('yours.and')) };
  };
  return (
    <div>
      <div className="row between list-head">
        <h3 id={id}>{props.title}</h3>
        <span className="count">{props.count}</span>
      </div>
      {props.items.length === 0 ? (
        <p className="quiet">{props.empty}</p>
      ) : (
        <ul className="tick-list" aria-labelledby={id}>
          {props.items.map((item) => (
            <li key={item.name}>
              <Tick
                label={item.displayName ?? item.name}
                {...textOf(item)}
                checked={props.isTicked(item)}
                disabled={isFixed(item)}
                onChange={(ticked) => {
                  props.onTick(item, ticked);
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
