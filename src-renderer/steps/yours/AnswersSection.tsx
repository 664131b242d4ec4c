import { MapPin } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountNameProblem } from '../../../src-shared/account-name';
import { computerNameProblem, countsUp } from '../../../src-shared/computer-name';
import { isTimeZoneId } from '../../../src-shared/time-zones';
import { newAccount } from '../../../src-shared/windows-choices';
import { ExpectedAnswerNotes } from '../../components/ExpectedAnswerNotes';
import { Field } from '../../components/Field';
import { FileChoice } from '../../components/FileChoice';
import { SecretField } from '../../components/SecretField';
import { SelectField } from '../../components/SelectField';
import { Tick } from '../../components/Tick';
import { useComputerNames } from '../../components/use-computer-names';
import { useFormat } from '../../i18n/format';
import { chosenEdition, targetsOf } from '../../store/answers';
import { useActions, useWizard } from '../../store/context';
import {
  keyboardPlaces,
  placeOfThisComputer,
  regionPlaces,
  timeZonePlaces,
} from '../../store/places';
import { useYoursProblems } from './use-problems';

export function AnswersSection(): React.JSX.Element {
  return (
    <>
      <Account />
      <Computer />
      <Place />
      <FirstStart />
      <Experts />
    </>
  );
}

function Account(): React.JSX.Element {
  const { t } = useTranslation();
  const account = useWizard((state) => state.answers.windows.answers.account);
  const { changeWindows } = useActions();
  const problem = account === null ? null : accountNameProblem(account.name);
  const encrypts = useYoursProblems().has('account-encrypts');
  return (
    <section>
      <Tick
        label={t('yours.answers.account')}
        text={t('yours.answers.accountText')}
        checked={account !== null}
        onChange={(wanted) => {
          changeWindows('answers', {
            account: wanted ? newAccount : null,
          });
        }}
      />
      {account !== null && (
        <div className="tick-more">
          <Field
            label={t('yours.answers.accountName')}
            value={account.name}
            hint={t('yours.answers.accountHint')}
            error={problem === null ? undefined : t(`yours.answers.accountProblems.${problem}`)}
            onChange={(name) => {
              changeWindows('answers', { account: { ...account, name } });
            }}
          />
          <Tick
            label={t('yours.answers.administrator')}
            text={t('yours.answers.administratorText')}
            checked={account.administrator}
            onChange={(administrator) => {
              changeWindows('answers', { account: { ...account, administrator } });
            }}
          />
          {encrypts && <p className="field-error tick-more">{t('problems.account-encrypts')}</p>}
          <Tick
            label={t('yours.answers.askPassword')}
            text={t('yours.answers.askPasswordText')}
            checked={account.askPassword}
            onChange={(askPassword) => {
              changeWindows('answers', { account: { ...account, askPassword } });
            }}
          />
        </div>
      )}
    </section>
  );
}

function Computer(): React.JSX.Element {
  const { t } = useTranslation();
  const computer = useWizard((state) => state.answers.windows.answers.computerName);
  const { changeWindows } = useActions();
  const problems = useYoursProblems();
  const problem = computer === null ? null : computerNameProblem(computer.pattern);
  const conflict = (['computer-same', 'computer-from-file', 'computer-is-account'] as const).find(
    (one) => problems.has(one),
  );
  const error = (): string | undefined => {
    if (problem !== null) return t(`yours.answers.computerProblems.${problem}`);
    return conflict === undefined ? undefined : t(`problems.${conflict}`);
  };
  return (
    <section>
      <Tick
        label={t('yours.answers.computer')}
        text={t('yours.answers.computerText')}
        checked={computer !== null}
        onChange={(wanted) => {
          changeWindows('answers', {
            computerName: wanted ? { pattern: '', firstNumber: 1 } : null,
          });
        }}
      />
      {computer !== null && (
        <div className="tick-more">
          <div className="pair-of-fields">
            <Field
              label={t('yours.answers.pattern')}
              value={computer.pattern}
              hint={t('yours.answers.patternHint')}
              error={error()}
              onChange={(pattern) => {
                changeWindows('answers', { computerName: { ...computer, pattern } });
              }}
            />
            {countsUp(computer.pattern) && problem === null && (
              <FirstNumber firstNumber={computer.firstNumber} />
            )}
          </div>
          <NamesPreview />
        </div>
      )}
    </section>
  );
}

function FirstNumber({ firstNumber }: { firstNumber: number }): React.JSX.Element {
  const { t } = useTranslation();
  const computer = useWizard((state) => state.answers.windows.answers.computerName);
  const problems = useYoursProblems();
  const { changeWindows } = useActions();
  const [typed, setTyped] = useState(String(firstNumber));
  return (
    <Field
      label={t('yours.answers.firstNumber')}
      value={typed}
      inputMode="numeric"
      error={problems.has('computer-number') ? t('yours.answers.numberBad') : undefined}
      onChange={(text) => {
        setTyped(text);
        if (computer === null) return;
        // What is no number has no room in any pattern.
        const number = /^\d{1,6}$/.test(text.trim()) ? Number(text) : -1;
        changeWindows('answers', { computerName: { ...computer, firstNumber: number } });
      }}
    />
  );
}

