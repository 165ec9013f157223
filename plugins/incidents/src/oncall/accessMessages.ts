export const en = {
  'access.title': 'Before your shift',
  'access.intro':
    'What whoever is on call here must be able to log in to. Try each, and confirm it.',
  'access.confirm': 'I can log in',
  'access.confirmAll': 'I can log in to all of them',
  'access.confirmed': 'Confirmed, until {{day}}',
  'access.expired': 'Confirmed too long ago: until {{day}}',
  'access.missing': 'Not confirmed',
  'access.done': 'You can log in to {{tools}}.',
  'access.findings': 'Who has not confirmed it',
  'access.findings.none':
    'Everybody who is on call within two weeks has confirmed all of it.',
  'access.finding': '{{name}}: {{tools}}',
  'access.finding.shift': '{{level}}, from {{time}}',
  'access.finding.now': '{{level}}, on call now',
  'access.service': 'Access not confirmed',
} as const;

export const ja: Record<keyof typeof en, string> = {
  'access.title': '担当の前に',
  'access.intro':
    'ここの担当者がログインできる必要があるものです。それぞれ試してから確認してください。',
  'access.confirm': 'ログインできる',
  'access.confirmAll': 'すべてにログインできる',
  'access.confirmed': '確認済み（{{day}} まで有効）',
  'access.expired': '確認の期限切れ（{{day}} まで有効でした）',
  'access.missing': '未確認',
  'access.done': '{{tools}} にログインできることを確認しました。',
  'access.findings': '未確認の人',
  'access.findings.none': '今後 2 週間の担当者は全員すべて確認済みです。',
  'access.finding': '{{name}}: {{tools}}',
  'access.finding.shift': '{{level}}、{{time}} から',
  'access.finding.now': '{{level}}、現在担当中',
  'access.service': '未確認のアクセス',
};
