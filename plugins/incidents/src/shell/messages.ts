export const en = {
  'shell.title': 'Incidents',
  'shell.overview': 'Overview',
  'shell.incidents': 'Incidents',
  'shell.alerts': 'Alerts',
  'shell.onCall': 'On call',
} as const;

export const ja: Record<keyof typeof en, string> = {
  'shell.title': 'インシデント',
  'shell.overview': '概要',
  'shell.incidents': '一覧',
  'shell.alerts': 'アラート',
  'shell.onCall': 'オンコール',
};
