/** The words of the widgets in English. */
export const en = {
  'time.justNow': 'just now',
  'duration.seconds': '{{seconds}} s',
  'duration.minutes': '{{minutes}} min',
  'duration.hours': '{{hours}} h {{minutes}} min',
  'duration.days': '{{days}} d {{hours}} h',
  'status.declared': 'Declared',
  'status.investigating': 'Investigating',
  'status.identified': 'Identified',
  'status.mitigated': 'Mitigated',
  'status.resolved': 'Resolved',
  'status.closed': 'Closed',
  'status.dismissed': 'Dismissed',
  'status.firing': 'Firing',
  'status.acknowledged': 'Acknowledged',
  'status.flapping': 'Flapping',
  'section.failed': 'Not known at the moment',
  'section.hidden': 'Not shown to you',
  'problem.retry': 'Try again',
  'problem.stale': 'Not up to date',
  'problem.offline.title': 'The portal does not answer',
  'problem.offline.advice':
    'Check your network or VPN. The page asks again by itself and picks up where it was.',
  'problem.signIn.title': 'You are signed out',
  'problem.signIn.advice': 'Reload the page and sign in again.',
  'problem.forbidden.title': 'You may not do this',
  'problem.forbidden.advice':
    'Ask the owners of this portal for the permission that the message names.',
  'problem.missing.title': 'This does not exist',
  'problem.missing.advice':
    'Check the address. It may have been renamed, or it never was.',
  'problem.conflict.title': 'Somebody else was faster',
  'problem.conflict.advice':
    'The page shows what they did. Look again before you decide.',
  'problem.refused.title': 'This was not accepted',
  'problem.refused.advice': 'Change what the message names and send it again.',
  'problem.busy.title': 'Too many requests at once',
  'problem.busy.advice': 'Wait a few seconds, then try again.',
  'problem.broken.title': 'The incidents backend failed',
  'problem.broken.advice':
    'Try again. If it stays, look into the log of the backend for the message below.',
  'snippet.copy': 'Copy',
  'snippet.copied': 'Copied',
  'loading.label': 'Loading',
  'person.lead': 'lead',
  'person.mail': 'Mail to {{name}}',
} as const;

/** The words of the widgets in Japanese. */
export const ja: Record<keyof typeof en, string> = {
  'time.justNow': 'たった今',
  'duration.seconds': '{{seconds}}秒',
  'duration.minutes': '{{minutes}}分',
  'duration.hours': '{{hours}}時間{{minutes}}分',
  'duration.days': '{{days}}日{{hours}}時間',
  'status.declared': '宣言済み',
  'status.investigating': '調査中',
  'status.identified': '原因特定',
  'status.mitigated': '緩和済み',
  'status.resolved': '解決',
  'status.closed': 'クローズ',
  'status.dismissed': '対象外',
  'status.firing': '発報中',
  'status.acknowledged': '確認済み',
  'status.flapping': '反復中',
  'section.failed': '現在は不明です',
  'section.hidden': '表示する権限がありません',
  'problem.retry': '再試行',
  'problem.stale': '最新ではありません',
  'problem.offline.title': 'ポータルが応答しません',
  'problem.offline.advice':
    'ネットワークまたは VPN を確認してください。このページは自動的に再接続し、続きから表示します。',
  'problem.signIn.title': 'サインアウトしています',
  'problem.signIn.advice':
    'ページを再読み込みして、もう一度サインインしてください。',
  'problem.forbidden.title': 'この操作を行う権限がありません',
  'problem.forbidden.advice':
    'メッセージに示された権限を、ポータルの管理者に依頼してください。',
  'problem.missing.title': '見つかりません',
  'problem.missing.advice':
    'アドレスを確認してください。名前が変わったか、存在しない可能性があります。',
  'problem.conflict.title': '先に他の人が変更しました',
  'problem.conflict.advice':
    'ページには最新の状態が表示されています。確認してから操作してください。',
  'problem.refused.title': '受け付けられませんでした',
  'problem.refused.advice':
    'メッセージに示された項目を直して、もう一度送信してください。',
  'problem.busy.title': 'リクエストが集中しています',
  'problem.busy.advice': '数秒待ってから、もう一度お試しください。',
  'problem.broken.title': 'インシデントのバックエンドでエラーが発生しました',
  'problem.broken.advice':
    'もう一度お試しください。続く場合は、下のメッセージをバックエンドのログで確認してください。',
  'snippet.copy': 'コピー',
  'snippet.copied': 'コピーしました',
  'loading.label': '読み込み中',
  'person.lead': 'リーダー',
  'person.mail': '{{name}} にメール',
};
