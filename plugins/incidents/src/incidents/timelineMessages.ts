export const en = {
  'timeline.title': 'Timeline',
  'timeline.filter': 'Show',
  'timeline.filter.all': 'Everything',
  'timeline.filter.notes': 'Notes',
  'timeline.filter.alerts': 'Alerts',
  'timeline.filter.status': 'Status',
  'timeline.none': 'Nothing of this kind yet.',
  'timeline.older': 'Show older entries',
  'timeline.note': 'Note',
  'timeline.note.placeholder':
    'What did you see, try or decide? Markdown works.',
  'timeline.note.send': 'Add note',
  'timeline.note.keys': 'Ctrl+Enter sends',
  'timeline.system': 'Portal',
  'entry.declared': 'Declared as {{severity}}',
  'entry.declaredAfter': 'Declared as {{severity}}, after {{follows}}',
  'entry.followed': '{{by}} takes the next alerts',
  'entry.cause': 'Probably because of {{keys}}',
  'entry.pages.held': 'Pages are held back',
  'entry.pages.released': 'Pages are no longer held back',
  'entry.moved': '{{from}} → {{to}}',
  'entry.severity': 'Severity {{from}} → {{to}}',
  'entry.alert.opened': 'Alert fires: {{title}}',
  'entry.alert.repeated': 'Fires again: {{title}}',
  'entry.alert.repeatedTimes':
    'Fires again: {{title}} ({{occurrences}} times by now)',
  'entry.alert.repeatedRun':
    'Fired again {{times}} times: {{title}} ({{occurrences}} by now)',
  'entry.alert.worse': 'Alert {{title}} is {{to}} now, it was {{from}}',
  'entry.alert.acknowledged': 'Alert acknowledged: {{title}}',
  'entry.alert.resolved': 'Alert resolved: {{title}}',
  'entry.alert.routed': 'Alert found its entity: {{title}}',
  'entry.alert.silenced': 'Alert silenced: {{title}}',
  'entry.alert.maintenance': 'Alert held back, in maintenance: {{title}}',
  'entry.alert.moved': 'Alert moved: {{title}}',
  'entry.replayed': 'Replayed; the delivery came',
  'entry.alert.flapping': 'Alert flaps: {{title}}, {{changes}} changes',
  'entry.alert.flapping.why':
    'It stays open, and further changes are held back until it has been calm.',
  'entry.alert.held.repeated':
    'Held back: {{title}} fires, {{changes}} changes so far',
  'entry.alert.held.acknowledged':
    'Held back: {{title}} acknowledged where it came from',
  'entry.alert.held.resolved':
    'Held back: {{title}} resolved, {{changes}} changes so far',
  'entry.alert.calm.over':
    'Alert is calm and resolved: {{title}}, after {{changes}} changes',
  'entry.alert.calm.fires':
    'Alert flaps no more and fires on: {{title}}, after {{changes}} changes',
  'entry.merged': '{{from}} merged into {{to}}',
  'entry.runbook.found': 'Runbook: {{title}}',
  'entry.runbook.missing': 'No runbook for this alert',
} as const;

export const ja: Record<keyof typeof en, string> = {
  'timeline.title': 'タイムライン',
  'timeline.filter': '表示',
  'timeline.filter.all': 'すべて',
  'timeline.filter.notes': 'メモ',
  'timeline.filter.alerts': 'アラート',
  'timeline.filter.status': 'ステータス',
  'timeline.none': 'この種類の記録はまだありません。',
  'timeline.older': '以前の記録を表示',
  'timeline.note': 'メモ',
  'timeline.note.placeholder':
    '確認したこと、試したこと、決めたこと(Markdown 可)',
  'timeline.note.send': 'メモを追加',
  'timeline.note.keys': 'Ctrl+Enter で送信',
  'timeline.system': 'ポータル',
  'entry.declared': '{{severity}} として宣言',
  'entry.declaredAfter': '{{severity}} として宣言({{follows}} の続き)',
  'entry.followed': '以後のアラートは {{by}} へ',
  'entry.cause': '{{keys}} が原因とみられる',
  'entry.pages.held': '呼び出しを保留',
  'entry.pages.released': '呼び出しの保留を解除',
  'entry.moved': '{{from}} → {{to}}',
  'entry.severity': '重大度 {{from}} → {{to}}',
  'entry.alert.opened': 'アラート発報:{{title}}',
  'entry.alert.repeated': '再発報:{{title}}',
  'entry.alert.repeatedTimes': '再発報:{{title}}(累計 {{occurrences}} 回)',
  'entry.alert.repeatedRun':
    '再発報 {{times}} 回:{{title}}(累計 {{occurrences}} 回)',
  'entry.alert.worse': 'アラート {{title}} の重大度 {{from}} → {{to}}',
  'entry.alert.acknowledged': 'アラートを確認:{{title}}',
  'entry.alert.resolved': 'アラート解消:{{title}}',
  'entry.alert.routed': 'アラートの対象を特定:{{title}}',
  'entry.alert.silenced': 'アラートを抑止:{{title}}',
  'entry.alert.maintenance': 'メンテナンス中のため保留:{{title}}',
  'entry.alert.moved': 'アラートを移動:{{title}}',
  'entry.replayed': '再生による記録。受信データの到着',
  'entry.alert.flapping':
    'アラートが発報と解消を反復:{{title}}({{changes}} 回)',
  'entry.alert.flapping.why':
    '落ち着くまで未解消のまま扱い、以降の変化は通知しません。',
  'entry.alert.held.repeated':
    '通知せず記録:{{title}} が発報({{changes}} 回目の変化)',
  'entry.alert.held.acknowledged': '通知せず記録:{{title}} を送信元で確認',
  'entry.alert.held.resolved':
    '通知せず記録:{{title}} が解消({{changes}} 回目の変化)',
  'entry.alert.calm.over':
    'アラートが落ち着き解消:{{title}}(変化 {{changes}} 回)',
  'entry.alert.calm.fires':
    'アラートの反復が止まり発報を継続:{{title}}(変化 {{changes}} 回)',
  'entry.merged': '{{from}} を {{to}} に統合',
  'entry.runbook.found': 'ランブック:{{title}}',
  'entry.runbook.missing': 'このアラートのランブックがありません',
};
