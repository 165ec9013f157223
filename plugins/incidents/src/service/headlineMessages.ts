export const en = {
  'service.headline.label': 'State of this service',
  'service.headline.announce': '{{key}}, {{severity}}: {{title}}',
  'service.headline.open': '{{severity}} for {{lasting}}: {{title}}',
  'service.headline.declared': 'Nobody has taken it up yet.',
  'service.headline.investigating': 'Taken up {{ago}}.',
  'service.headline.identified': 'The cause is found, the effect goes on.',
  'service.headline.mitigated':
    'The effect ended {{ago}}. Resolve it when it stays quiet.',
  'service.headline.alertsFiring_one': '{{count}} alert is firing.',
  'service.headline.alertsFiring_other': '{{count}} alerts are firing.',
  'service.headline.because': 'Probably because of {{incident}} on {{entity}}.',
  'service.headline.becauseHidden':
    'Probably because of {{key}}, which you may not see.',
  'service.headline.pagesHeld': 'Nobody is paged for it meanwhile.',
  'service.headline.noRunbook': 'There is no runbook for it.',
  'service.headline.runbooksFailed': 'Its runbooks could not be read.',
  'service.headline.firingOnly_one':
    'No incident is open, but {{count}} alert is firing.',
  'service.headline.firingOnly_other':
    'No incident is open, but {{count}} alerts are firing.',
  'service.headline.dependencyOpen_one':
    'Nothing open here, but {{entity}}, on which it depends, has {{severity}}.',
  'service.headline.dependencyOpen_other':
    'Nothing open here, but {{entity}}, on which it depends, has {{count}} open incidents up to {{severity}}.',
  'service.headline.dependencyToo_one':
    '{{entity}}, on which it depends, has {{severity}}.',
  'service.headline.dependencyToo_other':
    '{{entity}}, on which it depends, has {{count}} open incidents up to {{severity}}.',
  'service.headline.nothingHere': 'Nothing open here.',
  'service.headline.dependenciesUnknown':
    'Whether something it depends on is broken is not known: {{reason}}',
  'service.headline.maintenance': 'In maintenance until {{until}}: {{title}}.',
  'service.headline.part': 'In {{entity}}.',
  'service.headline.quiet': 'Nothing open. Last incident {{ago}}.',
  'service.headline.never':
    'Nothing open, and no incident on record: it is quiet, or nothing watches it.',
  'service.headline.lastIncident': 'Last incident {{ago}}.',
  'service.headline.covers_one': 'Covers {{count}} part.',
  'service.headline.covers_other': 'Covers {{count}} parts.',
  'service.headline.alsoOpen': 'Also open:',
} as const;

export const ja: Record<keyof typeof en, string> = {
  'service.headline.label': 'このサービスの状態',
  'service.headline.announce': '{{key}}、{{severity}}：{{title}}',
  'service.headline.open': '{{severity}} 発生から {{lasting}}：{{title}}',
  'service.headline.declared': 'まだ誰も対応していません。',
  'service.headline.investigating': '対応開始：{{ago}}。',
  'service.headline.identified': '原因は特定済み、影響は継続中です。',
  'service.headline.mitigated':
    '影響は{{ago}}に収まりました。再発がなければ解決にしてください。',
  'service.headline.alertsFiring_one': 'アラート {{count}} 件が発報中です。',
  'service.headline.alertsFiring_other': 'アラート {{count}} 件が発報中です。',
  'service.headline.because': '{{entity}} の {{incident}} が原因とみられます。',
  'service.headline.becauseHidden':
    '{{key}} が原因とみられます（閲覧権限がありません）。',
  'service.headline.pagesHeld': 'その間、呼び出しは保留されます。',
  'service.headline.noRunbook': '該当するランブックがありません。',
  'service.headline.runbooksFailed': 'ランブックを読み込めませんでした。',
  'service.headline.firingOnly_one':
    '未解決のインシデントはありませんが、アラート {{count}} 件が発報中です。',
  'service.headline.firingOnly_other':
    '未解決のインシデントはありませんが、アラート {{count}} 件が発報中です。',
  'service.headline.dependencyOpen_one':
    'このサービスに未解決のインシデントはありませんが、依存先の {{entity}} で {{severity}} が発生しています。',
  'service.headline.dependencyOpen_other':
    'このサービスに未解決のインシデントはありませんが、依存先の {{entity}} に未解決が {{count}} 件あります（最大 {{severity}}）。',
  'service.headline.dependencyToo_one':
    '依存先の {{entity}} でも {{severity}} が発生しています。',
  'service.headline.dependencyToo_other':
    '依存先の {{entity}} にも未解決が {{count}} 件あります（最大 {{severity}}）。',
  'service.headline.nothingHere':
    'このサービスに未解決のインシデントはありません。',
  'service.headline.dependenciesUnknown':
    '依存先の状態は確認できませんでした：{{reason}}',
  'service.headline.maintenance':
    'メンテナンス中（{{until}} まで）：{{title}}。',
  'service.headline.part': '発生箇所：{{entity}}。',
  'service.headline.quiet':
    '未解決のインシデントはありません。最後のインシデント：{{ago}}。',
  'service.headline.never':
    'インシデントの記録がありません。平穏なのか、監視されていないのかは不明です。',
  'service.headline.lastIncident': '最後のインシデント：{{ago}}。',
  'service.headline.covers_one': '{{count}} 件の構成要素をまとめています。',
  'service.headline.covers_other': '{{count}} 件の構成要素をまとめています。',
  'service.headline.alsoOpen': 'ほかの未解決：',
};
