export const en = {
  'subscribe.open': 'Subscribe',
  'subscribe.title': 'Shifts in a calendar',
  'subscribe.hint':
    'This makes a secret address that a calendar program reads without signing in. Whoever knows it reads the shifts: keep it like a password.',
  'subscribe.whose': 'Whose shifts',
  'subscribe.whose.schedule': 'Everybody’s, of this schedule',
  'subscribe.whose.mine': 'Yours, of all schedules',
  'subscribe.create': 'Make an address',
  'subscribe.once':
    'Copy it now: it is shown this once, and the portal does not keep it.',
  'subscribe.address': 'Address of the calendar',
  'subscribe.webcal': 'Open it in a calendar program',
  'subscribe.mine': 'Addresses that you have made',
  'subscribe.of.person': 'Shifts of',
  'subscribe.of.schedule': 'Schedule {{schedule}}',
  'subscribe.of.both': 'In the schedule {{schedule}}, shifts of',
  'subscribe.revoke': 'Revoke',
  'subscribe.revoke.about': 'Revoke: {{calendar}}',
  'myShifts.title': 'Your shifts',
  'myShifts.none': 'You are not on call in the next four weeks.',
  'myShifts.now': 'Now:',
} as const;

export const ja: Record<keyof typeof en, string> = {
  'subscribe.open': 'カレンダーに登録',
  'subscribe.title': 'カレンダーで担当を見る',
  'subscribe.hint':
    'カレンダーソフトがサインインなしで読める秘密のアドレスを作ります。アドレスを知る人は担当を読めるので、パスワードと同じように扱ってください。',
  'subscribe.whose': '誰の担当',
  'subscribe.whose.schedule': 'このスケジュールの全員',
  'subscribe.whose.mine': 'あなた（すべてのスケジュール）',
  'subscribe.create': 'アドレスを作る',
  'subscribe.once':
    '今コピーしてください。表示は一度だけで、ポータルには保存されません。',
  'subscribe.address': 'カレンダーのアドレス',
  'subscribe.webcal': 'カレンダーソフトで開く',
  'subscribe.mine': '作成したアドレス',
  'subscribe.of.person': '担当:',
  'subscribe.of.schedule': 'スケジュール {{schedule}}',
  'subscribe.of.both': 'スケジュール {{schedule}} の担当:',
  'subscribe.revoke': '無効にする',
  'subscribe.revoke.about': '無効にする: {{calendar}}',
  'myShifts.title': 'あなたの担当',
  'myShifts.none': '今後 4 週間に担当はありません。',
  'myShifts.now': '現在:',
};