/** The names that the sticks' computers get. */
function NamesPreview(): React.JSX.Element | null {
  const { t } = useTranslation();
  const answers = useWizard((state) => state.answers);
  const names = useComputerNames()(answers);
  if (names === null) return null;
  const several = targetsOf(answers).length > 1;
  return (
    <p className="quiet" role="status">
      {t(several ? 'yours.answers.preview' : 'yours.answers.previewOne', { names })}
    </p>
  );
}

function Place(): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { language, region, keyboard, timeZone } = useWizard(
    (state) => state.answers.windows.answers,
  );
  const edition = useWizard((state) => chosenEdition(state.answers));
  const problems = useYoursProblems();
  const { changeWindows } = useActions();
  const [unknown, setUnknown] = useState(false);
  const options = useMemo(
    () => ({
      regions: regionPlaces(i18n.language),
      keyboards: keyboardPlaces(i18n.language),
      zones: timeZonePlaces(i18n.language),
    }),
    [i18n.language],
  );
  const open = t('yours.answers.open');
  return (
    <section className="stack">
      <div>
        <h3>{t('yours.answers.place')}</h3>
        <p className="quiet">{t('yours.answers.placeText')}</p>
      </div>
      <div className="pair-of-fields">
        <SelectField
          label={t('yours.answers.language')}
          value={language}
          open={open}
          options={(edition?.languages ?? []).map((tag) => ({
            value: tag,
            label: format.language(tag),
          }))}
          nameOther={format.language}
          error={problems.has('language') ? t('problems.language') : undefined}
          onChange={(value) => {
            changeWindows('answers', { language: value });
          }}
        />
        <SelectField
          label={t('yours.answers.region')}
          value={region}
          open={open}
          options={options.regions}
          onChange={(value) => {
            changeWindows('answers', { region: value });
          }}
        />
        <SelectField
          label={t('yours.answers.keyboard')}
          value={keyboard}
          open={open}
          options={options.keyboards}
          onChange={(value) => {
            changeWindows('answers', { keyboard: value });
          }}
        />
        <SelectField
          label={t('yours.answers.timeZone')}
          value={timeZone}
          open={open}
          options={options.zones}
          onChange={(value) => {
            changeWindows('answers', {
              timeZone: value !== null && isTimeZoneId(value) ? value : null,
            });
          }}
        />
      </div>
      <div className="row">
        <button
          type="button"
          className="secondary small"
          onClick={() => {
            const place = placeOfThisComputer();
            setUnknown(place.timeZone === null);
            changeWindows('answers', {
              timeZone: place.timeZone ?? timeZone,
              region: place.region ?? region,
            });
          }}
        >
          <MapPin size={16} aria-hidden />
          {t('yours.answers.thisComputer')}
        </button>
        <span className="quiet" role="status">
          {unknown && t('yours.answers.thisComputerUnknown')}
        </span>
      </div>
    </section>
  );
}

function FirstStart(): React.JSX.Element {
  const { t } = useTranslation();
  const { skipPages, onlineAccount } = useWizard((state) => state.answers.windows.answers);
  const { changeWindows } = useActions();
  return (
    <section className="stack">
      <h3>{t('yours.answers.first')}</h3>
      <Tick
        label={t('yours.answers.skip')}
        text={t('yours.answers.skipText')}
        checked={skipPages}
        onChange={(skip) => {
          changeWindows('answers', { skipPages: skip });
        }}
      />
      <Tick
        label={t('yours.answers.online')}
        text={t('yours.answers.onlineText')}
        checked={onlineAccount === 'local'}
        onChange={(local) => {
          changeWindows('answers', { onlineAccount: local ? 'local' : 'windows-decides' });
        }}
      />
    </section>
  );
}

function Experts(): React.JSX.Element {
  const { t } = useTranslation();
  const answerFile = useWizard((state) => state.answers.windows.answers.answerFile);
  const productKey = useWizard((state) => state.answers.secrets.productKey);
  const problems = useYoursProblems();
  const { chooseAnswerFile, changeWindows, setProductKey } = useActions();
  return (
    <section className="stack">
      <SecretField
        label={t('yours.answers.productKey')}
        what={t('yours.answers.productKeyWhat')}
        value={productKey}
        hint={t('yours.answers.productKeyHint')}
        error={problems.has('product-key') ? t('problems.product-key') : undefined}
        onChange={setProductKey}
      />
      <FileChoice
        label={t('yours.answers.answerFile')}
        text={t('yours.answers.answerFileText')}
        path={answerFile}
        onChoose={() => void chooseAnswerFile()}
        onRemove={() => {
          changeWindows('answers', { answerFile: null });
        }}
      />
      <ExpectedAnswerNotes />
    </section>
  );
}
