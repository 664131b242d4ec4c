/** An INF file for tests, with nothing of any real driver. Give lines to change what `[Version]` says. */
export function sampleInf(more: Partial<SampleInf> = {}): string {
  const sample: SampleInf = { ...defaults, ...more };
  const { decoration } = sample;
  return [
    '; made for tests',
    '[Version]',
    'Signature = "$Windows NT$"',
    `Class = ${sample.className}`,
    `ClassGuid = ${sample.classGuid}`,
    'Provider = %Maker%',
    ...(sample.catalog === null ? [] : [`CatalogFile = ${sample.catalog}`]),
    `DriverVer = ${sample.driverVer}`,
    '[Manufacturer]',
    `%Maker% = Models, ${decoration}`,
    `[Models.${decoration}]`,
    '%Device% = Install, PCI\\VEN_0000&DEV_0001',
    '[Install.NT]',
    'CopyFiles = Files.Copy',
    '[Files.Copy]',
    ...sample.files,
    '[SourceDisksNames]',
    `1 = "Disk",,,${sample.folder}`,
    '[SourceDisksFiles]',
    ...sample.files.map((name) => `${name} = 1`),
    '[Strings]',
    'Maker = "Sample, Makers"',
    'Device = "Sample device"',
    '',
  ].join('\r\n');
}

interface SampleInf {
  className: string;
  classGuid: string;
  catalog: string | null;
  driverVer: string;
  decoration: string;
  files: string[];
  folder: string;
}

const defaults: SampleInf = {
  className: 'Net',
  classGuid: '{4D36E972-E325-11CE-BFC1-08002BE10318}',
  catalog: 'sample.cat',
  driverVer: '03/09/2024,1.2.3.4',
  decoration: 'NTamd64',
  files: ['sample.sys'],
  folder: '',
};
