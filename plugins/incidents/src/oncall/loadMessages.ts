export const en = {
  'load.open': 'Load and fairness',
  'load.title': 'Load: {{period}}',
  'load.kind': 'Period',
  'load.kind.month': 'Month',
  'load.kind.quarter': 'Quarter',
  'load.previous': 'Previous period',
  'load.next': 'Next period',
  'load.now': 'Now',
  'load.schedule': 'Schedule',
  'load.schedule.all': 'All schedules',
  'load.csv': 'Download shifts (CSV)',
  'load.csv.done': 'The file was saved.',
  'load.planned':
    'The period is not over: shifts that are planned are counted too.',
  'load.counted_one': 'One schedule is counted.',
  'load.counted_other': '{{count}} schedules are counted.',
  'load.nobody': 'Nobody is on call in this period.',
  'load.nobodyAdvice':
    'Only schedules that the portal keeps are counted. Choose another period, or another schedule.',
  'load.table': 'Load by person',
  'load.person': 'Person',
  'load.hours': 'Hours',
  'load.nights': 'Nights',
  'load.weekends': 'Weekends',
  'load.pages': 'Pages',
  'load.sort': 'Most {{what}} first',
  'load.asleep_one': '{{count}} while asleep',
  'load.asleep_other': '{{count}} while asleep',
  'load.shifts_one': '{{count}} shift',
  'load.shifts_other': '{{count}} shifts',
  'load.shadow': '{{hours}} h as a shadow',
  'load.offDuty_one': '{{count}} page while not on call',
  'load.offDuty_other': '{{count}} pages while not on call',
  'load.clock.person': 'nights by {{zone}}',
  'load.clock.schedule': 'nights by {{zone}} (schedule)',
  'load.clock.utc': 'nights by {{zone}} (home not known)',
  'load.legend':
    'Nights are 22:00 to 06:00. The hatched part of a bar is pages that came while the person slept.',
  'load.fairness': 'How even it is',
  'load.fair': 'Nobody has much more than the others.',
  'load.fair.few': 'There are not two people on call to compare.',
  'load.uneven.hours': '{{name}} has {{times}} times the hours of the median.',
  'load.uneven.nights':
    '{{name}} has {{times}} times the nights of the median.',
  'load.uneven.weekends':
    '{{name}} has {{times}} times the weekends of the median.',
  'load.uneven.pages': '{{name}} got {{times}} times the pages of the median.',
  'load.uneven.sleepPages':
    '{{name}} was woken {{times}} times as often as the median.',
  'load.alone.hours':
    '{{name}} has {{amount}} hours, and most of the others none.',
  'load.alone.nights':
    '{{name}} has {{amount}} nights, and most of the others none.',
  'load.alone.weekends':
    '{{name}} has {{amount}} weekends, and most of the others none.',
  'load.alone.pages':
    '{{name}} got {{amount}} pages, and most of the others none.',
  'load.alone.sleepPages':
    '{{name}} was woken {{amount}} times, and most of the others never.',
} as const;

export const ja: Record<keyof typeof en, string> = {
  'load.open': '負荷と公平さ',
  'load.title': '負荷: {{period}}',
  'load.kind': '期間',
  'load.kind.month': '月',
  'load.kind.quarter': '四半期',
  'load.previous': '前の期間',
  'load.next': '次の期間',
  'load.now': '現在',
  'load.schedule': 'スケジュール',
  'load.schedule.all': 'すべてのスケジュール',
  'load.csv': '担当を CSV でダウンロード',
  'load.csv.done': 'ファイルを保存しました。',
  'load.planned': '期間の途中です。予定されている担当も含みます。',
  'load.counted_one': '{{count}} 件のスケジュールを集計しています。',
  'load.counted_other': '{{count}} 件のスケジュールを集計しています。',
  'load.nobody': 'この期間の担当者はいません。',
  'load.nobodyAdvice':
    'ポータルが管理するスケジュールだけを集計します。別の期間またはスケジュールを選んでください。',
  'load.table': '担当者ごとの負荷',
  'load.person': '担当者',
  'load.hours': '時間',
  'load.nights': '夜間',
  'load.weekends': '週末',
  'load.pages': '呼び出し',
  'load.sort': '{{what}}の多い順',
  'load.asleep_one': '睡眠中 {{count}} 回',
  'load.asleep_other': '睡眠中 {{count}} 回',
  'load.shifts_one': '担当 {{count}} 回',
  'load.shifts_other': '担当 {{count}} 回',
  'load.shadow': '同行 {{hours}} 時間',
  'load.offDuty_one': '担当外の呼び出し {{count}} 回',
  'load.offDuty_other': '担当外の呼び出し {{count}} 回',
  'load.clock.person': '夜間は {{zone}}',
  'load.clock.schedule': '夜間は {{zone}}（スケジュール）',
  'load.clock.utc': '夜間は {{zone}}（居住地不明）',
  'load.legend':
    '夜間は 22:00 から 06:00 です。棒の斜線部分は、睡眠中に届いた呼び出しです。',
  'load.fairness': '公平さ',
  'load.fair': '大きな偏りはありません。',
  'load.fair.few': '比較できる担当者が 2 人いません。',
  'load.uneven.hours': '{{name}} の時間は中央値の {{times}} 倍です。',
  'load.uneven.nights': '{{name}} の夜間は中央値の {{times}} 倍です。',
  'load.uneven.weekends': '{{name}} の週末は中央値の {{times}} 倍です。',
  'load.uneven.pages': '{{name}} の呼び出しは中央値の {{times}} 倍です。',
  'load.uneven.sleepPages':
    '{{name}} の睡眠中の呼び出しは中央値の {{times}} 倍です。',
  'load.alone.hours':
    '{{name}} は {{amount}} 時間を担当し、ほかの多くの人は担当していません。',
  'load.alone.nights':
    '{{name}} は夜間を {{amount}} 回担当し、ほかの多くの人は担当していません。',
  'load.alone.weekends':
    '{{name}} は週末を {{amount}} 回担当し、ほかの多くの人は担当していません。',
  'load.alone.pages':
    '{{name}} は {{amount}} 回呼び出され、ほかの多くの人は呼び出されていません。',
  'load.alone.sleepPages':
    '{{name}} は睡眠中に {{amount}} 回呼び出され、ほかの多くの人は呼び出されていません。',
};
