import { useTranslation } from 'react-i18next';
import { ConfigInForce, aliasOf } from '../../../src-shared/ventoy-json';
import { Choices } from '../../components/Choices';
import { Field } from '../../components/Field';
import { SelectField } from '../../components/SelectField';
import { StepFrame } from '../../components/StepFrame';
import { Tick } from '../../components/Tick';
import { useProblemWords } from '../../components/use-problem-words';
import { MenuPreview } from '../../components/ventoy/MenuPreview';
import { useMenuConfig } from '../../components/ventoy/use-menu-config';
import { useActions, useWizard } from '../../store/context';
import { stickImages } from '../../store/ventoy/images';
import { SHOWN_MODE } from '../../store/ventoy/menu';
import {
  DEFAULT_IMAGE,
  MENU_MODE,
  MENU_TIMEOUT,
  type MenuSwitch,
} from '../../store/ventoy/settings';
import { problemOf } from '../../store/wizard';
import { MenuImages } from './MenuImages';
import { MenuPassword } from './MenuPassword';
import { ModeVariants } from './ModeVariants';

const windowsSwitches = [
  'VTOY_WIN11_BYPASS_CHECK',
  'VTOY_WIN11_BYPASS_NRO',
  'VTOY_WINDOWS_CD_PROMPT',
  'VTOY_VHD_NO_WARNING',
] as const satisfies readonly MenuSwitch[];
const linuxSwitches = ['VTOY_LINUX_REMOUNT'] as const satisfies readonly MenuSwitch[];

/** What the boot menu says and does, with the menu beside it. */
export function MenuStep(): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <StepFrame title={t('ventoy.menu.title')} lead={t('ventoy.menu.lead')}>
      <div className="beside">
        <div className="stack">
          <ModeVariants />
          <AtStart />
          <MenuImages />
          <MenuPassword />
          <Switches part="windows" names={windowsSwitches} />
          <Switches part="linux" names={linuxSwitches} />
        </div>
        <MenuPreview />
      </div>
    </StepFrame>
  );
}

function AtStart(): React.JSX.Element {
  const { t } = useTranslation();
  const ventoy = useWizard((state) => state.answers.ventoy);
  const problem = useWizard((state) => problemOf('menu', state.answers, state.job));
  const words = useProblemWords(problem);
  const { changeMenu, setSetting } = useActions();
  const { shown } = useMenuConfig();
  const inForce = new ConfigInForce(shown, SHOWN_MODE);
  const images = stickImages(ventoy);
  const marked = inForce.setting(DEFAULT_IMAGE);
  return (
    <section className="panel stack">
      <h2>{t('ventoy.menu.start')}</h2>
      <SelectField
        label={t('ventoy.menu.defaultImage')}
        value={images.find(({ name }) => `/${name}` === marked)?.id ?? marked}
        open={t('ventoy.menu.firstImage')}
        options={images.map(({ id, name }) => ({
          value: id,
          label: aliasOf(shown, { image: `/${name}` }, SHOWN_MODE) ?? name,
        }))}
        onChange={(defaultImage) => {
          changeMenu({ defaultImage });
        }}
      />
      <Field
        label={t('ventoy.menu.timeout')}
        value={inForce.setting(MENU_TIMEOUT) ?? ''}
        unit={t('ventoy.menu.seconds')}
        inputMode="numeric"
        hint={t('ventoy.menu.timeoutHint')}
        error={problem === 'menu-setting' ? words : undefined}
        onChange={(seconds) => {
          setSetting(MENU_TIMEOUT, seconds.trim() === '' ? null : seconds.trim());
        }}
      />
      <Choices
        label={t('ventoy.menu.mode')}
        compact
        value={inForce.isOn(MENU_MODE) ? '1' : '0'}
        options={[
          { value: '0', label: t('ventoy.menu.list') },
          { value: '1', label: t('ventoy.menu.folders') },
        ]}
        onChange={(mode) => {
          setSetting(MENU_MODE, mode);
        }}
      />
      <Switch name="VTOY_SECONDARY_BOOT_MENU" />
    </section>
  );
}

function Switches(props: {
  part: 'windows' | 'linux';
  names: readonly MenuSwitch[];
}): React.JSX.Element {
  const { t } = useTranslation();
  return (
    <section className="panel stack">
      <h2>{t(`ventoy.menu.parts.${props.part}`)}</h2>
      {props.names.map((name) => (
        <Switch key={name} name={name} />
      ))}
    </section>
  );
}

function Switch({ name }: { name: MenuSwitch }): React.JSX.Element {
  const { t } = useTranslation();
  const { shown } = useMenuConfig();
  const { setSetting } = useActions();
  return (
    <Tick
      label={t(`ventoy.menu.switches.${name}.label`)}
      text={t(`ventoy.menu.switches.${name}.text`)}
      checked={new ConfigInForce(shown, SHOWN_MODE).isOn(name)}
      onChange={(on) => {
        setSetting(name, on ? '1' : '0');
      }}
    />
  );
}
