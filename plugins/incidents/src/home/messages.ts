export const en = {
  'home.active.title': 'Active incidents',
  'home.active.none': 'Nothing is open.',
  'home.active.noneAdvice': 'New incidents appear here by themselves.',
  'home.active.incident': 'Incident',
  'home.active.severity': 'Severity',
  'home.active.lasting': 'For',
  'home.active.status': 'Status',
  'home.active.more_one': '{{count}} more',
  'home.active.more_other': '{{count}} more',
  'home.active.overview': 'Overview',
} as const;

export const ja: Record<keyof typeof en, string> = {
  'home.active.title': '対応中のインシデント',
  'home.active.none': '未解決のインシデントはありません。',
  'home.active.noneAdvice': '新しいインシデントは自動的にここに表示されます。',
  'home.active.incident': 'インシデント',
  'home.active.severity': '重大度',
  'home.active.lasting': '経過',
  'home.active.status': '状態',
  'home.active.more_one': 'ほか {{count}} 件',
  'home.active.more_other': 'ほか {{count}} 件',
  'home.active.overview': '概要',
};
