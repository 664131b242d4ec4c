import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { type Answers, driverReport } from '../store/answers';
import { keyboardName, timeZoneName } from '../store/places';
import type { SectionId } from '../store/yours';
import { fileName } from './file-name';
import { useComputerNames } from './use-computer-names';

/** What differs from the usual in each part of “Make it yours”, in plain words. */
export function useChoiceLines(): (answers: Answers) => Record<SectionId, string[]> {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const namesOf = useComputerNames();

  const portable = ({ windows }: Answers): Line[] => {
    const { internalDisks, hibernation, recovery, deviceEncryption, compact, pageFile } =
      windows.portable;
    return [
      internalDisks === 'online' && t('yours.lines.disksOnline'),
      hibernation && t('yours.lines.hibernation'),
      recovery && t('yours.lines.recovery'),
      deviceEncryption && t('yours.lines.encryption'),
      compact && t('yours.lines.compact'),
      pageFile.kind === 'fixed' &&
        t('yours.lines.pageFile', { size: format.bytes(pageFile.bytes) }),
      pageFile.kind === 'none' && t('yours.lines.noPageFile'),
    ];
  };

  const first = (answers: Answers): Line[] => {
    const { account, computerName, language, region, keyboard, timeZone, ...more } =
      answers.windows.answers;
    const computer = namesOf(answers) ?? computerName?.pattern ?? '';
    return [
      account !== null &&
        account.name.trim() !== '' &&
        t(account.administrator ? 'yours.lines.administrator' : 'yours.lines.account', {
          name: account.name,
        }),
      account?.askPassword === false && t('yours.lines.noPassword'),
      computer !== '' && t('yours.lines.computer', { names: computer }),
      language !== null && t('yours.lines.language', { language: format.language(language) }),
      region !== null && t('yours.lines.region', { region: format.language(region) }),
      keyboard !== null &&
        t('yours.lines.keyboard', { keyboard: keyboardName(keyboard, i18n.language) }),
      timeZone !== null &&
        t('yours.lines.timeZone', { zone: timeZoneName(timeZone, i18n.language) }),
      more.skipPages && t('yours.lines.skip'),
      more.onlineAccount === 'windows-decides' && t('yours.lines.online'),
      more.answerFile !== null && t('yours.lines.answerFile', { name: fileName(more.answerFile) }),
      answers.secrets.productKey !== '' && t('yours.lines.productKey'),
    ];
  };

  const drivers = (answers: Answers): Line[] => {
    const { folder } = answers.windows.drivers;
    if (folder === null) return [];
    const count = driverReport(answers)?.taken.length;
    const name = fileName(folder);
    return [
      count === undefined
        ? t('yours.lines.drivers', { name })
        : count === 0
          ? t('yours.lines.driversNone', { name })
          : t('yours.lines.driversCounted', { count, name }),
    ];
  };

  const lean = ({ windows }: Answers): Line[] => {
    const { preset, cleanUp, ...lists } = windows.lean;
    return [
      preset !== 'none' && t(`yours.lines.${preset}`),
      ...(['removeApps', 'keepApps', 'disableFeatures', 'enableFeatures'] as const).map(
        (list) => lists[list].length > 0 && t(`yours.lines.${list}`, { count: lists[list].length }),
      ),
      cleanUp && t('yours.lines.cleanUp'),
    ];
  };

  const speed = ({ windows }: Answers): Line[] => {
    const { powerPlan, ...switches } = windows.speed;
    return [
      powerPlan !== 'windows-decides' &&
        t('yours.lines.powerPlan', { plan: t(`yours.speed.powerPlans.${powerPlan}`) }),
      switches.writeCache && t('yours.lines.writeCache'),
      switches.scheduledDefragmentation && t('yours.lines.defragmentation'),
      !switches.searchIndexing && t('yours.lines.noIndexing'),
      switches.prefetch && t('yours.lines.prefetch'),
      switches.lastAccessTimes && t('yours.lines.lastAccess'),
    ];
  };

  const roaming = ({ windows }: Answers): Line[] => {
    const { wifi, profilePath, redirect, domainJoinFile } = windows.roaming;
    const names = wifi
      .map((choice) => (choice.kind === 'network' ? choice.ssid : fileName(choice.path)))
      .filter((name) => name !== '');
    return [
      names.length > 0 && t('yours.lines.wifi', { names: format.list(names) }),
      profilePath !== null && profilePath !== '' && t('yours.lines.profile', { path: profilePath }),
      redirect !== null &&
        redirect.path !== '' &&
        t('yours.lines.redirect', { count: redirect.folders.length, path: redirect.path }),
      domainJoinFile !== null && t('yours.lines.join', { name: fileName(domainJoinFile) }),
    ];
  };

  return (answers) => ({
    portable: said(portable(answers)),
    answers: said(first(answers)),
    drivers: said(drivers(answers)),
    lean: said(lean(answers)),
    speed: said(speed(answers)),
    roaming: said(roaming(answers)),
  });
}

type Line = string | false;

function said(lines: readonly Line[]): string[] {
  return lines.filter((line) => line !== false);
}
